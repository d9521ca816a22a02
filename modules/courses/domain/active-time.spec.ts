import { countedTopics, secondsAdded } from './active-time.js';
import type { CourseDefinition } from './course-definition.js';

const course = (counting?: CourseDefinition['counting']) =>
  ({
    ...(counting && { counting }),
    lessons: [
      { code: 'a', minutes: 30 },
      { code: 'b', minutes: 50 },
    ],
    minutes: [{ kind: 'quiz', minutes: 20, what: 'x' }],
    training: {
      topics: [
        { topic: 'advocacy', minutes: 60 },
        { topic: 'mentoring_education', minutes: 40 },
      ],
    },
  }) as unknown as CourseDefinition;
const minutesOf = (counting: CourseDefinition['counting'], measured: Record<string, number>) =>
  countedTopics(course(counting), new Map(Object.entries(measured))).map(({ minutes }) => minutes);
const measuredRule = { rule: 'measured', without_script: 'nothing' } as const;

describe('time at work', () => {
  it('is what passed between two signs, and nothing for a gap in which nobody was at work', () => {
    expect([null, 0, 30.9, 50, 51, 3600, -5].map((since) => secondsAdded(since))).toEqual([0, 0, 30, 50, 0, 0, 0]);
  });

  it('is what a page claims, as far as that much time went by, and half an hour of one claim at most', () => {
    expect(secondsAdded(30.9, 12)).toBe(12);
    expect(secondsAdded(30.9, 3000)).toBe(30);
    expect(secondsAdded(600, 590)).toBe(590);
    expect(secondsAdded(86_400, 86_400)).toBe(1800);
    expect(secondsAdded(null, 30)).toBe(0);
    expect(secondsAdded(60, -5)).toBe(0);
  });

  it('makes no difference where the course counts by completion', () => {
    expect(minutesOf(undefined, { a: 60 })).toEqual([60, 40]);
    expect(minutesOf({ rule: 'completion' }, {})).toEqual([60, 40]);
  });

  it('counts each lesson to its claim at most, and the quiz by its claim', () => {
    expect(minutesOf(measuredRule, { a: 99 * 60, b: 50 * 60 })).toEqual([60, 40]);
    expect(minutesOf(measuredRule, { a: 30 * 60, b: 59 })).toEqual([30, 20]);
  });

  it('counts a lesson without any sign as nothing, or by its claim where the course says so', () => {
    expect(minutesOf(measuredRule, {})).toEqual([12, 8]);
    expect(minutesOf({ rule: 'measured', without_script: 'completion' }, { a: 0 })).toEqual([42, 28]);
  });
});
