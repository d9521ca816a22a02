import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Register } from '../../credentials/credentials.public.js';
import { People } from '../../people/people.public.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { RenewalRepository, type QueuePlace } from '../persistence/renewal.repository.js';
import { RenewalRules, type RenewalCase } from './renewal-rules.js';

/** A renewal as JSON and pages tell it; dates as ISO text. */
export interface RenewalView {
  id: string;
  number: string;
  title: string;
  state: 'submitted' | 'confirmed';
  late: boolean;
  termEndsOn: string;
  submittedOn: string;
  newExpiresOn: string | null;
}

export interface WaitingRenewal extends RenewalView {
  holder: string;
  /** The one who looks may not confirm their own. */
  own: boolean;
}

export interface OwnRenewal extends RenewalCase {
  /** The renewal of the newest term, if it was sent. */
  sent: RenewalView | null;
}

const PAGE = 25;

@Injectable()
export class ReadRenewals {
  constructor(
    private readonly renewals: RenewalRepository,
    private readonly rules: RenewalRules,
    private readonly register: Register,
    private readonly people: People,
  ) {}

  /** One of the actor's own credentials. @throws DomainError not_found */
  async own(tx: Tx, number: string): Promise<OwnRenewal> {
    const found = await this.rules.ofHolder(tx, personIdOf(tx.actor), number);
    const { credentialId, expiresOn } = found.credential;
    const sent = await this.renewals.ofTerm(tx, credentialId, expiresOn);
    return { ...found, sent: sent && viewOf(sent) };
  }

  /** Where each of the actor's own credentials stands. */
  async ownCredentials(tx: Tx): Promise<RenewalCase[]> {
    const cases: RenewalCase[] = [];
    for (const credential of await this.register.credentialsOf(tx, personIdOf(tx.actor)))
      cases.push(await this.rules.of(tx, credential));
    return cases;
  }

  /** What the actor has sent, newest first. */
  async listOwn(tx: Tx): Promise<RenewalView[]> {
    return (await this.renewals.ofPerson(tx, personIdOf(tx.actor))).map(viewOf);
  }

  /** What waits for a registrar of the actor's bodies; the term that ends first comes first. */
  async waiting(tx: Tx, after?: string): Promise<{ renewals: WaitingRenewal[]; next: string | null }> {
    const bodies = organizationsOf(tx.actor, 'registrar');
    const rows = await this.renewals.waitingAt(tx, bodies, { after: readPlace(after), limit: PAGE + 1 });
    const shown = rows.slice(0, PAGE);
    const holders = await this.people.getAll(tx, [...new Set(shown.map(({ personId }) => personId))]);
    const me = personIdOf(tx.actor);
    const renewals = shown.map((row) => {
      return { ...viewOf(row), holder: holders.get(row.personId)?.legalName ?? '', own: row.personId === me };
    });
    const last = rows.length > PAGE ? shown.at(-1) : undefined;
    return { renewals, next: last ? `${last.termEndsOn.toString()}_${last.id}` : null };
  }
}

/** A place in the queue, as an address carries it; anything else begins at the front. */
function readPlace(text: string | undefined): QueuePlace | undefined {
  const [, termEndsOn, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
  return termEndsOn && id ? { termEndsOn, id } : undefined;
}

function viewOf(row: RenewalEntity): RenewalView {
  const { id, number, title, late } = row;
  return {
    id,
    number,
    title,
    state: row.confirmedAt ? 'confirmed' : 'submitted',
    late,
    termEndsOn: row.termEndsOn.toString(),
    submittedOn: row.submittedOn.toString(),
    newExpiresOn: row.newExpiresOn?.toString() ?? null,
  };
}
