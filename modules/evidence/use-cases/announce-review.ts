import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Letters } from '../../notifications/notifications.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { SUBMISSION_PATHS } from '../domain/submission.js';
import type { SubmissionEntity } from '../persistence/submission.entity.js';
import { EvidenceContent } from './evidence-content.js';

/** Writes to the person what a reviewer answered: one letter for each revision that was read. */
@Injectable()
export class AnnounceReview {
  constructor(
    private readonly letters: Letters,
    private readonly organizations: Organizations,
    private readonly content: EvidenceContent,
  ) {}

  /** @param note of the reviewer to the person; null where an acceptance needed none */
  async execute(
    tx: Tx,
    submission: SubmissionEntity,
    { outcome, note }: { outcome: 'accepted' | 'returned'; note: string | null },
  ): Promise<void> {
    const { id, bodyId, personId, kind, revision } = submission;
    const { timeZone } = await this.organizations.get(tx, bodyId);
    await this.letters.send(tx, {
      kind: outcome === 'accepted' ? 'evidence-accepted' : 'evidence-returned',
      identity: `evidence.review:${id}:${revision}`,
      to: { personId },
      bodyId,
      data: {
        title: this.content.titleOf(submission),
        on: dateIn(timeZone, tx.now).toString(),
        note,
        path: `${SUBMISSION_PATHS[kind]}/${id}`,
      },
    });
  }
}
