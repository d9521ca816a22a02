import { Temporal } from 'temporal-polyfill';
import type { Fact } from './fact.js';

/**
 * The facts that hold, as known at one instant: those recorded by then, without the ones that a correction or a
 * retraction known by then took the place of, and without the retractions themselves. A correction is known only from
 * the instant it was recorded, so an earlier `knownAt` still sees what was believed at that time.
 *
 * @param facts one person's facts in any order; the result keeps that order
 * @param knownAt left out: everything that was recorded
 */
export function effectiveFacts(facts: readonly Fact[], knownAt?: Temporal.Instant): Fact[] {
  const known = knownAt ? facts.filter((fact) => Temporal.Instant.compare(fact.recordedAt, knownAt) <= 0) : [...facts];
  const replaced = new Set(known.map((fact) => fact.corrects));
  return known.filter((fact) => fact.kind !== 'retraction' && !replaced.has(fact.id));
}
