import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { keyParts, PAGE_LENGTH, pageOf, readKey } from '../../../src/platform/http/paging.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { People } from '../../people/people.public.js';
import { SUBMISSION_KINDS, type SubmissionKind } from '../domain/submission.js';
import type { SubmissionEntity } from '../persistence/submission.entity.js';
import { SubmissionRepository } from '../persistence/submission.repository.js';
import { EvidenceContent } from './evidence-content.js';
import { submissionReading, type SubmissionReading } from './submission-reading.js';

export interface ReviewReading extends SubmissionReading {
  readonly personId: string;
  readonly personName: string;
  readonly personNumber: string;
  /** Of the body: days are shown as they are there. */
  readonly timeZone: string;
  /** Earlier answers, oldest first. */
  readonly answers: readonly { outcome: string; note: string | null; at: Temporal.Instant }[];
}

/** Asked as an address carries it; what is no filter is none. */
export interface DeskQuestion {
  kind?: string;
  /** Only what has waited for so many days or more; one of {@link WAITING_DAYS}. */
  waiting?: string;
  after?: string;
}

export const WAITING_DAYS = [3, 7, 14, 30] as const;

export interface ReviewDesk {
  submissions: ReviewReading[];
  /** Key of the next page; null on the last. */
  next: string | null;
  /** Everything that waits, by kind, whatever is filtered. */
  counts: Record<SubmissionKind, number>;
}

/** Submissions for the reviewers of the body they went to. */
@Injectable()
export class ReadReviewDesk {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly people: People,
    private readonly organizations: Organizations,
    private readonly content: EvidenceContent,
  ) {}

  /** What waits for the reviewers of the actor's bodies, longest waiting first, page by page. */
  async waiting(tx: Tx, asked: DeskQuestion): Promise<ReviewDesk> {
    const bodyIds = organizationsOf(tx.actor, 'reviewer');
    const days = WAITING_DAYS.find((one) => String(one) === asked.waiting);
    const [submittedAt, id] = readKey(asked.after, keyParts.instant, keyParts.id) ?? [];
    const found = await this.submissions.waiting(tx, {
      bodyIds,
      kind: SUBMISSION_KINDS.find((kind) => kind === asked.kind),
      sentBy: days && tx.now.subtract({ hours: 24 * days }),
      after: submittedAt && id ? { submittedAt, id } : undefined,
      limit: PAGE_LENGTH + 1,
    });
    const { rows, next } = pageOf(found, (row) => [row.submittedAt.toString(), row.id]);
    const counts = await this.submissions.countWaiting(tx, bodyIds);
    return { submissions: await this.readings(tx, rows), next, counts };
  }

  /** @throws DomainError not_found for one of another body */
  async one(tx: Tx, id: string): Promise<ReviewReading> {
    const row = await this.submissions.ofBodies(tx, organizationsOf(tx.actor, 'reviewer'), id);
    const [reading] = row ? await this.readings(tx, [row]) : [];
    if (!reading) throw notFound('this submission');
    return reading;
  }

  private async readings(tx: Tx, rows: readonly SubmissionEntity[]): Promise<ReviewReading[]> {
    const people = await this.people.getAll(
      tx,
      rows.map(({ personId }) => personId),
    );
    const reviews = await this.submissions.reviewsOf(
      tx,
      rows.map(({ id }) => id),
    );
    const zones = new Map<string, string>();
    for (const bodyId of new Set(rows.map((row) => row.bodyId)))
      zones.set(bodyId, (await this.organizations.get(tx, bodyId)).timeZone);
    return rows.map((row) => {
      const person = people.get(row.personId);
      const answers = reviews
        .filter(({ submissionId }) => submissionId === row.id)
        .map(({ outcome, note, createdAt }) => ({ outcome, note, at: createdAt }));
      return {
        ...submissionReading(row, { title: this.content.titleOf(row), note: answers.at(-1)?.note ?? null }),
        personId: row.personId,
        personName: person?.displayName ?? '',
        personNumber: person?.number ?? '',
        timeZone: zones.get(row.bodyId) ?? 'UTC',
        answers,
      };
    });
  }
}
