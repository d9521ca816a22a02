import { Temporal } from 'temporal-polyfill';
import { claimProblems, courseProblems, stateOn, type CourseDecision } from './approved-course.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const course = {
  schemeCode: 'icrc-pr',
  provider: 'Open Door Learning (invented)',
  title: 'Ethics for peers',
  topics: [{ topic: 'ethical_responsibility', minutes: 960 }],
  delivery: 'live_online' as const,
  live: true,
  validFrom: day('2026-01-01'),
  validTo: day('2026-12-31'),
};
const approved: CourseDecision = { outcome: 'approved', effectiveOn: day('2026-01-01') };
const withdrawn: CourseDecision = { outcome: 'withdrawn', effectiveOn: day('2026-06-01') };

describe('an approved course', () => {
  it.each([
    ['2025-12-31', [approved], 'not_yet'],
    ['2026-01-01', [approved], 'approved'],
    ['2026-12-31', [approved], 'approved'],
    ['2027-01-01', [approved], 'ended'],
    ['2026-05-31', [approved, withdrawn], 'approved'],
    ['2026-06-01', [approved, withdrawn], 'withdrawn'],
    ['2027-01-01', [approved, withdrawn], 'withdrawn'],
    ['2026-07-01', [approved, withdrawn, { outcome: 'approved', effectiveOn: day('2026-07-01') }], 'approved'],
    ['2026-06-01', [approved, withdrawn, { outcome: 'approved', effectiveOn: day('2026-06-01') }], 'approved'],
  ] as const)('stands on %s as decisions and dates say', (on, decisions, state) => {
    expect(stateOn(course, decisions, day(on))).toBe(state);
  });

  it('is entered with topics of the map, whole minutes, and a live interaction that goes with its delivery', () => {
    const topics = new Set(['ethical_responsibility']);
    const fields = (changes: object) => courseProblems({ ...course, ...changes }, topics).map(({ field }) => field);
    expect(fields({})).toEqual([]);
    expect(fields({ topics: [] })).toEqual(['topics']);
    expect(fields({ topics: [{ topic: 'astrology', minutes: 60 }] })).toEqual(['topics']);
    expect(fields({ topics: [{ topic: 'ethical_responsibility', minutes: 0.5 }] })).toEqual([
      'time_ethical_responsibility',
    ]);
    expect(fields({ topics: [...course.topics, ...course.topics] })).toEqual(['topics']);
    expect(fields({ delivery: 'self_paced' })).toEqual(['live']);
    expect(fields({ delivery: 'in_person', live: false })).toEqual(['live']);
    expect(fields({ validTo: day('2025-12-31') })).toEqual(['validTo']);
    expect(fields({ provider: ' ', title: '', schemeCode: 'IC RC' })).toEqual(['schemeCode', 'provider', 'title']);
  });

  it('lets people claim its time or less, in its topics', () => {
    const claim = (topic: string, minutes: number) => claimProblems([{ topic, minutes }], course).length;
    expect([claim('ethical_responsibility', 960), claim('ethical_responsibility', 60)]).toEqual([0, 0]);
    expect([claim('ethical_responsibility', 961), claim('advocacy', 60)]).toEqual([1, 1]);
  });
});
