import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { VoidReason } from '../domain/sitting-state.js';

export interface VoidProposal {
  id: string;
  reason: VoidReason;
  proposedBy: string;
  proposedAt: Temporal.Instant;
  outcome: 'agreed' | 'declined' | null;
  settledBy: string | null;
  settledAt: Temporal.Instant | null;
}

/** Proposals that a sitting that is over does not count. */
@Injectable()
export class VoidRepository {
  /** @returns false where one waits already */
  async propose(
    tx: Tx,
    { id: sittingId, bodyId, personId }: { id: string; bodyId: string; personId: string },
    given: { proposalId: string; reason: VoidReason; by: string },
  ): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `insert into sitting_void_proposal (id, body_id, person_id, sitting_id, reason, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (sitting_id) where outcome is null do nothing returning id`,
      [given.proposalId, bodyId, personId, sittingId, given.reason, given.by, tx.now.toString()],
    );
    return rows.length > 0;
  }

  /** Newest first. */
  async of(tx: Tx, sittingId: string): Promise<VoidProposal[]> {
    return tx.manager.query(
      `select id, reason, proposed_by as "proposedBy", proposed_at as "proposedAt", outcome, settled_by as "settledBy",
         settled_at as "settledAt"
       from sitting_void_proposal where sitting_id = $1 order by proposed_at desc, id desc`,
      [sittingId],
    );
  }

  async settle(tx: Tx, id: string, { outcome, by }: { outcome: 'agreed' | 'declined'; by: string }): Promise<void> {
    await tx.manager.query(
      'update sitting_void_proposal set outcome = $2, settled_by = $3, settled_at = $4 where id = $1 and outcome is null',
      [id, outcome, by, tx.now.toString()],
    );
  }

  /** The result that holds, as certification knows it; null where the sitting has none. */
  async resultOf(tx: Tx, sittingId: string): Promise<{ passed: boolean; examResultId: string } | null> {
    const [row]: { passed: boolean; examResultId: string }[] = await tx.manager.query(
      'select passed, exam_result_id as "examResultId" from current_result($1)',
      [sittingId],
    );
    return row ?? null;
  }
}
