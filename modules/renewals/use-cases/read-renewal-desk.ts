import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import { RenewalRepository, type QueuePlace } from '../persistence/renewal.repository.js';
import { ReadNotes, type RenewalNote } from './read-notes.js';
import { RenewalRules, type RenewalCase } from './renewal-rules.js';
import { renewalView, type RenewalView } from './renewal-view.js';

export interface WaitingRenewal extends RenewalView {
  holder: string;
  /** The one who looks may not confirm or return their own. */
  own: boolean;
}

export interface DeskRenewal extends WaitingRenewal {
  notes: RenewalNote[];
  /** What the renewal asks for and what is there, as it is now; of the newest term. */
  tree: RenewalCase['tree'];
}

const PAGE = 25;

/** Renewals for the registrars of the bodies they were sent to. */
@Injectable()
export class ReadRenewalDesk {
  constructor(
    private readonly renewals: RenewalRepository,
    private readonly rules: RenewalRules,
    private readonly people: People,
    private readonly notes: ReadNotes,
  ) {}

  /** What waits for a registrar of the actor's bodies; the term that ends first comes first. */
  async waiting(tx: Tx, after?: string): Promise<{ renewals: WaitingRenewal[]; next: string | null }> {
    const bodies = organizationsOf(tx.actor, 'registrar');
    const rows = await this.renewals.waitingAt(tx, bodies, { after: readPlace(after), limit: PAGE + 1 });
    const shown = rows.slice(0, PAGE);
    const holders = await this.people.getAll(tx, [...new Set(shown.map(({ personId }) => personId))]);
    const me = personIdOf(tx.actor);
    const renewals = shown.map((row) => {
      return { ...renewalView(row), holder: holders.get(row.personId)?.legalName ?? '', own: row.personId === me };
    });
    const last = rows.length > PAGE ? shown.at(-1) : undefined;
    return { renewals, next: last ? `${last.termEndsOn.toString()}_${last.id}` : null };
  }

  /** One renewal, whatever its state. @throws DomainError not_found for another body's */
  async one(tx: Tx, id: string): Promise<DeskRenewal> {
    const row = await this.renewals.ofBodies(tx, organizationsOf(tx.actor, 'registrar'), id);
    if (!row) throw notFound('this renewal');
    const { legalName } = await this.people.get(tx, row.personId);
    const { tree } = await this.rules.ofHolder(tx, row.personId, row.number);
    const own = row.personId === personIdOf(tx.actor);
    return { ...renewalView(row), holder: legalName, own, notes: await this.notes.of(tx, row), tree };
  }
}

/** A place in the queue, as an address carries it; anything else begins at the front. */
function readPlace(text: string | undefined): QueuePlace | undefined {
  const [, termEndsOn, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
  return termEndsOn && id ? { termEndsOn, id } : undefined;
}
