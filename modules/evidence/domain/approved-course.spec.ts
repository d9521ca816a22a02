import { Temporal } from 'temporal-polyfill';
import { claimProblems, courseProblems, isApprovedTraining, stateOn, type CourseDecision } from './approved-course.js';

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
  courseCode: null,
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
    expect(fields({ courseCode: 'first-steps' })).toEqual([]);
    expect(fields({ courseCode: '/courses/first-steps' })).toEqual(['courseCode']);
    expect(fields({ provider: ' ', title: '', schemeCode: 'IC RC' })).toEqual(['schemeCode', 'provider', 'title']);
  });

  it('lets people claim its time or less, in its topics', () => {
    const claim = (topic: string, minutes: number) => claimProblems([{ topic, minutes }], course).length;
    expect([claim('ethical_responsibility', 960), claim('ethical_responsibility', 60)]).toEqual([0, 0]);
    expect([claim('ethical_responsibility', 961), claim('advocacy', 60)]).toEqual([1, 1]);
  });
});

describe('a course that is taught here', () => {
  const at = (text: string) => Temporal.Instant.from(text);
  const taken = (decision: CourseDecision, decidedAt = '2026-01-01T12:00:00Z') => ({
    ...decision,
    decidedAt: at(decidedAt),
  });
  const approval = { ...course, courseCode: 'first-steps', decisions: [taken(approved)] };
  const finished = (changes: object = {}) => ({
    code: 'first-steps',
    occurredOn: day('2026-07-01'),
    recordedAt: at('2026-07-01T12:00:00Z'),
    topics: [{ topic: 'ethical_responsibility', minutes: 960 }],
    ...changes,
  });
  const isApproved = (changes: object = {}, withdrawal?: ReturnType<typeof taken>) =>
    isApprovedTraining([{ ...approval, decisions: [taken(approved), ...(withdrawal ? [withdrawal] : [])] }], {
      ...finished(),
      ...changes,
    });

  it('falls under its approval by code, day and time', () => {
    expect(isApproved()).toBe(true);
    expect(isApproved({ code: 'second-steps' })).toBe(false);
    expect(isApproved({ occurredOn: day('2025-12-31') })).toBe(false);
    expect(isApproved({ occurredOn: day('2027-01-01') })).toBe(false);
    expect(isApproved({ topics: [{ topic: 'ethical_responsibility', minutes: 961 }] })).toBe(false);
    expect(isApprovedTraining([], finished())).toBe(false);
  });

  it('counts though the approval was entered after it was finished', () => {
    expect(isApproved({ recordedAt: at('2025-12-01T12:00:00Z') })).toBe(true);
  });

  it('no longer falls under an approval that was withdrawn before it was finished', () => {
    expect(isApproved({}, taken(withdrawn, '2026-06-01T12:00:00Z'))).toBe(false);
  });

  it('keeps what it had when the withdrawal came later, whatever day that names', () => {
    expect(isApproved({}, taken(withdrawn, '2026-07-02T12:00:00Z'))).toBe(true);
  });
});
