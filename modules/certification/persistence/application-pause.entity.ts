import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { ClockRule, PauseReason, WarningStage } from '../domain/application-clock.js';

/** A stretch during which the body's time does not run, set by somebody with a reason. */
@Entity('application_pause')
export class ApplicationPauseEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'application_id', type: 'uuid' })
  applicationId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'reason_code', type: 'text' })
  reasonCode: PauseReason;

  @InstantColumn({ name: 'paused_at' })
  pausedAt: Temporal.Instant;

  /** Null where the product paused it by itself. */
  @Column({ name: 'paused_by', type: 'uuid', nullable: true })
  pausedBy: string | null;

  @InstantColumn({ name: 'ended_at', nullable: true })
  endedAt: Temporal.Instant | null;

  @Column({ name: 'ended_by', type: 'uuid', nullable: true })
  endedBy: string | null;
}

/** That somebody was told of a limit before, or when, it passed: append-only, once each. */
@Entity('application_warning')
export class ApplicationWarningEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'application_id', type: 'uuid' })
  applicationId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  rule: ClockRule;

  @Column({ type: 'text' })
  stage: WarningStage;

  @PlainDateColumn({ name: 'due_on' })
  dueOn: Temporal.PlainDate;

  @InstantColumn({ name: 'warned_at' })
  warnedAt: Temporal.Instant;
}
