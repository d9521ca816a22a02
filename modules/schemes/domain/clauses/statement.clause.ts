import type { Message } from '../eligibility-tree.js';
import type { PrerequisiteOf } from '../scheme-definition.js';
import type { Assessment } from './assessment.js';
import { evidenceRef, lookBack, tooOld, vouchedBy } from './candidate-facts.js';
import { clauseOfOne, sorted } from './clause-of.js';

type StatementRule = PrerequisiteOf<'attestation'> | PrerequisiteOf<'signature'>;

const OTHER_TYPE: Message = { code: 'not_counted.other_type' };

/** The person's own word, given over a kept text: an attestation (lived experience) or a signature (code of ethics). */
export function statementClause(rule: StatementRule, { facts, onDate }: Assessment) {
  const { code, kind } = rule;
  const types = kind === 'attestation' ? (rule.any_of ?? (rule.type ? [rule.type] : [])) : [];
  const firstDay = lookBack(onDate, rule.within);
  const { good, notCounted } = sorted(
    (facts.get(kind) ?? []).filter(({ fact }) => fact.code === code),
    (candidate) =>
      vouchedBy(candidate.fact, ['self']) ??
      (types.length === 0 || types.some((type) => type === candidate.fact.value.type) ? null : OTHER_TYPE) ??
      tooOld(candidate, firstDay),
  );
  const counted = good.map(({ fact }) => evidenceRef(fact));
  return clauseOfOne(code, { counted, notCounted }, { code: `needed.${kind}` }, onDate);
}
