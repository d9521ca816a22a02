import pg from 'pg';
import { Temporal } from 'temporal-polyfill';

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8 = 20;

const WHOLE_MILLISECONDS = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,3})?\+00$/;

/**
 * "2026-11-21 23:34:37.123+00" → Instant. The session's zone is UTC, so the offset is always two digits. Whole milliseconds, as
 * columns keep them, are read by the engine, which takes a fraction of the time: whatever a request reads has some.
 */
export function parseInstant(text: string): Temporal.Instant {
  if (WHOLE_MILLISECONDS.test(text)) {
    return Temporal.Instant.fromEpochMilliseconds(Date.parse(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`));
  }
  return Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
}

/**
 * How our own connections read PostgreSQL's types: dates and instants as Temporal, bigint as number (counts and
 * sequences stay far below 2^53). Given per connection, since BullMQ's pool in the same process expects pg's defaults.
 */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
    if (oid === DATE) return (text) => Temporal.PlainDate.from(text);
    if (oid === TIMESTAMPTZ) return parseInstant;
    if (oid === INT8) return Number;
    return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
  },
};
