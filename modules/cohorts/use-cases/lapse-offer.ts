import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Letters } from '../../notifications/notifications.public.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { PlaceRepository } from '../persistence/place.repository.js';
import { GivePlaces } from './give-places.js';

/** An offered place goes on to the next in the queue when its time is over. A repeat does nothing. */
@Injectable()
export class LapseOffer {
  constructor(
    private readonly cohorts: CohortRepository,
    private readonly places: PlaceRepository,
    private readonly give: GivePlaces,
    private readonly letters: Letters,
  ) {}

  async execute(tx: Tx, { placeId }: { placeId: string }): Promise<void> {
    const found = await this.places.find(tx, placeId);
    const cohort = found && (await this.cohorts.locked(tx, found.cohortId));
    // Looked at again with the cohort held: the person may have answered a moment ago.
    const place = cohort && (await this.places.find(tx, placeId));
    if (!cohort || !place?.offeredUntil || Temporal.Instant.compare(place.offeredUntil, tx.now) > 0) return;
    await this.places.move(tx, place.id, { from: ['offered'], to: 'lapsed' });
    await this.letters.send(tx, {
      kind: 'cohort-offer-lapsed',
      identity: `cohort-offer-lapsed:${place.id}`,
      to: { personId: place.personId },
      data: { title: cohort.title, path: `/cohorts/${cohort.id}` },
    });
    await this.give.execute(tx, cohort);
  }
}
