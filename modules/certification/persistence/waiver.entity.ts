import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';
import type { WaiverReason } from '../domain/waiver-reasons.js';

/** That a registrar set a requirement of one application aside, and why: append-only. */
@Entity('requirement_waiver')
export class RequirementWaiverEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'application_id', type: 'uuid' })
  applicationId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  /** The clause of the scheme, by its id in the eligibility tree. */
  @Column({ name: 'clause_id', type: 'text' })
  clauseId: string;

  @Column({ name: 'reason_code', type: 'text' })
  reasonCode: WaiverReason;

  /** In words to the applicant, who reads it; nowhere else than here. */
  @Column({ type: 'text' })
  reason: string;

  @Column({ name: 'fact_id', type: 'uuid' })
  factId: string;

  @Column({ name: 'waived_by', type: 'uuid' })
  waivedBy: string;

  @InstantColumn({ name: 'waived_at' })
  waivedAt: Temporal.Instant;
}

/** That a waiver was taken back before the decision, and why: append-only. */
@Entity('requirement_waiver_end')
export class RequirementWaiverEndEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'waiver_id', type: 'uuid' })
  waiverId: string;

  @Column({ name: 'application_id', type: 'uuid' })
  applicationId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  /** In words to the applicant, who reads it. */
  @Column({ type: 'text' })
  reason: string;

  /** The retraction of the waiver's fact. */
  @Column({ name: 'fact_id', type: 'uuid' })
  factId: string;

  @Column({ name: 'ended_by', type: 'uuid' })
  endedBy: string;

  @InstantColumn({ name: 'ended_at' })
  endedAt: Temporal.Instant;
}
