import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { DraftState } from '../domain/states.js';
import { SchemeDraftEntity } from './scheme-draft.entity.js';

type Settlement = Pick<SchemeDraftEntity, 'settledBy'> & { publishedVersionId?: string };

/** Drafts, of the bodies that are asked about. */
@Injectable()
export class SchemeDraftRepository {
  async insert(tx: Tx, draft: SchemeDraftEntity): Promise<void> {
    await tx.manager.insert(SchemeDraftEntity, draft);
  }

  find(tx: Tx, bodyIds: readonly string[], id: string): Promise<SchemeDraftEntity | null> {
    return tx.manager.findOneBy(SchemeDraftEntity, { id, bodyId: In([...bodyIds]) });
  }

  get(tx: Tx, id: string): Promise<SchemeDraftEntity> {
    return tx.manager.findOneByOrFail(SchemeDraftEntity, { id });
  }

  /** Newest first. */
  list(tx: Tx, bodyIds: readonly string[], after: string | undefined, limit: number): Promise<SchemeDraftEntity[]> {
    return tx.manager.find(SchemeDraftEntity, {
      where: { bodyId: In([...bodyIds]), ...(after && { id: LessThan(after) }) },
      order: { id: 'desc' },
      take: limit,
    });
  }

  /** @returns false where it was settled already: whoever comes second is told */
  async settle(tx: Tx, id: string, state: Exclude<DraftState, 'draft'>, settlement: Settlement): Promise<boolean> {
    const change = { state, settledAt: tx.now, ...settlement };
    const { affected } = await tx.manager.update(SchemeDraftEntity, { id, state: 'draft' }, change);
    return affected === 1;
  }
}
