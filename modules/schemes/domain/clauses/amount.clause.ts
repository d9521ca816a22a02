import type { Clause, Message } from '../eligibility-tree.js';
import type { PrerequisiteOf } from '../scheme-definition.js';
import type { Assessment } from './assessment.js';
import { evidenceRef, lookBack, tooOld } from './candidate-facts.js';
import { sorted } from './clause-of.js';
import { figuresOf, vouchedFigure } from './figures.js';

/** Amounts that add up over accepted documents and declarations: months of work, college credits. */
export function amountClause(rule: PrerequisiteOf<'amount'>, { facts, onDate }: Assessment): Clause<Message> {
  const { code, unit, min } = rule;
  const firstDay = lookBack(onDate, rule.within);
  const { good, notCounted } = sorted(figuresOf(facts, code), (candidate) => {
    const { amount, unit: given = unit } = candidate.fact.value;
    return (
      vouchedFigure(candidate.fact) ??
      tooOld(candidate, firstDay) ??
      (typeof amount === 'number' && amount > 0 && given === unit ? null : NO_AMOUNT)
    );
  });
  let have = 0;
  const enough = good.find(({ fact }) => (have += Number(fact.value.amount)) >= min);
  const all = good.reduce((sum, { fact }) => sum + Number(fact.value.amount), 0);
  return {
    id: code,
    title: { code: `clause.${code}` },
    state: enough ? 'met' : 'still_needed',
    have: all,
    need: min,
    unit: 'items',
    counted: good.map(({ fact }) => evidenceRef(fact)),
    notCounted,
    reasons: enough ? [] : [{ code: 'needed.amount', values: { amount: min - all, unit } }],
    earliestOn: enough?.fact.occurredOn ?? onDate,
    children: [],
  };
}

const NO_AMOUNT: Message = { code: 'not_counted.no_amount' };
