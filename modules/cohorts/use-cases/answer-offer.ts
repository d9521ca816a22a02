import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { cohortNotFound, noOffer } from '../cohorts.errors.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { PlaceRepository } from '../persistence/place.repository.js';
import { CohortTrail } from './cohort-trail.js';
import { GivePlaces } from './give-places.js';

/** The one who acts takes the place that was offered, or gives up the one they have, asked for or were offered. */
@Injectable()
export class AnswerOffer {
  constructor(
    private readonly cohorts: CohortRepository,
    private readonly places: PlaceRepository,
    private readonly give: GivePlaces,
    private readonly trail: CohortTrail,
  ) {}

  /** @throws DomainError not_found; conflict when no place is offered (any more) */
  async accept(tx: Tx, { cohortId }: { cohortId: string }): Promise<void> {
    const { place } = await this.own(tx, cohortId);
    if (place?.state === 'held') return;
    if (!place || !(await this.places.move(tx, place.id, { from: ['offered'], to: 'held' }))) throw noOffer();
    await this.tell(tx, place.id, 'cohorts.place.taken');
  }

  /** What becomes free is offered to the next. Nothing is lost of the course itself. @throws DomainError not_found */
  async leave(tx: Tx, { cohortId }: { cohortId: string }): Promise<void> {
    const { cohort, place } = await this.own(tx, cohortId);
    if (!place) return;
    await this.places.move(tx, place.id, { from: ['waiting', 'offered', 'held'], to: 'left' });
    await this.tell(tx, place.id, 'cohorts.place.left');
    await this.give.execute(tx, cohort);
  }

  private async own(tx: Tx, cohortId: string) {
    const cohort = await this.cohorts.locked(tx, cohortId);
    const place = cohort && (await this.places.living(tx, cohortId, personIdOf(tx.actor)));
    if (!cohort || (!place && !cohort.isOpen)) throw cohortNotFound();
    return { cohort, place };
  }

  private tell(tx: Tx, id: string, action: string): Promise<void> {
    return this.trail.audit.record(tx, {
      action,
      subject: { kind: 'cohort_place', id },
      personId: personIdOf(tx.actor),
    });
  }
}
