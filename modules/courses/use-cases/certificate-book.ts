import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { completionNumberFrom } from '../domain/completion-number.js';
import type { CompletionCertificateEntity, CompletionDocumentEntity } from '../persistence/completion.entity.js';
import { CompletionRepository } from '../persistence/completion.repository.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { IntendCompletion } from './intend-completion.js';

/** The numbers of what people finished, and the documents that tell of it. */
@Injectable()
export class CertificateBook {
  constructor(
    private readonly completions: CompletionRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly ids: Ids,
    readonly intend: IntendCompletion,
  ) {}

  /** Until the transaction ends, nobody else asks for the certificate of this enrolment. */
  async lock(tx: Tx, personId: string, courseCode: string): Promise<void> {
    await this.enrolments.locked(tx, personId, courseCode);
  }

  /** The certificate of an enrolment, under its number; drawn now where it has none. */
  async certificateOf(tx: Tx, enrolmentId: string, personId: string): Promise<CompletionCertificateEntity> {
    const known = await this.completions.of(tx, enrolmentId);
    if (known) return known;
    const certificate = {
      id: this.ids.next(),
      enrolmentId,
      personId,
      number: completionNumberFrom(Buffer.from(this.ids.secret(8), 'base64url')),
      verificationToken: this.ids.secret(16),
      createdAt: tx.now,
    };
    await this.completions.insert(tx, certificate);
    return certificate;
  }

  /** The newest document, on its way, held or stored; null before the first. */
  async newest(tx: Tx, certificateId: string): Promise<CompletionDocumentEntity | null> {
    return (await this.completions.documentsOf(tx, certificateId))[0] ?? null;
  }
}
