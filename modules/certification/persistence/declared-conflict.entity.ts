import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';
import type { ConflictKind } from '../domain/conflict-kinds.js';

/** That somebody of a body's staff stands too near to a person to review or decide about them: append-only, no story. */
@Entity('declared_conflict')
export class DeclaredConflictEntity {
  @IdColumn()
  id: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'declared_by', type: 'uuid' })
  declaredBy: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  kind: ConflictKind;

  @InstantColumn({ name: 'declared_at' })
  declaredAt: Temporal.Instant;
}

/** That a declared conflict has ended: append-only. */
@Entity('declared_conflict_end')
export class DeclaredConflictEndEntity {
  @PrimaryColumn({ name: 'declared_conflict_id', type: 'uuid' })
  declaredConflictId: string;

  @Column({ name: 'body_id', type: 'uuid' })
  bodyId: string;

  @Column({ name: 'ended_by', type: 'uuid' })
  endedBy: string;

  @InstantColumn({ name: 'ended_at' })
  endedAt: Temporal.Instant;
}
