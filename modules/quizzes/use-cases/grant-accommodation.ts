import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { isNothing, type Accommodation } from '../domain/accommodation.js';
import { AccommodationRepository, type GrantedAccommodation } from '../persistence/accommodation.repository.js';
import {
  accommodationForOneself,
  accommodationOfNothing,
  accommodationOver,
  lastDayBeforeFirst,
} from '../accommodations.errors.js';
import { bodiesLookedAfter } from './accommodation-keepers.js';
import { AccommodationTrail } from './accommodation-trail.js';

export interface Days {
  validFrom: Temporal.PlainDate;
  /** The last day; null without an end. */
  validUntil: Temporal.PlainDate | null;
}

export interface NewAccommodation extends Accommodation, Days {
  bodyId: string;
  personId: string;
}

/** Staff of a body settle what is made easier for a person. It never changes: another one takes its place. */
@Injectable()
export class GrantAccommodation {
  constructor(
    private readonly rows: AccommodationRepository,
    private readonly trail: AccommodationTrail,
  ) {}

  /**
   * @throws DomainError not_found for another body; quizzes.accommodation_for_oneself, .accommodation_of_nothing,
   * .accommodation_last_day
   */
  async execute(tx: Tx, input: NewAccommodation): Promise<{ accommodationId: string }> {
    const { bodyId, personId } = input;
    if (!bodiesLookedAfter(tx.actor).includes(bodyId)) throw notFound('this organization');
    const accommodationId = await this.enter(tx, input);
    const about = { kind: 'accommodation', id: accommodationId, bodyId, personId };
    await this.trail.note(tx, 'granted', about);
    await this.trail.tell(tx, 'settled', about);
    return { accommodationId };
  }

  /**
   * Another one in place of one that holds; attempts under way keep their time.
   * @throws DomainError not_found for another body's; quizzes.accommodation_over; and as above
   */
  async adjust(tx: Tx, id: string, wish: Accommodation & Days): Promise<{ accommodationId: string }> {
    const { bodyId, personId } = await this.find(tx, id);
    const by = personIdOf(tx.actor);
    if (personId === by) throw accommodationForOneself();
    if (!(await this.rows.end(tx, id, by))) throw accommodationOver();
    const accommodationId = await this.enter(tx, { ...wish, bodyId, personId });
    const about = { kind: 'accommodation', id: accommodationId, bodyId, personId };
    await this.trail.note(tx, 'adjusted', about, { instead_of: id });
    await this.trail.tell(tx, 'settled', about);
    return { accommodationId };
  }

  /**
   * From now on it does not hold; attempts under way keep their time.
   * @throws DomainError not_found for another body's; quizzes.accommodation_over
   */
  async end(tx: Tx, id: string): Promise<{ accommodationId: string }> {
    const { bodyId, personId } = await this.find(tx, id);
    if (!(await this.rows.end(tx, id, personIdOf(tx.actor)))) throw accommodationOver();
    const about = { kind: 'accommodation', id, bodyId, personId };
    await this.trail.note(tx, 'ended', about);
    await this.trail.tell(tx, 'ended', about);
    return { accommodationId: id };
  }

  /**
   * A person needs theirs no more, and says so whenever they like.
   * @throws DomainError not_found for somebody else's; quizzes.accommodation_over
   */
  async endOwn(tx: Tx, id: string): Promise<{ accommodationId: string }> {
    const personId = personIdOf(tx.actor);
    const found = await this.rows.findOwn(tx, personId, id);
    if (!found) throw notFound('this accommodation');
    if (!(await this.rows.end(tx, id, personId))) throw accommodationOver();
    await this.trail.note(tx, 'ended', { kind: 'accommodation', id, bodyId: found.bodyId, personId });
    return { accommodationId: id };
  }

  /** @throws DomainError not_found for another body's */
  async find(tx: Tx, id: string): Promise<GrantedAccommodation> {
    const found = await this.rows.find(tx, bodiesLookedAfter(tx.actor), id);
    if (!found) throw notFound('this accommodation');
    return found;
  }

  private async enter(tx: Tx, input: NewAccommodation): Promise<string> {
    const { personId, validFrom, validUntil } = input;
    const grantedBy = personIdOf(tx.actor);
    if (grantedBy === personId) throw accommodationForOneself();
    if (isNothing(input)) throw accommodationOfNothing();
    if (validUntil && Temporal.PlainDate.compare(validUntil, validFrom) < 0) throw lastDayBeforeFirst();
    const id = this.trail.newId();
    await this.rows.add(tx, { ...input, id, grantedBy }, { from: validFrom, until: validUntil });
    return id;
  }
}
