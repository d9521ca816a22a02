import { Temporal } from 'temporal-polyfill';
import { sampleScheme } from '../../../../test/scenarios/support/sample-scheme.js';
import type { Stage } from '../definition/credential.js';
import { anchorOf } from './anchor.js';
import { versionForHolder } from './holder-version.js';
import { extensionLimits, setsNewAnchor, stageAfter, stageOf } from './stage.js';

const date = (text: string) => Temporal.PlainDate.from(text);
const scheme = sampleScheme();
const [first] = scheme.credential.stages;
const texas: typeof scheme = {
  ...scheme,
  credential: {
    stages: [
      { code: 'initial', validity: 'P6M', extensions: 1, extension: 'P6M', discretionary_extensions: 1 },
      { code: 'full', validity: 'P2Y', starts: 'decision_date' },
    ],
  },
};

describe('the anchor of a stage', () => {
  const days = {
    decidedOn: date('2026-03-10'),
    stageStartsOn: date('2026-03-15'),
    examPassedOn: date('2026-01-31'),
  };
  const anchor = (starts: Stage['starts'], change: Partial<typeof days> = {}) =>
    anchorOf({ ...first, starts }, { ...days, ...change }).toString();

  it('is the day that the scheme names', () => {
    expect(anchor(undefined)).toBe('2026-03-10');
    expect(anchor('decision_date')).toBe('2026-03-10');
    expect(anchor('issue_date')).toBe('2026-03-10');
    expect(anchor('exam_pass_date')).toBe('2026-01-31');
    expect(anchor('stage_start')).toBe('2026-03-15');
    expect(anchor('calendar_year')).toBe('2026-03-10');
    expect(anchor({ fixed_day: '09-01', years: 'odd' })).toBe('2026-03-10');
  });

  it('is the decision for who had no exam to sit', () => {
    expect(anchorOf({ ...first, starts: 'exam_pass_date' }, { ...days, examPassedOn: null }).toString()).toBe(
      '2026-03-10',
    );
  });

  it('is set anew by every such event where the scheme says nothing, else by those it names', () => {
    for (const event of ['stage_advance', 'reinstatement', 'reapplication'] as const)
      expect(setsNewAnchor(texas, event)).toBe(true);
    const named = { ...texas, credential: { ...texas.credential, new_anchor_on: ['stage_advance' as const] } };
    expect(setsNewAnchor(named, 'stage_advance')).toBe(true);
    expect(setsNewAnchor(named, 'reinstatement')).toBe(false);
  });
});

describe('the stages of a credential', () => {
  it('follow each other, and the last one has none after it', () => {
    expect(stageOf(texas).code).toBe('initial');
    expect(stageAfter(texas, 'initial')?.code).toBe('full');
    expect(stageAfter(texas, 'full')).toBeNull();
    expect(stageAfter(texas, 'gold')).toBeNull();
  });

  it('are extended as often as the scheme says, beyond that at discretion', () => {
    expect(extensionLimits(stageOf(texas))).toEqual({ onRequest: 1, discretionary: 1 });
    expect(extensionLimits(first)).toEqual({ onRequest: 0, discretionary: 0 });
  });
});

describe('the version that holds for a holder', () => {
  const version = (id: string, from: string, existing?: boolean) => ({
    id,
    effectiveFrom: date(from),
    definition: { applies_to_existing_holders: existing },
  });
  const versions = [version('2019', '2019-01-01'), version('2026', '2026-01-01', true), version('2027', '2027-01-01')];
  const on = (day: string, grantedUnder = '2019') => versionForHolder(versions, grantedUnder, date(day))?.id;

  it('is the one of the grant until a later one says that it holds for them, from its first day', () => {
    expect(on('2025-12-31')).toBe('2019');
    expect(on('2026-01-01')).toBe('2026');
  });

  it('is not one that is for new applications only', () => {
    expect(on('2030-01-01')).toBe('2026');
    expect(versionForHolder([...versions].reverse(), '2019', date('2030-01-01'))?.id).toBe('2026');
  });

  it('is never an older one than that of the grant', () => {
    expect(on('2030-01-01', '2027')).toBe('2027');
    expect(on('2030-01-01', 'unknown')).toBeUndefined();
  });
});
