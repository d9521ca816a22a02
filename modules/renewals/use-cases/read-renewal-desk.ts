import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf, type Role } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { keyParts, PAGE_LENGTH, pageOf, readKey } from '../../../src/platform/http/paging.js';
import { People } from '../../people/people.public.js';
import { RenewalRepository } from '../persistence/renewal.repository.js';
import type { DenialView } from './read-denial.js';
import type { RenewalFeesDue } from './renewal-fees.js';
import { RenewalRules, type RenewalCase } from './renewal-rules.js';
import { RenewalSurroundings, type Surroundings } from './renewal-surroundings.js';
import { renewalView, type RenewalView } from './renewal-view.js';

/** A registrar keeps the queue; a decider is asked for the second word on a denial. */
const DESK: readonly Role[] = ['registrar', 'decider'];

export interface WaitingRenewal extends RenewalView {
  holder: string;
  /** The one who looks may not confirm or return their own. */
  own: boolean;
}

export interface QueuedRenewal extends WaitingRenewal {
  /** The open invoices that it waits for. */
  waitsFor: RenewalFeesDue['open'];
}

export interface DeskRenewal extends WaitingRenewal, Surroundings {
  /** A denial that waits for a second person. */
  proposal: DenialView | null;
  may: Record<'decide' | 'second', boolean>;
  /** What the renewal asks for and what is there, as it is now; of the newest term. */
  tree: RenewalCase['tree'];
}

/** Renewals for the registrars of the bodies they were sent to. */
@Injectable()
export class ReadRenewalDesk {
  constructor(
    private readonly renewals: RenewalRepository,
    private readonly rules: RenewalRules,
    private readonly people: People,
    private readonly around: RenewalSurroundings,
  ) {}

  /** What waits for a registrar of the actor's bodies; the term that ends first comes first. */
  async waiting(tx: Tx, after?: string): Promise<{ renewals: QueuedRenewal[]; next: string | null }> {
    const bodies = organizationsOf(tx.actor, ...DESK);
    const [termEndsOn, id] = readKey(after, keyParts.date, keyParts.id) ?? [];
    const place = termEndsOn && id ? { termEndsOn, id } : undefined;
    const found = await this.renewals.waitingAt(tx, bodies, { after: place, limit: PAGE_LENGTH + 1 });
    const { rows: shown, next } = pageOf(found, (row) => [row.termEndsOn.toString(), row.id]);
    const holders = await this.people.getAll(tx, [...new Set(shown.map(({ personId }) => personId))]);
    const me = personIdOf(tx.actor);
    const heldUp = await this.around.fees.holdingUp(tx, shown);
    const renewals = shown.map((row) => {
      const holder = holders.get(row.personId)?.legalName ?? '';
      return { ...renewalView(row), holder, own: row.personId === me, waitsFor: heldUp.get(row.id) ?? [] };
    });
    return { renewals, next };
  }

  /** One renewal, whatever its state. @throws DomainError not_found for another body's */
  async one(tx: Tx, id: string): Promise<DeskRenewal> {
    const row = await this.renewals.ofBodies(tx, organizationsOf(tx.actor, ...DESK), id);
    if (!row) throw notFound('this renewal');
    const { legalName } = await this.people.get(tx, row.personId);
    const { tree } = await this.rules.ofHolder(tx, row.personId, row.number);
    const me = personIdOf(tx.actor);
    const own = row.personId === me;
    const proposed = await this.around.denials.proposal(tx, row);
    const isRegistrar = organizationsOf(tx.actor, 'registrar').includes(row.bodyId);
    const may = {
      decide: row.state === 'submitted' && !own && isRegistrar,
      second: proposed !== null && !own && proposed.by !== me,
    };
    const proposal = proposed && {
      on: proposed.on,
      reasons: proposed.reasons,
      note: proposed.note,
      clauses: proposed.clauses,
    };
    return {
      proposal,
      may,
      ...renewalView(row),
      holder: legalName,
      own,
      ...(await this.around.of(tx, row)),
      tree,
    };
  }
}
