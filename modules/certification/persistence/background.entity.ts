import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { BackgroundResult } from '../domain/background-result.js';

/** What a provider of background checks said: append-only, put right by a row that corrects it. */
@Entity('background_check')
export class BackgroundCheckEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'application_id', type: 'uuid' })
  applicationId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  code: string;

  @Column({ type: 'text' })
  result: BackgroundResult;

  @Column({ type: 'text' })
  provider: string;

  @Column({ type: 'text' })
  reference: string;

  @PlainDateColumn({ name: 'checked_on' })
  checkedOn: Temporal.PlainDate;

  @Column({ name: 'fact_id', type: 'uuid' })
  factId: string;

  @Column({ type: 'uuid', nullable: true })
  corrects: string | null;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy: string;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Temporal.Instant;
}

/** The person's chance to answer one result. What they answer is in the sealed case file. */
@Entity('background_answer')
export class BackgroundAnswerEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'application_id', type: 'uuid' })
  applicationId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'background_check_id', type: 'uuid' })
  backgroundCheckId: string;

  @Column({ name: 'asked_by', type: 'uuid' })
  askedBy: string;

  @InstantColumn({ name: 'asked_at' })
  askedAt: Temporal.Instant;

  /** The last day on which they may answer. */
  @PlainDateColumn({ name: 'answer_until' })
  answerUntil: Temporal.PlainDate;

  @InstantColumn({ name: 'answered_at', nullable: true })
  answeredAt: Temporal.Instant | null;

  @Column({ name: 'case_file_id', type: 'uuid', nullable: true })
  caseFileId: string | null;
}
