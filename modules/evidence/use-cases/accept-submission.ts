import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { TopicMinutes } from '../domain/fact.js';
import { factOf } from '../domain/submission-fact.js';
import type { SubmissionEntity } from '../persistence/submission.entity.js';
import { CheckTraining } from './check-training.js';
import { ReadCourses } from './read-courses.js';
import { RecordFact } from './record-fact.js';

/** Makes a fact of a submission, with the time by topic as the reviewer read it off the certificate. */
@Injectable()
export class AcceptSubmission {
  constructor(
    private readonly recordFact: RecordFact,
    private readonly organizations: Organizations,
    private readonly check: CheckTraining,
    private readonly courses: ReadCourses,
  ) {}

  /**
   * @param topics left out: as the person told it
   * @param amount what a document confirms, where its type asks for it
   * @returns the fact, and the topics where they differ from what the person told
   * @throws DomainError input.needs_attention for time that the course or the dates do not hold
   */
  async execute(
    tx: Tx,
    submission: SubmissionEntity,
    { reviewerId, topics, amount }: { reviewerId: string; topics?: readonly TopicMinutes[]; amount: number | null },
  ): Promise<{ factId: string; mapped: TopicMinutes[] | null }> {
    const { timeZone } = await this.organizations.get(tx, submission.bodyId);
    const mapped =
      topics && submission.kind !== 'document' ? await this.mapped(tx, submission, topics, timeZone) : null;
    const { approvedCourseId, finishedOn } = submission;
    const claim = await this.courses.forClaim(tx, approvedCourseId, finishedOn);
    const handedInOn = dateIn(timeZone, submission.submittedAt);
    const accepted = { ...submission, topics: mapped ?? submission.topics, amount };
    const fact = factOf(accepted, { reviewerId, handedInOn, approved: claim?.state === 'approved' });
    return { factId: (await this.recordFact.execute(tx, fact)).id, mapped };
  }

  private async mapped(
    tx: Tx,
    submission: SubmissionEntity,
    topics: readonly TopicMinutes[],
    timeZone: string,
  ): Promise<TopicMinutes[] | null> {
    const { kind, bodyId, provider, title, topics: told } = submission;
    if (kind === 'document' || sameTime(topics, told)) return null;
    const details = { ...submission, provider: provider ?? '', title: title ?? '', topics };
    const { problems } = await this.check.execute(tx, { kind, bodyId, details }, dateIn(timeZone, tx.now));
    if (problems.length > 0) throw unacceptable(problems);
    return [...topics];
  }
}

function sameTime(some: readonly TopicMinutes[], others: readonly TopicMinutes[]): boolean {
  const minutes = new Map(others.map((part) => [part.topic, part.minutes]));
  return some.length === others.length && some.every((part) => minutes.get(part.topic) === part.minutes);
}
