import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';
import type { PlaceState } from '../domain/place.js';

/** A person and their place in a cohort. The database offers and gives no more than there are. */
@Entity('cohort_place')
export class CohortPlaceEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'cohort_id', type: 'uuid' })
  cohortId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  state: PlaceState;

  /** The order of the waitlist. */
  @InstantColumn({ name: 'asked_at' })
  askedAt: Temporal.Instant;

  @InstantColumn({ name: 'offered_until', nullable: true })
  offeredUntil: Temporal.Instant | null;

  @InstantColumn({ name: 'changed_at' })
  changedAt: Temporal.Instant;
}
