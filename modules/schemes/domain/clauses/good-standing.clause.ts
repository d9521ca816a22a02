import type { Clause, Message } from '../eligibility-tree.js';
import type { Assessment } from './assessment.js';
import { dayNumber, evidenceRef, type CandidateFact } from './candidate-facts.js';
import { eventsOf } from './credential-history.js';

const PAUSES = new Set(['suspended', 'revoked', 'surrendered']);
const FINDINGS = new Set(['reprimanded', 'suspended', 'revoked']);
const OPEN: Message = { code: 'not_counted.register_event' };

/** Nothing on the register that pauses the credential. A term that has run out does not: renewing late is for that. */
export function goodStandingClause({ definition, facts, onDate }: Assessment): Clause<Message> {
  const last = eventsOf(facts, definition.id)
    .filter(({ fact }) => PAUSES.has(fact.code ?? '') || fact.code === 'reinstated')
    .at(-1);
  return standingClause('good_standing', last && PAUSES.has(last.fact.code ?? '') ? [last] : [], onDate);
}

/** No finding of the body since the term began. */
export function noViolationsClause(
  { definition, facts, onDate }: Assessment,
  termStartsOn: Assessment['onDate'],
): Clause<Message> {
  const first = dayNumber(termStartsOn);
  const found = eventsOf(facts, definition.id).filter(({ fact, day }) => day >= first && FINDINGS.has(fact.code ?? ''));
  return standingClause('no_ethics_violations', found, onDate);
}

function standingClause(id: string, found: readonly CandidateFact[], onDate: Assessment['onDate']): Clause<Message> {
  const met = found.length === 0;
  return {
    id,
    title: { code: `clause.${id}` },
    state: met ? 'met' : 'still_needed',
    counted: [],
    notCounted: found.map(({ fact }) => ({ ref: evidenceRef(fact), reason: OPEN })),
    reasons: met ? [] : [{ code: 'needed.body_answer' }],
    ...(!met && { earliestOn: onDate }),
    children: [],
  };
}
