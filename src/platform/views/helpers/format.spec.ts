import { Temporal } from 'temporal-polyfill';
import {
  formatCount,
  formatDate,
  formatHours,
  formatInstant,
  formatPercent,
  percentOf,
  safeAddress,
} from './format.js';

describe('dates and times for people', () => {
  it('are written out, day first, from Temporal or ISO text', () => {
    expect(formatDate(Temporal.PlainDate.from('2026-11-21'))).toBe('21 November 2026');
    expect(formatDate('2026-11-01')).toBe('1 November 2026');
    expect(formatDate('2026-11-21', 'es')).toBe('21 de noviembre de 2026');
  });

  it('are nothing where there is none, and an error where there is nonsense', () => {
    expect([formatDate(null), formatDate(undefined), formatDate(''), formatInstant(null)]).toEqual(['', '', '', '']);
    expect(() => formatDate('soon')).toThrow(RangeError);
  });

  it('stand in the given time zone, on its own day', () => {
    const instant = Temporal.Instant.from('2026-11-22T04:42:00Z');
    expect(formatInstant(instant, 'America/New_York')).toBe('21 November 2026, 11:42 pm EST');
    expect(formatInstant('2026-07-01T15:42:00Z', 'America/Chicago')).toBe('1 July 2026, 10:42 am CDT');
  });

  it('stand in Spanish with the names that time zones have in the country', () => {
    const text = formatInstant('2026-07-01T15:42:00Z', 'America/Chicago', 'es').replaceAll(/\s/g, ' ');
    expect(text).toBe('1 de julio de 2026, 10:42 a.m. CDT');
  });
});

describe('amounts', () => {
  it('never read as more than they are', () => {
    expect(formatHours(3599)).toBe('59.9');
    expect(formatHours(2520)).toBe('42');
    expect(formatHours(60_000)).toBe('1,000');
    expect(formatPercent(999, 1000)).toBe('99%');
  });

  it('have the same point in English and in Spanish, so that no two pages tell two numbers', () => {
    expect(formatHours(60_030)).toBe('1,000.5');
    expect(formatHours(60_030, 'es')).toBe('1,000.5');
  });

  it('stay between 0 and 100 percent, and a need of nothing is met', () => {
    expect([percentOf(-5, 10), percentOf(30, 10), percentOf(0, 0)]).toEqual([0, 100, 100]);
  });

  it('come with the right word', () => {
    expect([formatCount(1, 'entry', 'entries'), formatCount(0, 'entry', 'entries'), formatCount(2, 'hour')]).toEqual([
      '1 entry',
      '0 entries',
      '2 hours',
    ]);
  });
});

describe('addresses that come from data', () => {
  it.each(['/home', '#field-a', '?after=3', 'https://example.org/', 'mailto:a@b.example', 'tel:988', 'sms:988'])(
    'lead where they say: %s',
    (address) => expect(safeAddress(address)).toBe(address),
  );

  it.each([
    'javascript:alert(1)',
    ' JavaScript:x',
    'data:text/html,x',
    '//elsewhere.example',
    '/\\elsewhere.example',
    7,
    undefined,
  ])('lead nowhere: %s', (address) => expect(safeAddress(address)).toBe('#'));
});
