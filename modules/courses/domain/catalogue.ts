import { trainingMinutes, type CourseDefinition } from './course-definition.js';
import { TRAINING_TOPICS } from './course-vocabulary.js';

/** What somebody looks for in the catalogue. */
export interface Wish {
  /** Words, each of which stands somewhere in the course's title, summary, objectives or lesson titles; empty for any. */
  readonly words: string;
  readonly topic: (typeof TRAINING_TOPICS)[number] | null;
  /** The most minutes of self-study; null for any. */
  readonly upTo: number | null;
}

/** Lengths that the catalogue offers, in minutes. */
export const LENGTHS = [120, 240, 480] as const;

/** What an address asks for; what it cannot mean is left out. */
export function wishIn(query: Readonly<Record<string, string | undefined>>): Wish {
  return {
    words: (query['words'] ?? '').trim().slice(0, 100),
    topic: TRAINING_TOPICS.find((topic) => topic === query['topic']) ?? null,
    upTo: LENGTHS.find((length) => String(length) === query['upTo']) ?? null,
  };
}

/** Whether a course is among what somebody looks for. Case and accents make no difference. */
export function fits(course: CourseDefinition, { words, topic, upTo }: Wish): boolean {
  if (topic && !course.training.topics.some((one) => one.topic === topic)) return false;
  if (upTo && trainingMinutes(course) > upTo) return false;
  const text = plain(
    [
      course.title,
      course.summary,
      ...course.objectives.map((one) => one.text),
      ...course.lessons.map(({ title }) => title),
    ].join(' '),
  );
  return plain(words)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
