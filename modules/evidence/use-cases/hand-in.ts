import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { ProofFile, SubmissionKind } from '../domain/submission.js';
import { notWaitingForChanges } from '../evidence.errors.js';
import type { SubmissionEntity } from '../persistence/submission.entity.js';
import { SubmissionRepository } from '../persistence/submission.repository.js';

type Content = Pick<
  SubmissionEntity,
  'bodyId' | 'personId' | 'kind' | 'documentType' | 'provider' | 'title' | 'startedOn' | 'finishedOn' | 'topics'
> &
  Partial<Pick<SubmissionEntity, 'approvedCourseId' | 'delivery' | 'live' | 'assessmentPassed'>>;

/** Puts a submission before the reviewers: a new one, or a returned one with its changes. */
@Injectable()
export class HandIn {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /**
   * The actor's own submission that was returned to them, held for the change.
   * @throws DomainError not_found; evidence.not_waiting_for_changes while a reviewer has it, or after acceptance
   */
  async returned(tx: Tx, id: string, kind: SubmissionKind): Promise<SubmissionEntity> {
    const found = await this.submissions.ofPerson(tx, personIdOf(tx.actor), id, { lock: true });
    if (!found || found.kind !== kind) throw notFound('this submission');
    if (found.state !== 'returned') throw notWaitingForChanges();
    return found;
  }

  /** @param given.file left out: the file of the earlier revision stays */
  async execute(
    tx: Tx,
    given: { earlier?: SubmissionEntity; file?: ProofFile; content: Content },
  ): Promise<{ submissionId: string }> {
    const { earlier, file, content } = given;
    const submission: SubmissionEntity = {
      approvedCourseId: null,
      delivery: null,
      live: null,
      assessmentPassed: null,
      ...content,
      id: earlier?.id ?? this.ids.next(),
      state: 'submitted',
      fileSha256: file?.sha256 ?? earlier?.fileSha256 ?? null,
      fileName: file?.fileName ?? earlier?.fileName ?? null,
      fileType: file?.type ?? earlier?.fileType ?? null,
      fileSize: file?.size ?? earlier?.fileSize ?? null,
      revision: (earlier?.revision ?? 0) + 1,
      factId: null,
      submittedAt: tx.now,
      createdAt: earlier?.createdAt ?? tx.now,
    };
    if (earlier) await this.submissions.save(tx, submission);
    else await this.submissions.insert(tx, submission);
    await this.audit.record(tx, {
      action: 'evidence.submission.sent',
      subject: { kind: 'submission', id: submission.id },
      bodyId: submission.bodyId,
      personId: submission.personId,
      details: { kind: submission.kind, revision: submission.revision },
    });
    return { submissionId: submission.id };
  }
}
