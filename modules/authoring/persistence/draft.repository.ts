import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { DraftState } from '../domain/draft-states.js';
import { CourseDraftEntity } from './course-draft.entity.js';

type Settlement = Partial<
  Pick<CourseDraftEntity, 'reviewedBy' | 'reviewedAt' | 'settledBy' | 'settledAt' | 'publishedVersionId'>
>;

interface Move {
  readonly from: DraftState;
  readonly to: DraftState;
}

const OPEN: DraftState[] = ['draft', 'in_review', 'reviewed'];

/** Drafts of the organizations that are asked about. */
@Injectable()
export class DraftRepository {
  /** @returns false where the organization has an open draft of the course already */
  async insert(tx: Tx, draft: CourseDraftEntity): Promise<boolean> {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(CourseDraftEntity)
      .values(draft)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length === 1;
  }

  find(tx: Tx, organizationIds: readonly string[], id: string): Promise<CourseDraftEntity | null> {
    return tx.manager.findOneBy(CourseDraftEntity, { id, organizationId: In([...organizationIds]) });
  }

  /** Held until the transaction ends: saves and moves of one draft wait for each other. */
  locked(tx: Tx, id: string): Promise<CourseDraftEntity> {
    return tx.manager.findOneOrFail(CourseDraftEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Newest first; open ones before those that are settled. */
  async list(tx: Tx, organizationIds: readonly string[], limit: number): Promise<CourseDraftEntity[]> {
    const where = { organizationId: In([...organizationIds]) };
    const [open, settled] = [
      await tx.manager.find(CourseDraftEntity, { where: { ...where, state: In(OPEN) }, order: { id: 'desc' } }),
      await tx.manager.find(CourseDraftEntity, {
        where: { ...where, state: In(['published', 'discarded']) },
        order: { settledAt: 'desc' },
        take: limit,
      }),
    ];
    return [...open, ...settled];
  }

  openOf(tx: Tx, organizationId: string, courseCode: string): Promise<CourseDraftEntity | null> {
    return tx.manager.findOneBy(CourseDraftEntity, { organizationId, courseCode, state: In(OPEN) });
  }

  /** The draft that became this version, or null for one that came from files. */
  publishedAs(tx: Tx, versionId: string): Promise<CourseDraftEntity | null> {
    return tx.manager.findOneBy(CourseDraftEntity, { publishedVersionId: versionId });
  }

  /** The organization that published a course from here last; null for one that no organization has. */
  async keeperOf(tx: Tx, courseCode: string): Promise<string | null> {
    const last = await tx.manager.findOne(CourseDraftEntity, {
      where: { courseCode, state: 'published' },
      order: { settledAt: 'desc' },
    });
    return last?.organizationId ?? null;
  }

  /** @returns false where it is not in that state any more: whoever comes second is told */
  async move(tx: Tx, id: string, { from, to }: Move, settlement: Settlement): Promise<boolean> {
    const { affected } = await tx.manager.update(CourseDraftEntity, { id, state: from }, { state: to, ...settlement });
    return affected === 1;
  }
}
