import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { sealed } from '../../../src/kernel/sealed-payload.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { certificateNotYet } from '../courses.errors.js';
import type { CompletionCertificateEntity } from '../persistence/completion.entity.js';
import { CertificateBook } from './certificate-book.js';
import { ReadCompletion } from './read-completion.js';
import { WordCompletion } from './word-completion.js';

/**
 * Somebody asks for the certificate of a course that they finished. The first time it gets its number; again, a document that is
 * under way or says the same is the one they have, and a new edition is made once there is more to tell or the name has changed.
 */
@Injectable()
export class AskCompletion {
  constructor(
    private readonly reading: ReadCompletion,
    private readonly wording: WordCompletion,
    private readonly book: CertificateBook,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError not_found where nothing is completed; courses.certificate_not_yet before the course is finished */
  async execute(tx: Tx, { courseCode }: { courseCode: string }): Promise<{ number: string }> {
    await this.book.lock(tx, personIdOf(tx.actor), courseCode);
    const { completedOn, ...completion } = await this.reading.execute(tx, { courseCode });
    if (!completedOn) throw certificateNotYet();
    const certificate = await this.book.certificateOf(tx, completion.enrolmentId, personIdOf(tx.actor));
    const { payload, organizationId } = await this.wording.execute(tx, { ...completion, completedOn }, certificate);
    const recordHash = sealed(payload).hash;
    const newest = await this.book.newest(tx, certificate.id);
    if (newest && (newest.state !== 'stored' || newest.recordHash === recordHash)) return certificate;
    await this.book.intend.execute(tx, certificate, { payload, recordHash, organizationId });
    await this.note(tx, certificate, courseCode);
    return certificate;
  }

  private async note(tx: Tx, { id, personId }: CompletionCertificateEntity, course: string): Promise<void> {
    await this.audit.record(tx, {
      action: 'courses.certificate.asked',
      subject: { kind: 'completion_certificate', id },
      personId,
      details: { course },
    });
  }
}
