import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { DomainError, notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { IdentityCheck } from '../domain/identity-checks.js';
import { readPersonNumber } from '../domain/person-number.js';
import { needsAttention } from '../people.errors.js';
import type { PersonEntity } from '../persistence/person.entity.js';
import { ContactRepository } from '../persistence/contact.repository.js';
import { MailboxRecoveryRepository } from '../persistence/mailbox-recovery.repository.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { OfferContact, requireEmail } from './contacts.js';
import { TellPerson } from './passwords.js';
import { actingPerson } from './require-confirmed.js';

/** Who may put a mailbox right at the desk. */
const DESK_ROLES = ['registrar', 'administrator'] as const;

function notOneself(): DomainError {
  return new DomainError({
    code: 'people.not_oneself',
    kind: 'conflict',
    message: 'Nobody can put their own account right at the desk.',
    next: 'Ask a colleague to do it.',
  });
}

/** What staff see of a person at the desk: enough to know who it is. */
@Injectable()
export class ReadPersonAtDesk {
  constructor(
    private readonly persons: PersonRepository,
    private readonly contacts: ContactRepository,
  ) {}

  /** @returns null when the number belongs to nobody; numbers are found whole, never by part */
  async execute(tx: Tx, number: string): Promise<{ person: PersonEntity; hasEmail: string | null } | null> {
    if (organizationsOf(tx.actor, ...DESK_ROLES).length === 0) throw notFound('this page');
    const spelled = readPersonNumber(number);
    const person = spelled && (await this.persons.findByNumber(tx, spelled));
    if (!person) return null;
    const contact = await this.contacts.primary(tx, person.id);
    return { person, hasEmail: contact && hideAddress(contact.address) };
  }
}

/** `robin@example.org` → `r…@example.org`: staff compare it with what the person says, they do not learn it. */
function hideAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0]}…${address.slice(at)}`;
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
    private readonly persons: PersonRepository,
    private readonly contacts: ContactRepository,
    private readonly offer: OfferContact,
    private readonly record: RecordRecovery,
  ) {}

  /** @throws DomainError `not_found`, `people.not_oneself`, `people.needs_attention` */
  async execute(tx: Tx, input: { number: string; identityCheck: IdentityCheck; email: string }): Promise<void> {
    const [bodyId] = organizationsOf(tx.actor, ...DESK_ROLES);
    if (!bodyId) throw notFound('this page');
    const number = readPersonNumber(input.number);
    const person = number && (await this.persons.findByNumber(tx, number));
    if (!person) throw notFound('a person with this number');
    if (person.id === actingPerson(tx).personId) throw notOneself();
    const email = requireEmail(input.email);
    const mine = await this.contacts.all(tx, person.id);
    if (mine.some((contact) => contact.addressKey === email.key && contact.verifiedAt)) {
      throw needsAttention([
        { field: 'email', message: 'This address is theirs already: a mailed link for a new password is enough.' },
      ]);
    }
    const contact = await this.offer.execute(tx, person.id, email);
    const { identityCheck } = input;
    await this.record.execute(tx, { bodyId, personId: person.id, identityCheck, newContactId: contact.id });
  }
}
