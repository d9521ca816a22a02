import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Storage } from '../../../src/platform/storage/storage.js';
import type { SubmissionEntity } from '../persistence/submission.entity.js';
import { SubmissionRepository } from '../persistence/submission.repository.js';
import { EvidenceContent } from './evidence-content.js';
import { submissionReading, type SubmissionReading } from './submission-reading.js';

/** Submissions for the person who handed them in. */
@Injectable()
export class ReadSubmissions {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly content: EvidenceContent,
    private readonly storage: Storage,
  ) {}

  /** The actor's own, newest first. */
  async own(tx: Tx): Promise<SubmissionReading[]> {
    return this.readings(tx, await this.submissions.allOfPerson(tx, personIdOf(tx.actor)));
  }

  /** @throws DomainError not_found for somebody else's */
  async ownById(tx: Tx, id: string): Promise<SubmissionReading> {
    const row = await this.submissions.ofPerson(tx, personIdOf(tx.actor), id);
    const [reading] = row ? await this.readings(tx, [row]) : [];
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

  private async readings(tx: Tx, rows: readonly SubmissionEntity[]): Promise<SubmissionReading[]> {
    const reviews = await this.submissions.reviewsOf(
      tx,
      rows.map(({ id }) => id),
    );
    const notes = new Map(reviews.map(({ submissionId, note }) => [submissionId, note]));
    return rows.map((row) => {
      return submissionReading(row, { title: this.content.titleOf(row), note: notes.get(row.id) ?? null });
    });
  }
}
