import { Column, Entity } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';
import type { InvitationState } from '../domain/invitation.js';

/** An organization invites an address to a course; whoever has the address answers. */
@Entity('course_invitation')
export class CourseInvitationEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId: string;

  @Column({ name: 'course_code', type: 'text' })
  courseCode: string;

  @Column({ name: 'cohort_id', type: 'uuid', nullable: true })
  cohortId: string | null;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  email: string;

  @Column({ type: 'text' })
  state: InvitationState;

  /** Who answered. */
  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ name: 'invited_by', type: 'uuid' })
  invitedBy: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'answered_at', nullable: true })
  answeredAt: Temporal.Instant | null;
}
