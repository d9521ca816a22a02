import type { CourseDefinition } from './course-definition.js';
import type { TopicMinutes } from './course-vocabulary.js';

/** An open page tells so often how long somebody was at work in it. */
export const SIGN_EVERY_SECONDS = 30;
/** Between two signs without a claim that are further apart nobody is known to have been at work: nothing is counted. */
const LONGEST_GAP_SECONDS = 50;

/** Work without a connection is told afterwards; of one sign never more than this is counted. */
const LONGEST_CLAIM_SECONDS = 30 * 60;

/**
 * Seconds that a sign of life adds. The server's clock bounds every claim: signs of several pages or devices share the time that
 * passed, so that it is counted once, and nobody was at work longer than time went by.
 * @param since seconds since the last sign from any lesson of the course; null for the first, which only sets the clock
 * @param claimed seconds at work since the page last told, by its own clock; left out by who only says that they are there
 */
export function secondsAdded(since: number | null, claimed?: number): number {
  if (since === null || since < 0) return 0;
  if (claimed === undefined) return since > LONGEST_GAP_SECONDS ? 0 : Math.floor(since);
  return Math.floor(Math.min(Math.max(0, claimed), since, LONGEST_CLAIM_SECONDS));
}

/** The time measured in a lesson, by its code; a lesson whose page never gave a sign is absent. */
export type MeasuredSeconds = ReadonlyMap<string, number>;

/**
 * What the self-study counts for by the rule that the course states. By completion: its claim. Measured: of each lesson the time
 * somebody was at work in it, its claim at most; the quiz, which is held against the server's clock, by its claim; of each topic the
 * same share, rounded down. A lesson without any sign (a browser without scripts) counts by its claim where the course says so,
 * else not at all.
 */
export function countedTopics(course: CourseDefinition, measured: MeasuredSeconds): TopicMinutes[] {
  const { counting, training } = course;
  if (counting?.rule !== 'measured') return [...training.topics];
  const quiz = course.minutes.filter(({ kind }) => kind === 'quiz').reduce((sum, one) => sum + one.minutes, 0);
  const claim = course.lessons.reduce((sum, { minutes }) => sum + minutes, quiz);
  const worked = course.lessons.reduce((sum, { code, minutes }) => {
    const seconds = measured.get(code);
    const unseen = counting.without_script === 'completion' ? minutes : 0;
    return sum + (seconds === undefined ? unseen : Math.min(minutes, Math.floor(seconds / 60)));
  }, quiz);
  return training.topics
    .map(({ topic, minutes }) => ({ topic, minutes: Math.floor((minutes * worked) / Math.max(1, claim)) }))
    .filter(({ minutes }) => minutes > 0);
}
