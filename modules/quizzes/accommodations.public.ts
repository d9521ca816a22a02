import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { organizationsOf, personIdOf } from '../../src/kernel/actor.js';
import { DomainError, notFound } from '../../src/kernel/domain-error.js';
import { Audit } from '../../src/platform/audit/audit.js';
import type { Tx } from '../../src/platform/database/transaction.js';
import { Ids } from '../../src/platform/ids/ids.js';
import { mostOf, type Accommodation } from './domain/accommodation.js';
import { AccommodationRepository, type GrantedAccommodation } from './persistence/accommodation.repository.js';

export { minutesWith, mostOf, NO_ACCOMMODATION } from './domain/accommodation.js';
export type { Accommodation } from './domain/accommodation.js';
export type { GrantedAccommodation } from './persistence/accommodation.repository.js';

export interface NewAccommodation extends Accommodation {
  bodyId: string;
  personId: string;
  validFrom: Temporal.PlainDate;
  /** The last day; null without an end. */
  validUntil: Temporal.PlainDate | null;
}

/** What is made easier for a person: it belongs to them and holds in every quiz and every exam, whoever granted it. */
@Injectable()
export class Accommodations {
  constructor(
    private readonly rows: AccommodationRepository,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /** What holds for a person now, of all that was granted in each respect the most. */
  async of(tx: Tx, personId: string): Promise<Accommodation> {
    return mostOf(await this.rows.holding(tx, personId));
  }

  /** What the actor's bodies granted a person, newest first. */
  grantedTo(tx: Tx, personId: string): Promise<GrantedAccommodation[]> {
    return this.rows.at(tx, organizationsOf(tx.actor, 'registrar', 'administrator'), personId);
  }

  /**
   * Staff of a body grant it; why is not asked here and not kept.
   * @throws DomainError not_found for another body; quizzes.accommodation_for_oneself; quizzes.accommodation_of_nothing
   */
  async grant(tx: Tx, input: NewAccommodation): Promise<{ accommodationId: string }> {
    const { bodyId, personId, validFrom, validUntil } = input;
    if (!organizationsOf(tx.actor, 'registrar', 'administrator').includes(bodyId)) throw notFound('this organization');
    const grantedBy = personIdOf(tx.actor);
    if (grantedBy === personId) throw forOneself();
    const problem = problemOf(input);
    if (problem) throw ofNothing(problem);
    const id = this.ids.next();
    await this.rows.add(tx, { ...input, id, grantedBy }, { from: validFrom, until: validUntil });
    await this.note(tx, 'granted', { id, bodyId, personId });
    return { accommodationId: id };
  }

  /** From now on it does not hold; attempts under way keep their time. @throws DomainError not_found */
  async end(tx: Tx, id: string): Promise<{ accommodationId: string }> {
    const bodyIds = organizationsOf(tx.actor, 'registrar', 'administrator');
    const personId = await this.rows.end(tx, { id, bodyIds, by: personIdOf(tx.actor) });
    if (!personId) throw notFound('this accommodation');
    await this.note(tx, 'ended', { id, bodyId: null, personId });
    return { accommodationId: id };
  }

  private note(
    tx: Tx,
    what: string,
    { id, bodyId, personId }: { id: string; bodyId: string | null; personId: string },
  ) {
    return this.audit.record(tx, {
      action: `quizzes.accommodation.${what}`,
      subject: { kind: 'accommodation', id },
      bodyId,
      personId,
    });
  }
}

function problemOf({ extraTimePercent, breakMinutes, reader, largeText, wideSpacing, ...days }: NewAccommodation) {
  if (extraTimePercent === 0 && breakMinutes === 0 && !reader && !largeText && !wideSpacing) {
    return 'Choose at least one accommodation.';
  }
  if (days.validUntil && Temporal.PlainDate.compare(days.validUntil, days.validFrom) < 0) {
    return 'The last day lies before the first.';
  }
  return null;
}

function ofNothing(message: string): DomainError {
  const next = 'Put that right and send it again.';
  return new DomainError({ code: 'quizzes.accommodation_of_nothing', kind: 'invalid', message, next });
}

function forOneself(): DomainError {
  return new DomainError({
    code: 'quizzes.accommodation_for_oneself',
    kind: 'forbidden',
    message: 'An accommodation is granted by somebody else.',
    next: 'Ask a colleague at the body to grant yours.',
  });
}
