import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { pictureNotFound } from '../authoring.errors.js';
import type { CourseDraftEntity } from '../persistence/course-draft.entity.js';
import { DraftPictures, type DraftPicture } from './draft-pictures.js';
import { FindDraft } from './find-draft.js';

export interface PicturesView {
  readonly draft: CourseDraftEntity;
  readonly pictures: readonly DraftPicture[];
  readonly mayWrite: boolean;
}

/** The pictures of a draft, for those of its organization. */
@Injectable()
export class ReadDraftPictures {
  constructor(
    private readonly find: FindDraft,
    private readonly pictures: DraftPictures,
  ) {}

  /** @throws DomainError not_found */
  async execute(tx: Tx, draftId: string): Promise<PicturesView> {
    const draft = await this.find.execute(tx, draftId);
    const { writes } = await this.find.rightsIn(tx, draft);
    return { draft, pictures: await this.pictures.of(tx, draft), mayWrite: writes && draft.state === 'draft' };
  }

  /** One of them by its hash. @throws DomainError not_found */
  async one(tx: Tx, draftId: string, sha256: string): Promise<DraftPicture> {
    const { pictures } = await this.execute(tx, draftId);
    const picture = pictures.find((one) => one.sha256 === sha256);
    if (!picture) throw pictureNotFound();
    return picture;
  }
}
