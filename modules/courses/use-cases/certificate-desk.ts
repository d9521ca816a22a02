import { Injectable } from '@nestjs/common';
import { organizationsOf, type Actor } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { certificateNotHeld, printedNameNeeded } from '../courses.errors.js';
import { openCompletion } from '../domain/completion-payload.js';
import { CompletionRepository, type HeldDocument } from '../persistence/completion.repository.js';
import { IntendCompletion } from './intend-completion.js';

const SHOWN = 100;
/** A name has at most so many characters, as in modules/people. */
const LONGEST_NAME = 200;

export interface HeldCertificate {
  readonly id: string;
  readonly number: string;
  readonly course: string;
  readonly heldReason: 'unprintable' | 'template';
  readonly heldCharacters: readonly string[];
  /** As it was to be printed. */
  readonly name: string;
}

/** Where who looks after a course settles how a name is printed that the fonts lack. */
@Injectable()
export class CertificateDesk {
  constructor(
    private readonly completions: CompletionRepository,
    private readonly intend: IntendCompletion,
    private readonly audit: Audit,
  ) {}

  /** What waits for the one who acts, oldest first. @throws DomainError not_found for who looks after no course */
  async held(tx: Tx): Promise<HeldCertificate[]> {
    const settles = settledBy(tx.actor);
    if (settles?.length === 0) throw notFound('this page');
    return (await this.own(tx)).map(({ id, number, heldReason, heldCharacters, payload, payloadHash }) => {
      const { check, data } = openCompletion({ text: payload, hash: payloadHash });
      const { name } = data.holder;
      return {
        id,
        number,
        course: check.course,
        heldReason: heldReason ?? 'template',
        heldCharacters: heldCharacters ?? [],
        name,
      };
    });
  }

  /**
   * Has a held document made anew, as agreed with the person how the name is printed. The held edition stays on record.
   * @param input.number of the certificate
   * @throws DomainError not_found for what others look after, and for one's own; courses.certificate_not_held; courses.printed_name_needed
   */
  async print(tx: Tx, input: { number: string; printedName: string }): Promise<void> {
    const found = await this.completions.byNumber(tx, input.number);
    const isOwn = tx.actor.kind === 'person' && tx.actor.personId === found?.personId;
    const settles = settledBy(tx.actor);
    const [newest] = found && !isOwn ? await this.completions.documentsOf(tx, found.id) : [];
    const isTheirs = settles ? settles.includes(newest?.organizationId ?? '') : newest?.organizationId === null;
    if (!found || !newest || !isTheirs) throw notFound('this certificate');
    const document = await this.completions.lockDocument(tx, newest.id);
    if (document?.state !== 'held') throw certificateNotHeld();
    const name = input.printedName.trim();
    if (name === '' || name.length > LONGEST_NAME) throw printedNameNeeded();
    await this.completions.settle(tx, document.id, { state: 'replaced' });
    await this.audit.record(tx, {
      action: 'courses.certificate.replaced',
      subject: { kind: 'completion_document', id: document.id },
      personId: document.personId,
      details: { certificate: found.id, edition: document.edition },
    });
    const payload = openCompletion({ text: document.payload, hash: document.payloadHash });
    const { recordHash, organizationId } = document;
    const worded = { ...payload, data: { ...payload.data, holder: { name } } };
    await this.intend.execute(tx, found, { payload: worded, recordHash, organizationId });
  }

  private async own(tx: Tx): Promise<HeldDocument[]> {
    const found = await this.completions.heldAt(tx, settledBy(tx.actor), SHOWN);
    return found.filter(({ personId }) => tx.actor.kind !== 'person' || personId !== tx.actor.personId);
  }
}

/** The organizations that somebody settles names for; null for the operator, who settles what no organization looks after. */
function settledBy(actor: Actor): string[] | null {
  return actor.kind === 'system' ? null : organizationsOf(actor, 'registrar', 'provider-administrator');
}
