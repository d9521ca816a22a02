import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound, type FieldProblem } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { alreadyReviewed, ownSubmission } from '../evidence.errors.js';
import { SubmissionRepository } from '../persistence/submission.repository.js';
import { AcceptSubmission } from './accept-submission.js';
import { CheckReading, type ReadInProof } from './read-in-proof.js';
import { ReviewTrail } from './review-trail.js';

export interface ReviewInput extends ReadInProof {
  readonly submissionId: string;
  /** The revision the reviewer read. */
  readonly revision: number;
  readonly outcome: 'accepted' | 'returned';
  /** To the person; needed when it is returned. */
  readonly note?: string;
}

const LONGEST_NOTE = 2000;

/** A reviewer of the body accepts a submission, which makes it a fact, or returns it with a note. */
@Injectable()
export class ReviewSubmission {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly accept: AcceptSubmission,
    private readonly trail: ReviewTrail,
    private readonly readings: CheckReading,
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
    const problems = noteProblems(outcome, note);
    const reading = outcome === 'accepted' ? this.readings.of(submission, input, problems) : null;
    if (problems.length > 0) throw unacceptable(problems);
    const accepted = reading && (await this.accept.execute(tx, submission, { reviewerId, reading }));
    const factId = accepted?.factId ?? null;
    await this.submissions.save(tx, { ...submission, state: outcome, factId });
    await this.trail.write(tx, submission, {
      outcome,
      note: note || null,
      reviewerId,
      topics: accepted?.counted.topics ?? null,
      approvedCourseId: accepted?.counted.approvedCourseId ?? null,
      category: reading?.category ?? null,
      figure: reading?.figure?.number ?? null,
    });
    return { submissionId, factId };
  }
}

function noteProblems(outcome: ReviewInput['outcome'], note: string): FieldProblem[] {
  if (outcome === 'returned' && note === '')
    return [{ field: 'note', message: 'Write what is needed, so that the person knows what to do' }];
  return note.length > LONGEST_NOTE ? [{ field: 'note', message: `Use at most ${LONGEST_NOTE} characters` }] : [];
}
