import { Temporal } from 'temporal-polyfill';
import type { Clause, Message } from '../eligibility-tree.js';
import { isSatisfied } from './waiver.js';

/** Several ways of which so many are enough; each way is shown with what it has and what it would still need. */
export function anyOfClause(
  { code, at_least = 1 }: { code: string; at_least?: number },
  children: readonly Clause<Message>[],
): Clause<Message> {
  const gone = children.filter(isSatisfied).length;
  const met = gone >= at_least;
  return {
    id: code,
    title: { code: `clause.${code}` },
    state: met ? 'met' : 'still_needed',
    have: gone,
    need: at_least,
    unit: 'items',
    counted: children.filter(isSatisfied).flatMap((child) => child.counted),
    notCounted: [],
    reasons: met ? [] : [{ code: 'needed.ways', values: { count: at_least - gone } }],
    earliestOn: earliestOfSo(children, at_least, met),
    children,
    choose: at_least,
  };
}

/** The day on which so many of the ways are, or can be, gone. */
export function earliestOfSo(
  children: readonly Clause<Message>[],
  count: number,
  met: boolean,
): Temporal.PlainDate | null | undefined {
  const days = children.filter((child) => !met || isSatisfied(child)).map(({ earliestOn }) => earliestOn);
  const always = days.filter((day) => day === undefined).length;
  if (always >= count) return undefined;
  const known = days.filter((day) => day instanceof Temporal.PlainDate).toSorted(Temporal.PlainDate.compare);
  return known[count - always - 1] ?? null;
}
