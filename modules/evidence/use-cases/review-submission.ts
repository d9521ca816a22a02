import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import type { TopicMinutes } from '../domain/fact.js';
import { alreadyReviewed, ownSubmission } from '../evidence.errors.js';
import type { SubmissionEntity } from '../persistence/submission.entity.js';
import { SubmissionRepository } from '../persistence/submission.repository.js';
import { AcceptSubmission } from './accept-submission.js';
import { EvidenceContent } from './evidence-content.js';
import { ReviewTrail } from './review-trail.js';

export interface ReviewInput {
  readonly submissionId: string;
  /** The revision the reviewer read. */
  readonly revision: number;
  readonly outcome: 'accepted' | 'returned';
  /** To the person; needed when it is returned. */
  readonly note?: string;
  /** On acceptance: the time by topic as the certificate has it; left out: as the person told it. */
  readonly topics?: readonly TopicMinutes[];
  /** On acceptance of a document that confirms an amount, such as months of work: how much. */
  readonly amount?: number;
}

const LONGEST_NOTE = 2000;

/** A reviewer of the body accepts a submission, which makes it a fact, or returns it with a note. */
@Injectable()
export class ReviewSubmission {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly accept: AcceptSubmission,
    private readonly trail: ReviewTrail,
    private readonly content: EvidenceContent,
  ) {}

  /** @throws DomainError not_found, evidence.own_submission, evidence.already_reviewed, input.needs_attention */
  async execute(tx: Tx, input: ReviewInput): Promise<{ submissionId: string; factId: string | null }> {
    const { submissionId, revision, outcome } = input;
    const note = (input.note ?? '').trim();
    const reviewerId = personIdOf(tx.actor);
    const bodies = organizationsOf(tx.actor, 'reviewer');
    const submission = await this.submissions.ofBodies(tx, bodies, submissionId, { lock: true });
    if (!submission) throw notFound('this submission');
    if (submission.personId === reviewerId) throw ownSubmission();
    if (submission.state !== 'submitted' || submission.revision !== revision) throw alreadyReviewed();
    if (outcome === 'returned' && note === '') {
      throw unacceptable([{ field: 'note', message: 'Write what is needed, so that the person knows what to do' }]);
    }
    if (note.length > LONGEST_NOTE) {
      throw unacceptable([{ field: 'note', message: `Use at most ${LONGEST_NOTE} characters` }]);
    }
    const { topics } = input;
    const amount = outcome === 'accepted' ? this.amountOf(submission, input) : null;
    const accepted =
      outcome === 'accepted' ? await this.accept.execute(tx, submission, { reviewerId, topics, amount }) : null;
    const factId = accepted?.factId ?? null;
    await this.submissions.save(tx, { ...submission, state: outcome, factId });
    await this.trail.write(tx, submission, {
      outcome,
      note: note || null,
      reviewerId,
      topics: accepted?.mapped ?? null,
    });
    return { submissionId, factId };
  }

  /** How much the document confirms; null where its type confirms no amount. */
  private amountOf({ documentType }: SubmissionEntity, { amount = 0 }: ReviewInput): number | null {
    if (!this.content.amounts.has(documentType ?? '')) return null;
    if (!(amount > 0)) throw unacceptable([{ field: 'amount', message: 'Enter how much the document confirms' }]);
    return amount;
  }
}
