import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { pictureEnd, readPicture } from '../../courses/authoring.public.js';
import { pictureNotFound, pictureUnfit } from '../authoring.errors.js';
import { DraftPictureRepository } from '../persistence/draft-picture.repository.js';
import { AuthoringTrail } from './authoring-trail.js';
import { DraftPictures } from './draft-pictures.js';
import { FindDraft, requireBeingWritten } from './find-draft.js';

/** An author puts a picture into a draft, or takes one away. */
@Injectable()
export class SavePicture {
  constructor(
    private readonly find: FindDraft,
    private readonly pictures: DraftPictureRepository,
    private readonly all: DraftPictures,
    private readonly trail: AuthoringTrail,
  ) {}

  /**
   * For a look before a photo is made small, which takes a while.
   * @throws DomainError not_found, authoring.authors_only, authoring.not_being_written
   */
  async check(tx: Tx, draftId: string): Promise<void> {
    requireBeingWritten(await this.find.asAuthor(tx, draftId));
  }

  /**
   * What kind of picture it is, its bytes say; whatever a camera noted beside it is not kept. A picture of that name is replaced.
   * @param input.name without an ending
   * @param input.alt the words for those who do not see it
   * @returns the name by which lessons show it
   * @throws DomainError not_found, authoring.authors_only, authoring.not_being_written, authoring.picture_unfit
   */
  async execute(
    tx: Tx,
    input: { draftId: string; name: string; alt: string; bytes: Buffer },
  ): Promise<{ name: string }> {
    const draft = await this.find.toWrite(tx, input.draftId);
    const picture = readPicture(`${input.name}.${pictureEnd(input.bytes)}`, input.bytes);
    if (typeof picture === 'string') throw pictureUnfit(picture);
    const { name, type, bytes, sha256: contentHash } = picture;
    await this.add(tx, { draftId: draft.id, name, alt: input.alt.trim(), type, bytes, contentHash });
    await this.trail.record(tx, 'picture.saved', draft, { name });
    return { name };
  }

  /** @throws DomainError as {@link execute}; not_found for a picture that is not there */
  async remove(tx: Tx, { draftId, name }: { draftId: string; name: string }): Promise<void> {
    const draft = await this.find.toWrite(tx, draftId);
    if (!(await this.all.of(tx, draft)).some((one) => one.name === name)) throw pictureNotFound();
    await this.add(tx, { draftId, name, alt: '', type: null, bytes: null, contentHash: null });
    await this.trail.record(tx, 'picture.removed', draft, { name });
  }

  private add(tx: Tx, picture: Omit<Parameters<DraftPictureRepository['add']>[1], 'savedBy' | 'savedAt'>) {
    return this.pictures.add(tx, { ...picture, savedBy: personIdOf(tx.actor), savedAt: tx.now });
  }
}
