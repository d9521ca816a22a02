import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Storage } from '../../../src/platform/storage/storage.js';
import { People } from '../../people/people.public.js';
import type { TopicMinutes } from '../domain/fact.js';
import type { SubmissionKind, SubmissionState } from '../domain/submission.js';
import type { SubmissionEntity } from '../persistence/submission.entity.js';
import { SubmissionRepository } from '../persistence/submission.repository.js';
import { EvidenceContent } from './evidence-content.js';

/** A submission as its owner and the body's reviewers see it. */
export interface SubmissionReading {
  readonly id: string;
  readonly bodyId: string;
  readonly kind: SubmissionKind;
  readonly state: SubmissionState;
  /** The training's title, or what the document is. */
  readonly title: string;
  readonly documentType: string | null;
  readonly provider: string | null;
  readonly startedOn: Temporal.PlainDate | null;
  readonly finishedOn: Temporal.PlainDate | null;
  readonly topics: readonly TopicMinutes[];
  readonly minutes: number;
  readonly fileName: string | null;
  readonly revision: number;
  readonly submittedAt: Temporal.Instant;
  /** The reviewer's latest note. */
  readonly note: string | null;
}

export interface ReviewReading extends SubmissionReading {
  readonly personId: string;
  readonly personName: string;
  readonly personNumber: string;
  /** Earlier answers, oldest first. */
  readonly answers: readonly { outcome: string; note: string | null; at: Temporal.Instant }[];
}

const QUEUE_LENGTH = 100;

/** Submissions for the person who handed them in, and for the reviewers of the body they went to. */
@Injectable()
export class ReadSubmissions {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly people: People,
    private readonly content: EvidenceContent,
    private readonly storage: Storage,
  ) {}

  /** The actor's own, newest first. */
  async own(tx: Tx): Promise<SubmissionReading[]> {
    return this.readings(tx, await this.submissions.allOfPerson(tx, personIdOf(tx.actor)));
  }

  /** @throws DomainError not_found for somebody else's */
  async ownById(tx: Tx, id: string): Promise<SubmissionReading> {
    return this.one(tx, await this.submissions.ofPerson(tx, personIdOf(tx.actor), id));
  }

  /** What waits for the reviewers of the actor's bodies, longest waiting first, a hundred at most. */
  async waiting(tx: Tx): Promise<ReviewReading[]> {
    const rows = await this.submissions.waiting(tx, organizationsOf(tx.actor, 'reviewer'), QUEUE_LENGTH);
    return this.forReview(tx, rows);
  }

  /** @throws DomainError not_found for one of another body */
  async forReviewById(tx: Tx, id: string): Promise<ReviewReading> {
    const row = await this.submissions.ofBodies(tx, organizationsOf(tx.actor, 'reviewer'), id);
    const [reading] = row ? await this.forReview(tx, [row]) : [];
    if (!reading) throw notFound('this submission');
    return reading;
  }

  /**
   * The file of the actor's own submission, or of one they may review.
   * @throws DomainError not_found for everybody else's, and where no file was handed in
   */
  async proof(tx: Tx, id: string): Promise<{ bytes: Buffer; fileName: string; type: string }> {
    const row =
      (await this.submissions.ofPerson(tx, personIdOf(tx.actor), id)) ??
      (await this.submissions.ofBodies(tx, organizationsOf(tx.actor, 'reviewer'), id));
    if (!row?.fileSha256 || !row.fileName || !row.fileType) throw notFound('this file');
    return { bytes: await this.storage.read(row.fileSha256), fileName: row.fileName, type: row.fileType };
  }

  private async one(tx: Tx, row: SubmissionEntity | null): Promise<SubmissionReading> {
    const [reading] = row ? await this.readings(tx, [row]) : [];
    if (!reading) throw notFound('this submission');
    return reading;
  }

  private async readings(tx: Tx, rows: readonly SubmissionEntity[]): Promise<SubmissionReading[]> {
    const reviews = await this.submissions.reviewsOf(
      tx,
      rows.map(({ id }) => id),
    );
    const notes = new Map(reviews.map(({ submissionId, note }) => [submissionId, note]));
    return rows.map((row) => this.reading(row, notes.get(row.id) ?? null));
  }

  private async forReview(tx: Tx, rows: readonly SubmissionEntity[]): Promise<ReviewReading[]> {
    const people = await this.people.getAll(
      tx,
      rows.map(({ personId }) => personId),
    );
    const reviews = await this.submissions.reviewsOf(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => {
      const person = people.get(row.personId);
      const answers = reviews
        .filter(({ submissionId }) => submissionId === row.id)
        .map(({ outcome, note, createdAt }) => ({ outcome, note, at: createdAt }));
      return {
        ...this.reading(row, answers.at(-1)?.note ?? null),
        personId: row.personId,
        personName: person?.displayName ?? '',
        personNumber: person?.number ?? '',
        answers,
      };
    });
  }

  private reading(row: SubmissionEntity, note: string | null): SubmissionReading {
    const { id, bodyId, kind, state, documentType, provider, startedOn, finishedOn, topics } = row;
    const { fileName, revision, submittedAt } = row;
    const title = row.title ?? (documentType && this.content.documentTypes.get(documentType)) ?? 'Document';
    const minutes = topics.reduce((sum, part) => sum + part.minutes, 0);
    const described = {
      id,
      bodyId,
      kind,
      state,
      title,
      documentType,
      provider,
      startedOn,
      finishedOn,
      topics,
      minutes,
    };
    return { ...described, fileName, revision, submittedAt, note };
  }
}
