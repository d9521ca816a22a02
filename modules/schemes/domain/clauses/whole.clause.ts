import type { Clause, Message } from '../eligibility-tree.js';
import { latestOf } from './earliest.js';
import { isSatisfied } from './waiver.js';

/** A clause that is met once all of its parts are. */
export function wholeClause(id: string, children: readonly Clause<Message>[]): Clause<Message> {
  const met = children.every(isSatisfied);
  return {
    id,
    title: { code: `clause.${id}` },
    state: met ? 'met' : 'still_needed',
    have: children.filter(isSatisfied).length,
    need: children.length,
    unit: 'items',
    counted: children.flatMap((child) => child.counted),
    notCounted: [],
    reasons: [],
    earliestOn: latestOf(children.map((child) => child.earliestOn)),
    children,
  };
}
