import type { Temporal } from 'temporal-polyfill';
import type { Clause, EvidenceRef, Message, NotCounted } from '../eligibility-tree.js';
import type { PrerequisiteOf } from '../scheme-definition.js';
import { evidenceRef, vouchedBy, type CandidateFacts } from './candidate-facts.js';

type StatementRule = PrerequisiteOf<'attestation'> | PrerequisiteOf<'signature'>;

/** The person's own word, given over a kept text: an attestation (lived experience) or a signature (code of ethics). */
export function statementClause({ code, kind }: StatementRule, facts: CandidateFacts, onDate: Temporal.PlainDate) {
  const counted: EvidenceRef[] = [];
  const notCounted: NotCounted<Message>[] = [];
  for (const { fact, barred } of facts.get(kind) ?? []) {
    if (fact.code !== code) continue;
    const reason = barred ?? vouchedBy(fact, ['self']);
    if (reason) notCounted.push({ ref: evidenceRef(fact), reason });
    else counted.push(evidenceRef(fact));
  }
  const first = counted[0];
  const clause: Clause<Message> = {
    id: code,
    title: { code: `clause.${code}` },
    state: first ? 'met' : 'still_needed',
    counted,
    notCounted,
    reasons: first ? [] : [{ code: `needed.${kind}` }],
    earliestOn: first?.occurredOn ?? onDate,
    children: [],
  };
  return clause;
}
