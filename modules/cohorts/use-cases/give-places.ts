import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import { Letters } from '../../notifications/notifications.public.js';
import { LAPSE_OFFER } from '../domain/effects.js';
import { HOURS_TO_ANSWER } from '../domain/place.js';
import type { CohortPlaceEntity } from '../persistence/cohort-place.entity.js';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { PlaceRepository } from '../persistence/place.repository.js';

/** Offers free places to those who wait, longest first, each by a letter that says until when it is kept. */
@Injectable()
export class GivePlaces {
  constructor(
    private readonly places: PlaceRepository,
    private readonly letters: Letters,
    private readonly outbox: Outbox,
  ) {}

  /** @param cohort its row held by this transaction */
  async execute(tx: Tx, cohort: CohortEntity): Promise<void> {
    let taken = await this.places.count(tx, cohort.id, 'offered', 'held');
    for (; taken < cohort.places; taken += 1) {
      const next = await this.places.nextWaiting(tx, cohort.id);
      if (!next) return;
      await this.offer(tx, cohort, next);
    }
  }

  private async offer(tx: Tx, cohort: CohortEntity, place: CohortPlaceEntity): Promise<void> {
    const offeredUntil = tx.now.add({ hours: HOURS_TO_ANSWER });
    await this.places.move(tx, place.id, { from: ['waiting'], to: 'offered', offeredUntil });
    await this.outbox.add(tx, { kind: LAPSE_OFFER, payload: { placeId: place.id }, dueAt: offeredUntil });
    await this.letters.send(tx, {
      kind: 'cohort-place-offered',
      identity: `cohort-place-offered:${place.id}`,
      to: { personId: place.personId },
      data: {
        title: cohort.title,
        startsOn: cohort.startsOn.toString(),
        until: offeredUntil.toZonedDateTimeISO('UTC').toPlainDate().toString(),
        path: `/cohorts/${cohort.id}`,
      },
    });
  }
}
