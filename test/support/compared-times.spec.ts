import { Temporal } from 'temporal-polyfill';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);

describe('times that a test expects', () => {
  it('are told apart, inside of other things too', () => {
    expect(day('2026-11-21')).not.toEqual(day('2026-11-22'));
    expect({ until: at('2026-11-21T15:00Z') }).not.toMatchObject({ until: at('2026-11-21T15:00:00.001Z') });
    expect([day('2026-11-21')]).not.toContainEqual(day('2026-11-22'));
    expect(day('2026-11-21')).not.toEqual(Temporal.PlainYearMonth.from('2026-11'));
    expect(day('2026-11-21')).not.toEqual('2026-11-21');
  });

  it('are the same where they say the same', () => {
    expect(at('2026-11-21T15:00Z')).toEqual(at('2026-11-21T16:00+01:00'));
    expect({ until: day('2026-11-21') }).toEqual({ until: expect.anything() });
  });
});
