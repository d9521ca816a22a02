import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { TopicMinutes } from '../domain/fact.js';
import type { TrainingDetails } from '../domain/submission.js';
import { factOf, figureFactOf } from '../domain/submission-fact.js';
import type { SubmissionEntity } from '../persistence/submission.entity.js';
import { CheckTraining } from './check-training.js';
import { ReadCourses } from './read-courses.js';
import type { Reading } from './read-in-proof.js';
import { RecordFact } from './record-fact.js';

/** What an acceptance keeps besides the fact: only where the reviewer counted otherwise than the person told. */
export interface Counted {
  readonly topics: TopicMinutes[] | null;
  readonly approvedCourseId: string | null;
}

/** Makes a fact of a submission, with what the reviewer read off the certificate or in the document. */
@Injectable()
export class AcceptSubmission {
  constructor(
    private readonly recordFact: RecordFact,
    private readonly organizations: Organizations,
    private readonly check: CheckTraining,
    private readonly courses: ReadCourses,
  ) {}

  /** @throws DomainError input.needs_attention for time that the course or the dates do not hold, or another body's course */
  async execute(
    tx: Tx,
    submission: SubmissionEntity,
    { reviewerId, reading }: { reviewerId: string; reading: Reading },
  ): Promise<{ factId: string; counted: Counted }> {
    const { timeZone } = await this.organizations.get(tx, submission.bodyId);
    const counted = countedOtherwise(submission, reading);
    const isChanged = counted.topics !== null || counted.approvedCourseId !== undefined;
    const details = isChanged ? await this.checked(tx, submission, counted, timeZone) : submission;
    const claim = await this.courses.forClaim(tx, details.approvedCourseId, submission.finishedOn);
    const acceptance = { reviewerId, handedInOn: dateIn(timeZone, submission.submittedAt) };
    const { amount, category, figure } = reading;
    const accepted = { ...submission, ...asTold(details), amount, category };
    const fact = factOf(accepted, { ...acceptance, approved: claim?.state === 'approved' });
    const { id: factId } = await this.recordFact.execute(tx, fact);
    if (figure) await this.recordFact.execute(tx, figureFactOf(accepted, figure, acceptance));
    return { factId, counted: { ...counted, approvedCourseId: counted.approvedCourseId ?? null } };
  }

  /** What the reviewer counted, with what the register says of the course they named. */
  private async checked(
    tx: Tx,
    submission: SubmissionEntity,
    { topics, approvedCourseId = submission.approvedCourseId }: ReturnType<typeof countedOtherwise>,
    timeZone: string,
  ): Promise<TrainingDetails> {
    const { kind, bodyId, provider, title, topics: told } = submission;
    if (kind === 'document') throw new RangeError('a document has no time to count');
    const read = { topics: topics ?? told, approvedCourseId };
    const details = { ...submission, provider: provider ?? '', title: title ?? '', ...read };
    const body = { bodyId, today: dateIn(timeZone, tx.now) };
    const checked = await this.check.execute(tx, { kind, body, details });
    if (checked.problems.length > 0) throw unacceptable(checked.problems);
    return checked.details;
  }
}

/** The part of a reading that differs from what the person told; `approvedCourseId` null: the reviewer found it under none. */
function countedOtherwise({ kind, topics: told, approvedCourseId: chosen }: SubmissionEntity, reading: Reading) {
  if (kind === 'document') return { topics: null };
  const { topics, approvedCourseId } = reading;
  return {
    topics: topics && !sameTime(topics, told) ? [...topics] : null,
    ...(kind === 'outside_training' && approvedCourseId !== undefined && approvedCourseId !== chosen
      ? { approvedCourseId }
      : {}),
  };
}

function asTold({ provider, title, topics, approvedCourseId, delivery, live }: SubmissionEntity | TrainingDetails) {
  return {
    provider,
    title,
    topics,
    approvedCourseId: approvedCourseId ?? null,
    delivery: delivery ?? null,
    live: live ?? null,
  };
}

function sameTime(some: readonly TopicMinutes[], others: readonly TopicMinutes[]): boolean {
  const minutes = new Map(others.map((part) => [part.topic, part.minutes]));
  return some.length === others.length && some.every((part) => minutes.get(part.topic) === part.minutes);
}
