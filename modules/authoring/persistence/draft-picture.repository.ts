import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CourseDraftPictureEntity } from './course-draft-picture.entity.js';

/** What authors put into the pictures of drafts. */
@Injectable()
export class DraftPictureRepository {
  /** What holds of each name that was ever touched, those taken away among them. */
  current(tx: Tx, draftId: string): Promise<CourseDraftPictureEntity[]> {
    return tx.manager
      .createQueryBuilder(CourseDraftPictureEntity, 'picture')
      .distinctOn(['picture.name'])
      .where('picture.draftId = :draftId', { draftId })
      .orderBy('picture.name')
      .addOrderBy('picture.revision', 'DESC')
      .getMany();
  }

  /** The revision follows the newest of the name; the draft's row is held by whoever calls. */
  async add(tx: Tx, picture: Omit<CourseDraftPictureEntity, 'revision'>): Promise<void> {
    const { draftId, name } = picture;
    const newest = await tx.manager.maximum(CourseDraftPictureEntity, 'revision', { draftId, name });
    await tx.manager.insert(CourseDraftPictureEntity, { ...picture, revision: (newest ?? 0) + 1 });
  }
}
