import { Temporal } from 'temporal-polyfill';
import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';

const plainDate = {
  to: (value: Temporal.PlainDate | null | undefined) => value?.toString() ?? value,
  from: (value: Temporal.PlainDate | null) => value,
};

const instant = {
  to: (value: Temporal.Instant | null | undefined) => value?.toString() ?? value,
  from: (value: Temporal.Instant | null) => value,
};

/** A calendar date without time or zone: `date` ↔ Temporal.PlainDate. */
export function PlainDateColumn(options: ColumnOptions = {}): PropertyDecorator {
  // varchar to TypeORM, date to PostgreSQL: TypeORM's own handling of `date` would turn the value into a string.
  return Column({ ...options, type: 'varchar', transformer: plainDate });
}

/** A moment in time, whole milliseconds: `timestamptz(3)` ↔ Temporal.Instant. */
export function InstantColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ ...options, type: 'varchar', transformer: instant });
}

/** Whole minutes of work or training. */
export function MinutesColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ ...options, type: 'integer' });
}

/** The primary key: a uuid made by Ids. */
export function IdColumn(): PropertyDecorator {
  return PrimaryColumn({ type: 'uuid' });
}
