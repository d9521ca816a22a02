import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn, PlainDateColumn } from '../../../src/platform/database/columns.js';
import type { CredentialEventKind } from '../domain/credential-event.js';
import type { PublicTier } from '../domain/lapse.js';
import type { DecidedStatus } from '../domain/status.js';

/** What a grant gave a person: append-only. What became of it is in its lines. */
@Entity('credential')
export class CredentialEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  /** Printed, unguessable, never given twice. */
  @Column({ type: 'text' })
  number: string;

  @Column({ name: 'scheme_code', type: 'text' })
  schemeCode: string;

  @Column({ name: 'scheme_version_id', type: 'text' })
  schemeVersionId: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', nullable: true })
  scope: string | null;

  @Column({ name: 'application_id', type: 'uuid' })
  applicationId: string;

  @Column({ name: 'decision_id', type: 'uuid' })
  decisionId: string;

  /** The date from which every term is computed. */
  @PlainDateColumn({ name: 'anchor_on' })
  anchorOn: Temporal.PlainDate;

  /** In the QR code: 128 random bits that open the name on the public page. */
  @Column({ name: 'verification_token', type: 'text' })
  verificationToken: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}

/** One line of the register: append-only. */
@Entity('credential_event')
export class CredentialEventEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'credential_id', type: 'uuid' })
  credentialId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  kind: CredentialEventKind;

  @Column({ name: 'from_status', type: 'text' })
  fromStatus: DecidedStatus | 'none';

  @Column({ name: 'to_status', type: 'text' })
  toStatus: DecidedStatus;

  @PlainDateColumn({ name: 'effective_on' })
  effectiveOn: Temporal.PlainDate;

  @PlainDateColumn({ name: 'public_from' })
  publicFrom: Temporal.PlainDate;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Temporal.Instant;

  @Column({ name: 'term_number', type: 'integer', nullable: true })
  termNumber: number | null;

  @PlainDateColumn({ name: 'starts_on', nullable: true })
  startsOn: Temporal.PlainDate | null;

  @PlainDateColumn({ name: 'expires_on', nullable: true })
  expiresOn: Temporal.PlainDate | null;

  /** What the term is counted from, and the how-manieth it is since. */
  @PlainDateColumn({ name: 'anchor_on', nullable: true })
  anchorOn: Temporal.PlainDate | null;

  @Column({ name: 'anchor_term', type: 'integer', nullable: true })
  anchorTerm: number | null;

  @Column({ type: 'text', nullable: true })
  stage: string | null;

  /** The rules from this line on. */
  @Column({ name: 'scheme_version_id', type: 'text', nullable: true })
  schemeVersionId: string | null;

  /** Of a new stage: the application that was granted, and the decision. */
  @Column({ name: 'application_id', type: 'uuid', nullable: true })
  applicationId: string | null;

  @Column({ name: 'decision_id', type: 'uuid', nullable: true })
  decisionId: string | null;

  @Column({ type: 'text', array: true, nullable: true })
  endorsements: string[] | null;

  /** What is told of its term once that has ended, tier by tier; null where it is simply called expired. */
  @Column({ type: 'jsonb', nullable: true })
  lapse: readonly PublicTier[] | null;

  /** How often the stage was extended, with this line. */
  @Column({ name: 'extension_number', type: 'integer', nullable: true })
  extensionNumber: number | null;

  /** Last day on which a reprimand is told. */
  @PlainDateColumn({ name: 'note_until', nullable: true })
  noteUntil: Temporal.PlainDate | null;

  /** It takes effect before the notice that the scheme gives. */
  @Column({ type: 'boolean' })
  emergency: boolean;

  /** The line that this one restates or takes back. */
  @Column({ type: 'uuid', nullable: true })
  amends: string | null;

  @Column({ name: 'reason_code', type: 'text' })
  reasonCode: string;

  /** What the body says to the holder; never shown to anyone else. */
  @Column({ type: 'text', nullable: true })
  explanation: string | null;

  @Column({ name: 'decided_by', type: 'uuid' })
  decidedBy: string;
}

/** What the lines amount to: the one updatable table of the register, recomputed with each line. */
@Entity('credential_state')
export class CredentialStateEntity {
  @PrimaryColumn({ name: 'credential_id', type: 'uuid' })
  credentialId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'scheme_code', type: 'text' })
  schemeCode: string;

  @Column({ type: 'text' })
  status: DecidedStatus;

  @PlainDateColumn({ name: 'status_from' })
  statusFrom: Temporal.PlainDate;

  @Column({ type: 'text', nullable: true })
  stage: string | null;

  @Column({ name: 'term_number', type: 'integer' })
  termNumber: number;

  @PlainDateColumn({ name: 'starts_on' })
  startsOn: Temporal.PlainDate;

  @PlainDateColumn({ name: 'expires_on' })
  expiresOn: Temporal.PlainDate;

  @Column({ name: 'holder_name', type: 'text' })
  holderName: string;

  @Column({ name: 'holder_name_language', type: 'text', nullable: true })
  holderNameLanguage: string | null;

  @Column({ name: 'surname_keys', type: 'text', array: true })
  surnameKeys: string[];

  @Column({ name: 'last_event_id', type: 'uuid' })
  lastEventId: string;

  @InstantColumn({ name: 'last_recorded_at' })
  lastRecordedAt: Temporal.Instant;
}
