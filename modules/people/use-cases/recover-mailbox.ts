import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { IdentityCheck } from '../domain/identity-checks.js';
import { RECENT } from '../domain/second-factor-removal.js';
import { askColleague, notOneself } from '../desk.errors.js';
import { needsAttention } from '../people.errors.js';
import { ContactRepository } from '../persistence/contact.repository.js';
import { MailboxRecoveryRepository } from '../persistence/mailbox-recovery.repository.js';
import { SecondFactorRemovalRepository } from '../persistence/second-factor-removal.repository.js';
import { OfferContact, requireEmail } from './contacts.js';
import { TellPerson } from './passwords.js';
import { actingPerson } from './require-confirmed.js';

export interface MailboxRecovery {
  /** The body at whose desk this happens; that it knows the person is made sure by the caller. */
  bodyId: string;
  personId: string;
  identityCheck: IdentityCheck;
  /** The address the person reads now. */
  email: string;
}

/** Row, audit and letters of a recovery. */
@Injectable()
export class RecordRecovery {
  constructor(
    private readonly recoveries: MailboxRecoveryRepository,
    private readonly audit: Audit,
    private readonly tell: TellPerson,
    private readonly ids: Ids,
  ) {}

  async execute(
    tx: Tx,
    input: { bodyId: string; personId: string; identityCheck: IdentityCheck; newContactId: string },
  ): Promise<void> {
    const { bodyId, personId, identityCheck, newContactId } = input;
    const id = this.ids.next();
    const handledBy = actingPerson(tx).personId;
    await this.recoveries.add(tx, { ...input, id, handledBy, createdAt: tx.now });
    await this.audit.record(tx, {
      action: 'people.mailbox.recovered',
      subject: { kind: 'mailbox_recovery', id },
      bodyId,
      personId,
      details: { identityCheck, contactId: newContactId },
    });
    // The new address has its letter with the link already; this one goes to the old, in case the owner still reads it.
    await this.tell.execute(tx, 'account-mailbox-recovery', personId, { identity: id });
  }
}

/**
 * A person lost their mailbox and proved at a body's desk who they are: a new address is entered and gets a link.
 * When the link is used, the new address takes the old one's place and every session ends.
 */
@Injectable()
export class RecoverMailbox {
  constructor(
    private readonly contacts: ContactRepository,
    private readonly removals: SecondFactorRemovalRepository,
    private readonly offer: OfferContact,
    private readonly record: RecordRecovery,
  ) {}

  /** @throws DomainError `not_found`, `people.not_oneself`, `people.ask_colleague`, `people.needs_attention` */
  async execute(tx: Tx, { bodyId, personId, identityCheck, email: typed }: MailboxRecovery): Promise<void> {
    if (!organizationsOf(tx.actor, 'registrar', 'administrator').includes(bodyId)) throw notFound('this page');
    const handledBy = actingPerson(tx).personId;
    if (personId === handledBy) throw notOneself();
    if (await this.removals.wasHandledBy(tx, { personId, handledBy }, tx.now.subtract(RECENT))) throw askColleague();
    const email = requireEmail(typed);
    const mine = await this.contacts.all(tx, personId);
    if (mine.some((contact) => contact.addressKey === email.key && contact.verifiedAt)) {
      throw needsAttention([
        { field: 'email', message: 'This address is theirs already: a mailed link for a new password is enough.' },
      ]);
    }
    const contact = await this.offer.execute(tx, personId, email);
    await this.record.execute(tx, { bodyId, personId, identityCheck, newContactId: contact.id });
  }
}
