import { Temporal } from 'temporal-polyfill';
import { minutesByRule, waitsUntil, type Heard } from './outages.js';

const at = (time: string) => Temporal.Instant.from(`2026-11-22T${time}Z`);
const heard = (given: Partial<Heard> = {}): Heard => ({
  heardAt: at('10:00:00'),
  speaks: true,
  deadlineAt: at('11:00:00'),
  left: 15,
  ...given,
});

describe('time given back by rule', () => {
  it.each<[string, [seconds: number, now: string, Partial<Heard>], number]>([
    ['gives what both sides know of, a begun minute as a whole one', [301, '10:06:00', {}], 6],
    ['does not believe a device for longer than the server heard nothing', [3000, '10:04:00', {}], 4],
    ['does not give for silence that the device knows nothing of', [0, '10:30:00', {}], 0],
    ['overlooks a moment', [19, '10:05:00', {}], 0],
    ['stops at the most', [1500, '10:30:00', {}], 15],
    ['gives only what is left of it', [600, '10:12:00', { left: 3 }], 3],
    ['gives across the end', [600, '11:04:00', { heardAt: at('10:53:30') }], 10],
    ['does not give where it began after the end', [100, '11:04:00', { heardAt: at('10:53:30') }], 0],
    ['does not give what would not reach to now', [1800, '11:20:00', { heardAt: at('10:48:00') }], 0],
    ['gives nothing where the exam leaves it to people', [600, '10:12:00', { left: 0 }], 0],
  ])('%s', (_, [said, now, given], minutes) => {
    expect(minutesByRule(heard(given), said, at(now))).toBe(minutes);
  });
});

describe('a sitting whose time ends', () => {
  it.each<[string, Partial<Heard>, string | null]>([
    ['waits for a page that was out of reach', { heardAt: at('10:57:00') }, '11:15:00'],
    ['waits no longer than the rule can give', { heardAt: at('10:57:00'), left: 2 }, '11:02:00'],
    ['does not wait for one that was there', { heardAt: at('10:59:00') }, null],
    ['does not wait where the page has no script that speaks', { heardAt: at('10:10:00'), speaks: false }, null],
    ['does not wait where the rule gives nothing', { heardAt: at('10:57:00'), left: 0 }, null],
  ])('%s', (_, given, until) => {
    expect(waitsUntil(heard(given))?.toString() ?? null).toBe(until && at(until).toString());
  });
});
