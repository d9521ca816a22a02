import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../src/platform/database/transaction.js';
import type { Term } from './domain/credential-event.js';
import type { Standing } from './domain/standing.js';
import type { StatusChange } from './domain/status-change.js';
import type { RegisterFilter, RegisterPage } from './persistence/credential.repository.js';
import { ChangeStatus } from './use-cases/change-status.js';
import { ReadRegister, type CredentialSummary, type PublicEntry } from './use-cases/read-register.js';
import { RenewCredential, type Renewal } from './use-cases/renew-credential.js';
import { ReverseLine, type Reversal } from './use-cases/reverse-line.js';

export { readNumber } from './domain/credential-number.js';
export {
  /** @public heard by issues to come */ CredentialIssued,
  CredentialStatusChanged,
} from './domain/register-events.js';
export type { Note, Standing } from './domain/standing.js';
export { hasEnded, type DecidedStatus, type Status } from './domain/status.js';
export { publicCredential, type PublicCredential, type PublicCredentialRow } from './domain/public-credential.js';
export { matchesSurname } from './domain/surname.js';
export type { CredentialEvent, CredentialEventKind, Term } from './domain/credential-event.js';
export type { CredentialSummary, PublicEntry } from './use-cases/read-register.js';
export type { Renewal } from './use-cases/renew-credential.js';
export type { /** @public */ Reversal } from './use-cases/reverse-line.js';
export type { RegisterFilter, RegisterPage } from './persistence/credential.repository.js';

/** A registrar's change to one credential. */
export type RegisterChange = Omit<StatusChange, 'kind'> & {
  credentialId: string;
  decidedBy: string;
  explanation?: string | null;
};

/** More than anybody holds of one body. */
const MOST_OF_A_PERSON = 200;

/** The register, for the modules below: who holds what, in which standing, and the changes a decision makes to it. */
@Injectable()
export class Register {
  constructor(
    private readonly reads: ReadRegister,
    private readonly renewCredential: RenewCredential,
    private readonly change: ChangeStatus,
    private readonly reversal: ReverseLine,
  ) {}

  /**
   * The standing on a date, as known at a moment (now when absent).
   * @throws DomainError not_found
   */
  standing(
    tx: Tx,
    which: { number: string } | { credentialId: string },
    onDate: Temporal.PlainDate,
    knownAt?: Temporal.Instant,
  ): Promise<Standing> {
    return this.reads.standing(tx, which, onDate, knownAt);
  }

  /** Everything a person was ever granted, newest first. */
  credentialsOf(tx: Tx, personId: string): Promise<CredentialSummary[]> {
    return this.reads.ofPerson(tx, personId);
  }

  /** What one body granted to several persons, newest first. */
  grantedAt(tx: Tx, bodyId: string, personIds: readonly string[]): Promise<CredentialSummary[]> {
    return this.reads.search(tx, { bodyIds: [bodyId], personIds }, { limit: personIds.length * MOST_OF_A_PERSON });
  }

  /** Credentials that no decision has ended (active or suspended; by their dates they may have expired), newest first. */
  activeIn(tx: Tx, filter: Omit<RegisterFilter, 'statuses'>, page: RegisterPage): Promise<CredentialSummary[]> {
    return this.reads.search(tx, { ...filter, statuses: ['active', 'suspended'] }, page);
  }

  /** What the public may know of these credentials today; numbers without a public line are left out. */
  publicly(tx: Tx, numbers: readonly string[]): Promise<PublicEntry[]> {
    return this.reads.publicly(tx, numbers);
  }

  /** @throws DomainError credentials.not_renewable, credentials.stage_not_renewed, credentials.own_credential */
  renew(tx: Tx, renewal: Renewal): Promise<{ eventId: string; term: Term }> {
    return this.renewCredential.execute(tx, renewal);
  }

  /**
   * A public note with its dates (`noteUntil`), which leaves the standing as it is.
   * @throws DomainError credentials.change.*; `too_soon` before the notice of the scheme is over, unless it is an emergency or
   * the holder had notice already (`noticeGiven`)
   */
  reprimand(tx: Tx, change: RegisterChange): Promise<{ eventId: string }> {
    return this.change.execute(tx, { explanation: null, ...change, kind: 'reprimanded' });
  }

  /**
   * Takes a suspension, revocation or reprimand back as if it had never been, from its original date on.
   * @throws DomainError not_found, credentials.not_reversible, credentials.same_decider, credentials.own_credential,
   * credentials.already_held
   */
  reverse(tx: Tx, reversal: Reversal): Promise<{ eventId: string }> {
    return this.reversal.execute(tx, reversal);
  }

  /** @throws DomainError credentials.change.* */
  suspend(tx: Tx, change: RegisterChange): Promise<{ eventId: string }> {
    return this.change.execute(tx, { explanation: null, ...change, kind: 'suspended' });
  }

  /** @throws DomainError credentials.change.* */
  reinstate(tx: Tx, change: RegisterChange): Promise<{ eventId: string }> {
    return this.change.execute(tx, { explanation: null, ...change, kind: 'reinstated' });
  }

  /** @throws DomainError credentials.change.* */
  revoke(tx: Tx, change: RegisterChange): Promise<{ eventId: string }> {
    return this.change.execute(tx, { explanation: null, ...change, kind: 'revoked' });
  }

  /** The holder gave it back. @throws DomainError credentials.change.* */
  surrender(tx: Tx, change: RegisterChange): Promise<{ eventId: string }> {
    return this.change.execute(tx, { explanation: null, ...change, kind: 'surrendered' });
  }
}
