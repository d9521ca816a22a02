import type { Clause, Message } from '../eligibility-tree.js';
import type { PrerequisiteOf } from '../scheme-definition.js';
import type { Assessment } from './assessment.js';
import { evidenceRef, lookBack, tooOld } from './candidate-facts.js';
import { clauseOfOne, sorted } from './clause-of.js';
import { figuresOf, vouchedFigure } from './figures.js';

/** A single figure such as an age, from an accepted document or the person's own declaration: any one that fits will do. */
export function numberClause(rule: PrerequisiteOf<'number'>, { facts, onDate }: Assessment): Clause<Message> {
  const { code, min, max = Infinity } = rule;
  const firstDay = lookBack(onDate, rule.within);
  const { good, notCounted } = sorted(figuresOf(facts, code), (candidate) => {
    const { number } = candidate.fact.value;
    return (
      vouchedFigure(candidate.fact) ??
      tooOld(candidate, firstDay) ??
      (typeof number === 'number' && number >= min && number <= max ? null : OUT_OF_RANGE)
    );
  });
  const needed: Message =
    rule.max === undefined
      ? { code: 'needed.number', values: { min } }
      : { code: 'needed.number_between', values: { min, max: rule.max } };
  const counted = good.map(({ fact }) => evidenceRef(fact));
  return clauseOfOne(code, { counted, notCounted }, needed, onDate);
}

const OUT_OF_RANGE: Message = { code: 'not_counted.other_number' };
