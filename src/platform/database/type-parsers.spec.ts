import { Temporal } from 'temporal-polyfill';
import { parseInstant } from './type-parsers.js';

describe('an instant as PostgreSQL writes it', () => {
  it.each([
    ['2026-11-21 23:34:37.123+00', '2026-11-21T23:34:37.123Z'],
    ['2026-11-21 23:34:37.1+00', '2026-11-21T23:34:37.1Z'],
    ['2026-11-21 23:34:37+00', '2026-11-21T23:34:37Z'],
    ['2024-02-29 00:00:00+00', '2024-02-29T00:00:00Z'],
    ['1969-12-31 23:59:59.999+00', '1969-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, instant) => expect(parseInstant(text)).toEqual(Temporal.Instant.from(instant)));

  it('keeps microseconds where there are any', () => {
    expect(parseInstant('2026-11-21 23:34:37.123456+00').toString()).toBe('2026-11-21T23:34:37.123456Z');
  });

  it('is refused where it is none', () => {
    expect(() => parseInstant('infinity')).toThrow(RangeError);
  });
});
