import { Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { InstantColumn } from '../../../src/platform/database/columns.js';

/** Somebody showed the code of the room in its minute. */
@Entity('session_check_in')
export class SessionCheckInEntity {
  @PrimaryColumn({ name: 'session_id', type: 'uuid' })
  sessionId: string;

  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId: string;

  @InstantColumn({ name: 'checked_in_at' })
  checkedInAt: Temporal.Instant;
}
