import type { Temporal } from 'temporal-polyfill';
import type { Clause, Message, NotCounted } from '../eligibility-tree.js';
import { evidenceRef, lookBack, tooOld, vouchedBy, type CandidateFacts } from './candidate-facts.js';
import { clauseOfOne, sorted } from './clause-of.js';

/**
 * A background check whose result the body recorded as clear. Only the last result speaks.
 *
 * @param rule.any whether checks of every code count: a renewal that asks for "a background check" means whichever there is
 */
export function backgroundCheckClause(
  { code, within, any = false }: { code: string; within?: string; any?: boolean },
  { facts, onDate }: { facts: CandidateFacts; onDate: Temporal.PlainDate },
): Clause<Message> {
  const firstDay = lookBack(onDate, within);
  const { good, notCounted } = sorted(
    (facts.get('background_check') ?? []).filter(({ fact }) => any || fact.code === null || fact.code === code),
    (candidate) => vouchedBy(candidate.fact, ['registrar', 'reviewer']) ?? tooOld(candidate, firstDay),
  );
  const last = good.at(-1);
  const clear = last?.fact.value.result === 'clear';
  const left: NotCounted<Message>[] = good
    .slice(0, clear ? -1 : undefined)
    .map((one) => ({ ref: evidenceRef(one.fact), reason: one === last ? NOT_SETTLED : LATER_ONE }));
  const needed = { code: last ? 'needed.background_answer' : 'needed.background_check' };
  const counted = last && clear ? [evidenceRef(last.fact)] : [];
  return clauseOfOne(code, { counted, notCounted: [...notCounted, ...left] }, needed, onDate);
}

const NOT_SETTLED: Message = { code: 'not_counted.not_settled' };
const LATER_ONE: Message = { code: 'not_counted.later_result' };
