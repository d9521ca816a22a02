import { Temporal } from 'temporal-polyfill';
import { sampleScheme } from '../../../test/scenarios/support/sample-scheme.js';
import { noticeEndsOn } from './notice.js';

const scheme = sampleScheme();

describe('the notice before a decision counts', () => {
  const on = (day: string, notice?: { answer_within: string; effect_after?: string }) => {
    const definition = { ...scheme, discipline: { ...scheme.discipline, ...(notice && { notice }) } };
    return noticeEndsOn(definition, Temporal.PlainDate.from(day))?.toString() ?? null;
  };

  it('is none where the scheme gives none', () => expect(on('2026-11-21')).toBeNull());

  it('is the time to answer, or what the scheme says of the effect', () => {
    expect(on('2026-11-21', { answer_within: 'P30D' })).toBe('2026-12-21');
    expect(on('2026-11-21', { answer_within: 'P30D', effect_after: 'P60D' })).toBe('2027-01-20');
  });

  it('counts business days over a weekend, and hours as whole days', () => {
    expect(on('2026-11-20', { answer_within: 'P5BD' })).toBe('2026-11-27');
    expect(on('2026-11-21', { answer_within: 'P1BD' })).toBe('2026-11-23');
    expect(on('2026-11-21', { answer_within: 'PT72H' })).toBe('2026-11-24');
  });
});
