import { Temporal } from 'temporal-polyfill';
import { isAfter } from '../../../../src/kernel/dates.js';
import type { Clause, Message } from '../eligibility-tree.js';
import type { PrerequisiteOf } from '../scheme-definition.js';
import type { Assessment } from './assessment.js';

/** Time that must have passed since an event. Where the event is still to come, the time is counted from today. */
export function elapsedClause(
  { code, since, at_least }: PrerequisiteOf<'elapsed'>,
  { clock, onDate }: Assessment,
): Clause<Message> {
  const began = clock(since);
  const over = (began ?? onDate).add(Temporal.Duration.from(at_least));
  const met = began !== undefined && !isAfter(over, onDate);
  const needed: Message = began
    ? { code: 'needed.elapsed', values: { date: over.toString() } }
    : { code: 'needed.event', values: { event: since } };
  return {
    id: code,
    title: { code: `clause.${code}` },
    state: met ? 'met' : 'still_needed',
    counted: [],
    notCounted: [],
    reasons: met ? [] : [needed],
    earliestOn: over,
    children: [],
  };
}
