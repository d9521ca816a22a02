import type { Temporal } from 'temporal-polyfill';
import type { Fact } from '../../../evidence/evidence.public.js';
import type { Clause, Message } from '../eligibility-tree.js';
import { evidenceRef, vouchedBy, type CandidateFacts } from './candidate-facts.js';
import { latestOf } from './earliest.js';

/**
 * Applies what the body waived: a `waiver` fact names the scheme and the clause. A waived clause keeps its numbers, so
 * that everybody sees what was waived; a whole becomes met when its other parts are and its own need is.
 */
export function withWaivers(clauses: readonly Clause<Message>[], schemeCode: string, facts: CandidateFacts) {
  const waivers = waiversOf(facts, schemeCode);
  if (waivers.size === 0) return clauses;

  const apply = (clause: Clause<Message>): Clause<Message> => {
    const children = clause.children.map(apply);
    const waiver = clause.state === 'still_needed' ? waivers.get(clause.id) : undefined;
    if (waiver) {
      return {
        ...clause,
        children,
        state: 'waived',
        counted: [...clause.counted, evidenceRef(waiver, null)],
        reasons: [{ code: 'needed.nothing_waived' }],
        earliestOn: waiver.occurredOn,
      };
    }
    if (clause.choose !== undefined) return withWaivedWays({ ...clause, children }, clause.choose);
    const ownPartMet = clause.reasons.length === 0;
    if (clause.state === 'met' || !ownPartMet || !children.every(isSatisfied)) return { ...clause, children };
    return {
      ...clause,
      children,
      state: 'met',
      earliestOn: latestOf([enoughOn(clause), ...children.map((child) => child.earliestOn)]),
    };
  };
  return clauses.map(apply);
}

/** The waiver of each clause that the body waived for this person, by clause id. */
export function waiversOf(facts: CandidateFacts, schemeCode: string): ReadonlyMap<string | null, Fact> {
  return new Map(
    (facts.get('waiver') ?? [])
      .filter(({ fact, barred }) => !barred && !vouchedBy(fact, ['registrar']) && fact.value.scheme_code === schemeCode)
      .map(({ fact }) => [fact.code, fact]),
  );
}

/** A choice is met once enough of its ways are gone or waived. */
function withWaivedWays(clause: Clause<Message>, choose: number): Clause<Message> {
  const gone = clause.children.filter(isSatisfied);
  if (clause.state !== 'still_needed' || gone.length < choose) return clause;
  const earliestOn = latestOf(gone.map((way) => way.earliestOn));
  return { ...clause, state: 'met', have: gone.length, reasons: [], earliestOn };
}

/** Met or waived: nothing is needed of the person for it. */
export function isSatisfied(clause: Clause<unknown>): boolean {
  return clause.state !== 'still_needed';
}

/** The day on which the clause's own minutes, its parts aside, were enough. */
function enoughOn({ counted, need, unit }: Clause<Message>): Temporal.PlainDate | undefined {
  if (unit !== 'minutes') return undefined;
  let have = 0;
  return counted.find((ref) => (have += ref.minutes ?? 0) >= (need ?? 0))?.occurredOn;
}
