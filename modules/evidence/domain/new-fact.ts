import type { NewFact } from './fact.js';

/**
 * What keeps a fact from being recorded, or null. Parts may not exceed the whole: a minute that stood under two topics
 * would be counted twice.
 */
export function factProblem({ kind, topics = [], minutes, corrects }: NewFact): string | null {
  const parts = topics.map((part) => part.minutes);
  if (kind === 'retraction' && !corrects) return 'a retraction must name what it takes back';
  if (![...parts, minutes ?? 0].every((value) => Number.isInteger(value) && value >= 0)) return 'time is whole minutes';
  if (new Set(topics.map(({ topic }) => topic)).size < topics.length) return 'a topic is named twice';
  const sum = parts.reduce((total, part) => total + part, 0);
  if (typeof minutes === 'number' && sum > minutes) return 'the topics have more minutes than the whole';
  return null;
}

/** The whole of a fact's time: as given, else the sum of its topics, else none. */
export function minutesOf({ topics = [], minutes }: NewFact): number | null {
  if (minutes !== undefined) return minutes;
  return topics.length > 0 ? topics.reduce((total, part) => total + part.minutes, 0) : null;
}
