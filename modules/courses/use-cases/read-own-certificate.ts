import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { sealed } from '../../../src/kernel/sealed-payload.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { certificateNotReady, completionNotFound } from '../courses.errors.js';
import { CompletionRepository } from '../persistence/completion.repository.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import type { Completion } from './read-completion.js';
import { WordCompletion } from './word-completion.js';

export interface OwnCertificate {
  readonly number: string;
  readonly token: string;
  /** Of the newest document: on its way, waiting for staff, or there. */
  readonly state: 'pending' | 'held' | 'stored';
  /** Whether there is a document to download, this one or the one before it. */
  readonly isThere: boolean;
  /** Whether the record says more, or another name, than the newest document. */
  readonly isOutdated: boolean;
}

/** The certificate of a course of the one who acts. */
@Injectable()
export class ReadOwnCertificate {
  constructor(
    private readonly completions: CompletionRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly wording: WordCompletion,
  ) {}

  /** @returns null where none was asked for yet */
  async execute(tx: Tx, { completedOn, ...completion }: Completion): Promise<OwnCertificate | null> {
    const certificate = await this.completions.of(tx, completion.enrolmentId);
    if (!certificate || !completedOn) return null;
    const documents = await this.completions.documentsOf(tx, certificate.id);
    const newest = documents[0];
    if (!newest || newest.state === 'replaced') return null;
    const { payload } = await this.wording.execute(tx, { ...completion, completedOn }, certificate);
    return {
      number: certificate.number,
      token: certificate.verificationToken,
      state: newest.state,
      isThere: documents.some(({ state }) => state === 'stored'),
      isOutdated: newest.state === 'stored' && newest.recordHash !== sealed(payload).hash,
    };
  }

  /** The PDF. @throws DomainError not_found for who did not ask for one; courses.certificate_not_ready */
  async file(tx: Tx, { courseCode }: { courseCode: string }): Promise<{ bytes: Buffer; fileName: string }> {
    const enrolment = await this.enrolments.of(tx, personIdOf(tx.actor), courseCode);
    const certificate = enrolment && (await this.completions.of(tx, enrolment.id));
    if (!certificate) throw completionNotFound();
    const documents = await this.completions.documentsOf(tx, certificate.id);
    const stored = documents.find(({ state }) => state === 'stored');
    const bytes = stored && (await this.completions.bytesOf(tx, stored.id));
    if (!bytes) throw certificateNotReady();
    return { bytes, fileName: `${certificate.number}.pdf` };
  }
}
