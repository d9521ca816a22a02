import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { isBefore } from '../../../src/kernel/dates.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { isNothing, type Accommodation } from '../domain/accommodation.js';
import { daysBefore, type Days } from '../domain/accommodation-days.js';
import { AccommodationRepository, type GrantedAccommodation } from '../persistence/accommodation.repository.js';
import {
  accommodationForOneself,
  accommodationOfNothing,
  accommodationOver,
  lastDayBeforeFirst,
  lastDayPast,
} from '../accommodations.errors.js';
import { bodiesLookedAfter } from './accommodation-keepers.js';
import { AccommodationTrail } from './accommodation-trail.js';

export interface NewAccommodation extends Accommodation, Days {
  bodyId: string;
  personId: string;
}

/** How the audit calls a grant: by whom it was asked for, or for what it stands. */
type Details = Record<string, string>;

/** Staff of a body settle what is made easier for a person. It never changes: another one takes its place. */
@Injectable()
export class GrantAccommodation {
  constructor(
    private readonly rows: AccommodationRepository,
    private readonly trail: AccommodationTrail,
  ) {}

  /**
   * @throws DomainError not_found for another body; quizzes.accommodation_for_oneself, .accommodation_of_nothing,
   * .accommodation_last_day, .accommodation_last_day_past
   */
  async execute(tx: Tx, input: NewAccommodation, details: Details = {}): Promise<{ accommodationId: string }> {
    const { bodyId, personId } = input;
    if (!bodiesLookedAfter(tx.actor).includes(bodyId)) throw notFound('this organization');
    const accommodationId = await this.enter(tx, input);
    const about = { kind: 'accommodation', id: accommodationId, bodyId, personId };
    await this.trail.note(tx, 'granted', about, details);
    await this.trail.tell(tx, 'settled', about);
    return { accommodationId };
  }

  /**
   * Another one in place of one that holds, which goes on until the day before; attempts and sittings under way keep their time.
   * @throws DomainError not_found for another body's; quizzes.accommodation_over; and as above
   */
  async adjust(tx: Tx, id: string, wish: Accommodation & Days): Promise<{ accommodationId: string }> {
    const one = await this.takeBack(tx, id);
    await this.goOnUntil(tx, one, wish.validFrom);
    const { bodyId, personId } = one;
    const accommodationId = await this.enter(tx, { ...wish, bodyId, personId });
    const about = { kind: 'accommodation', id: accommodationId, bodyId, personId };
    await this.trail.note(tx, 'adjusted', about, { instead_of: id });
    await this.trail.tell(tx, 'settled', about);
    return { accommodationId };
  }

  /**
   * After its last day it does not hold; attempts and sittings under way keep their time.
   * @param lastDay null for at once @returns the one that holds until then, or the one that ended
   * @throws DomainError not_found for another body's; quizzes.accommodation_over; quizzes.accommodation_last_day_past
   */
  async end(tx: Tx, id: string, lastDay: Temporal.PlainDate | null = null): Promise<{ accommodationId: string }> {
    const one = await this.takeBack(tx, id);
    const { bodyId, personId } = one;
    const about = { kind: 'accommodation', id, bodyId, personId };
    if (!lastDay) {
      await this.trail.note(tx, 'ended', about);
      await this.trail.tell(tx, 'ended', about);
      return { accommodationId: id };
    }
    const kept = await this.goOnUntil(tx, one, lastDay.add({ days: 1 }));
    if (!kept) throw lastDayPast('lastDay');
    await this.trail.note(tx, 'ended', about, { last_day: lastDay.toString() });
    await this.trail.tell(tx, 'ended', about, lastDay);
    return { accommodationId: kept };
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

  /** Ends it for another to take its place. */
  private async takeBack(tx: Tx, id: string): Promise<GrantedAccommodation> {
    const one = await this.find(tx, id);
    const by = personIdOf(tx.actor);
    if (one.personId === by) throw accommodationForOneself();
    const isOver = one.validUntil && isBefore(one.validUntil, await this.trail.today(tx, one.bodyId));
    if (isOver || !(await this.rows.end(tx, id, by))) throw accommodationOver();
    return one;
  }

  /** The same until the day before. @returns its id; null where not a day is left */
  private async goOnUntil(tx: Tx, one: GrantedAccommodation, next: Temporal.PlainDate): Promise<string | null> {
    const days = daysBefore(one, next, await this.trail.today(tx, one.bodyId));
    if (!days) return null;
    const id = await this.enter(tx, { ...one, ...days });
    const { bodyId, personId } = one;
    await this.trail.note(tx, 'continued', { kind: 'accommodation', id, bodyId, personId }, { instead_of: one.id });
    return id;
  }

  private async enter(tx: Tx, input: NewAccommodation): Promise<string> {
    const { bodyId, personId, validFrom, validUntil } = input;
    const grantedBy = personIdOf(tx.actor);
    if (grantedBy === personId) throw accommodationForOneself();
    if (isNothing(input)) throw accommodationOfNothing();
    if (validUntil && isBefore(validUntil, validFrom)) throw lastDayBeforeFirst();
    if (validUntil && isBefore(validUntil, await this.trail.today(tx, bodyId))) throw lastDayPast('validUntil');
    const id = this.trail.newId();
    await this.rows.add(tx, { ...input, id, grantedBy }, { from: validFrom, until: validUntil });
    return id;
  }
}
