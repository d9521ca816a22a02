import type { Clause, Message } from '../eligibility-tree.js';
import type { PrerequisiteOf } from '../scheme-definition.js';
import type { Assessment } from './assessment.js';
import { dayNumber, evidenceRef, lookBack, tooOld, vouchedBy } from './candidate-facts.js';
import { clauseOfOne, sorted } from './clause-of.js';
import { activeSpans, eventsOf, isActive } from './credential-history.js';

/**
 * A credential that the person holds: active on the day of the question by its register here, or (`elsewhere`) shown by a
 * document under the code of the rule.
 */
export function credentialClause(rule: PrerequisiteOf<'credential'>, { facts, onDate }: Assessment): Clause<Message> {
  const { code, scheme, elsewhere } = rule;
  const events = scheme === undefined ? [] : eventsOf(facts, scheme);
  const held = isActive(activeSpans(events.map(({ fact }) => fact)), dayNumber(onDate));
  const firstDay = lookBack(onDate, rule.within);
  const shown = sorted(
    elsewhere ? (facts.get('document') ?? []).filter(({ fact }) => fact.value.document_type === code) : [],
    (candidate) => vouchedBy(candidate.fact, ['reviewer', 'registrar']) ?? tooOld(candidate, firstDay),
  );
  const granted = events.map(({ fact }) => evidenceRef(fact));
  const ended = held ? [] : granted.map((ref) => ({ ref, reason: NOT_ACTIVE }));
  const counted = [...(held ? granted : []), ...shown.good.map(({ fact }) => evidenceRef(fact))];
  const needed = { code: elsewhere ? 'needed.credential_elsewhere' : 'needed.credential' };
  return clauseOfOne(code, { counted, notCounted: [...ended, ...shown.notCounted] }, needed, onDate);
}

const NOT_ACTIVE: Message = { code: 'not_counted.credential_not_active' };
