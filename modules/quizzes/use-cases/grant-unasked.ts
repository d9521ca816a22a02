import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import { sameName } from '../../../src/kernel/same-name.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import { nobodySoNamed, requestWaits } from '../accommodations.errors.js';
import type { Accommodation } from '../domain/accommodation.js';
import type { Days } from '../domain/accommodation-days.js';
import { AccommodationRequestRepository } from '../persistence/accommodation-request.repository.js';
import { bodiesLookedAfter } from './accommodation-keepers.js';
import { GrantAccommodation } from './grant-accommodation.js';

export interface UnaskedGrant extends Accommodation, Days {
  bodyId: string;
  /** As the person gave it, `P-7K3M9-QWXT4`. */
  personNumber: string;
  /** Legal or chosen, in any spelling: together with the number it tells that it is they. */
  personName: string;
}

/**
 * Staff of a body settle what a person asked for by mail, by phone or in the room. The person is told by letter, sees it on
 * their page and can end it there; why they need it is no part of it here either.
 */
@Injectable()
export class GrantUnasked {
  constructor(
    private readonly people: People,
    private readonly requests: AccommodationRequestRepository,
    private readonly granting: GrantAccommodation,
  ) {}

  /**
   * @throws DomainError not_found for another body; quizzes.nobody_so_named; quizzes.accommodation_request_waits where the
   * person asked by their page too; and those of {@link GrantAccommodation.execute}
   */
  async execute(tx: Tx, { personNumber, personName, ...given }: UnaskedGrant): Promise<{ accommodationId: string }> {
    if (!bodiesLookedAfter(tx.actor).includes(given.bodyId)) throw notFound('this organization');
    const person = await this.people.findByNumber(tx, personNumber);
    const names = person ? [person.legalName, ...(person.chosenName ? [person.chosenName] : [])] : [];
    if (!person || !names.some((name) => sameName(name, personName))) throw nobodySoNamed();
    if (await this.requests.waitsFor(tx, given.bodyId, person.id)) throw requestWaits();
    return this.granting.execute(tx, { ...given, personId: person.id }, { asked: 'elsewhere' });
  }
}
