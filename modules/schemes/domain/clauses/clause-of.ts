import type { Temporal } from 'temporal-polyfill';
import type { Clause, Message, NotCounted } from '../eligibility-tree.js';
import { evidenceRef, type CandidateFact } from './candidate-facts.js';

/** Sorts candidates into those that count and those that do not, each with its reason. */
export function sorted(candidates: readonly CandidateFact[], bars: (candidate: CandidateFact) => Message | null) {
  const good: CandidateFact[] = [];
  const notCounted: NotCounted<Message>[] = [];
  for (const candidate of candidates) {
    const reason = candidate.barred ?? bars(candidate);
    if (reason) notCounted.push({ ref: evidenceRef(candidate.fact), reason });
    else good.push(candidate);
  }
  return { good, notCounted };
}

/** A clause that any one piece of evidence meets: from the day of the first one on. */
export function clauseOfOne(
  id: string,
  { counted, notCounted }: Pick<Clause<Message>, 'counted' | 'notCounted'>,
  needed: Message,
  onDate: Temporal.PlainDate,
): Clause<Message> {
  const first = counted[0];
  return {
    id,
    title: { code: `clause.${id}` },
    state: first ? 'met' : 'still_needed',
    counted,
    notCounted,
    reasons: first ? [] : [needed],
    earliestOn: first?.occurredOn ?? onDate,
    children: [],
  };
}

/** The clause as a part of another: its id, and those of its parts, begin with the id of the whole. */
export function partOf(whole: string, clause: Clause<Message>): Clause<Message> {
  const id = `${whole}.${clause.id}`;
  const children = clause.children.map((child) => ({ ...child, id: `${whole}.${child.id}` }));
  return { ...clause, id, children };
}
