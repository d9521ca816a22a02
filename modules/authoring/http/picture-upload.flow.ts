import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../src/platform/database/transaction.js';
import type { RequestContext } from '../../../src/platform/http/request-context.js';
import { fitPicture } from '../../courses/authoring.public.js';
import { pictureMissing, pictureUnfit } from '../authoring.errors.js';
import { SavePicture } from '../use-cases/save-picture.js';
import type { PictureDto } from './authoring.dto.js';

/** A picture on its way into a draft, by page or by program. No transaction is open while a photo is made small. */
@Injectable()
export class PictureUploadFlow {
  constructor(
    private readonly transaction: Transaction,
    private readonly saving: SavePicture,
  ) {}

  /** @throws DomainError authoring.picture_missing; as {@link SavePicture.execute} */
  async execute(
    ctx: RequestContext,
    draftId: string,
    { picture, name, alt }: PictureDto,
  ): Promise<{ name: string; isSmaller: boolean }> {
    const sent = pictureIn(picture);
    await this.transaction.read(ctx, (tx) => this.saving.check(tx, draftId));
    const bytes = await fitPicture(sent);
    if (typeof bytes === 'string') throw pictureUnfit(bytes);
    const saved = await this.transaction.run(ctx, (tx) => this.saving.execute(tx, { draftId, name, alt, bytes }));
    return { ...saved, isSmaller: bytes.length < sent.length };
  }
}

/** The picture of a form, or of JSON as base64. */
function pictureIn(value: unknown): Buffer {
  const { bytes, contentBase64 } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const sent = typeof contentBase64 === 'string' ? Buffer.from(contentBase64, 'base64') : bytes;
  if (!Buffer.isBuffer(sent) || sent.length === 0) throw pictureMissing();
  return sent;
}
