import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CourseDraftFileEntity } from './course-draft-file.entity.js';

/** The files of drafts, with everything they ever said. */
@Injectable()
export class DraftFileRepository {
  /** Each file at its newest revision. */
  current(tx: Tx, draftId: string): Promise<CourseDraftFileEntity[]> {
    return tx.manager
      .createQueryBuilder(CourseDraftFileEntity, 'file')
      .distinctOn(['file.path'])
      .where('file.draftId = :draftId', { draftId })
      .orderBy('file.path')
      .addOrderBy('file.revision', 'DESC')
      .getMany();
  }

  newest(tx: Tx, draftId: string, path: string): Promise<CourseDraftFileEntity | null> {
    return tx.manager.findOne(CourseDraftFileEntity, { where: { draftId, path }, order: { revision: 'DESC' } });
  }

  at(tx: Tx, draftId: string, path: string, revision: number): Promise<CourseDraftFileEntity | null> {
    return tx.manager.findOneBy(CourseDraftFileEntity, { draftId, path, revision });
  }

  /** @returns false where somebody saved that revision first */
  async add(tx: Tx, file: CourseDraftFileEntity): Promise<boolean> {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(CourseDraftFileEntity)
      .values(file)
      .orIgnore()
      .returning('revision')
      .execute();
    return (raw as unknown[]).length === 1;
  }

  /** Ids of everybody who saved any of it. */
  async writers(tx: Tx, draftId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.manager.query(
      `select begun_by as id from course_draft where id = $1 union select saved_by from course_draft_file where draft_id = $1
       union select saved_by from course_draft_picture where draft_id = $1`,
      [draftId],
    );
    return rows.map(({ id }) => id);
  }
}
