import { Temporal } from 'temporal-polyfill';
import { clocksOf, warningStage, type ClockInput } from './application-clock.js';

const at = Temporal.Instant.from;
const sent = { move: 'submit', recordedAt: at('2026-03-02T16:00:00Z'), met: false } as const;

function clocks(rest: Partial<ClockInput> = {}): string[] {
  const input: ClockInput = {
    steps: [sent],
    passedAt: null,
    pauses: [],
    limits: { decision: 'P60D', review: 'P30D', certificate_review: 'P14D' },
    calendar: { zone: 'America/Chicago', holidays: new Set() },
    now: at('2026-03-10T16:00:00Z'),
    ...rest,
  };
  return clocksOf(input).map(
    ({ rule, dueOn, standstill, late }) =>
      `${rule} ${dueOn.toString()}${standstill ? ` ${standstill.reason}` : ''}${late ? ' late' : ''}`,
  );
}

describe('the clocks of an application', () => {
  it('begin with the sending: the review is due before the decision', () => {
    expect(clocks()).toEqual(['review 2026-04-01', 'decision 2026-05-01']);
    expect(clocks({ steps: [] })).toEqual([]);
  });

  it('show only what the scheme promises', () => {
    expect(clocks({ limits: { decision: 'P60D', review: null } })).toEqual(['decision 2026-05-01']);
  });

  it('stand still while it is returned, and the days are given back when it is sent again', () => {
    const returned = { move: 'return', recordedAt: at('2026-03-05T16:00:00Z'), met: false } as const;
    expect(clocks({ steps: [sent, returned] })).toEqual(['review 2026-04-06 returned', 'decision 2026-05-06 returned']);
    const again = { ...sent, recordedAt: at('2026-03-09T16:00:00Z') };
    expect(clocks({ steps: [sent, returned, again] })).toEqual(['review 2026-04-05', 'decision 2026-05-05']);
  });

  it('end the review with the admission, and stand still until the exam is passed', () => {
    const admitted = { move: 'admit', recordedAt: at('2026-03-12T16:00:00Z'), met: false } as const;
    const steps = [sent, admitted];
    expect(clocks({ steps, now: at('2026-03-20T16:00:00Z') })).toEqual(['decision 2026-05-09 exam']);
    const passedAt = at('2026-03-22T16:00:00Z');
    expect(clocks({ steps, passedAt, now: at('2026-03-23T16:00:00Z') })).toEqual([
      'certificate_review 2026-04-05',
      'decision 2026-05-11',
    ]);
  });

  it('count the review of the certificate from the admission where nothing is open any more', () => {
    const admitted = { move: 'admit', recordedAt: at('2026-03-12T16:00:00Z'), met: true } as const;
    expect(clocks({ steps: [sent, admitted], now: at('2026-03-13T16:00:00Z') })).toEqual([
      'certificate_review 2026-03-26',
      'decision 2026-05-01',
    ]);
  });

  it('stop once for two pauses at the same time', () => {
    const pauses = [
      { reason: 'background_answer', from: at('2026-03-03T16:00:00Z'), to: at('2026-03-08T16:00:00Z') },
      { reason: 'asked_by_applicant', from: at('2026-03-05T16:00:00Z'), to: at('2026-03-09T16:00:00Z') },
    ] as const;
    expect(clocks({ pauses })[0]).toBe('review 2026-04-07');
  });

  it('say that a limit has passed, and a pause that comes later heals nothing', () => {
    const now = at('2026-04-10T16:00:00Z');
    expect(clocks({ now })[0]).toBe('review 2026-04-01 late');
    const pause = { reason: 'background_answer', from: at('2026-04-05T16:00:00Z'), to: null } as const;
    expect(clocks({ now, pauses: [pause] })).toContain('review 2026-04-01 late');
  });

  it('begin anew when an appeal opened the application again', () => {
    const denied = { move: 'deny', recordedAt: at('2026-03-05T16:00:00Z'), met: false } as const;
    const reopened = { move: 'reopen', recordedAt: at('2026-03-09T16:00:00Z'), met: null } as const;
    expect(clocks({ steps: [sent, denied, reopened] })).toEqual(['review 2026-04-08', 'decision 2026-05-08']);
  });

  it('are over with the decision', () => {
    expect(clocks({ steps: [sent, { move: 'deny', recordedAt: at('2026-03-09T16:00:00Z'), met: false }] })).toEqual([]);
  });
});

describe('warnings of a limit', () => {
  const clock = {
    dueOn: Temporal.PlainDate.from('2026-04-01'),
    dueAt: at('2026-04-02T05:00:00Z'),
    standstill: null,
  };
  it.each([
    ['2026-03-26', null],
    ['2026-03-27', 'ahead'],
    ['2026-03-31', 'ahead'],
    ['2026-04-01', 'last_day'],
    ['2026-04-02', 'late'],
  ])('on %s: %s', (day, stage) => {
    const today = Temporal.PlainDate.from(day);
    const now = today.toZonedDateTime({ timeZone: 'America/Chicago', plainTime: '12:00' }).toInstant();
    expect(warningStage(clock, { today, now, warnDays: 5 })).toBe(stage);
    const standstill = { reason: 'returned', from: now, to: null } as const;
    expect(warningStage({ ...clock, standstill }, { today, now, warnDays: 5 })).toBeNull();
  });
});
