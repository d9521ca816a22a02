import { Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { InstantColumn } from '../../../src/platform/database/columns.js';

/** Who teaches a cohort. */
@Entity('cohort_instructor')
export class CohortInstructorEntity {
  @PrimaryColumn({ name: 'cohort_id', type: 'uuid' })
  cohortId: string;

  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}
