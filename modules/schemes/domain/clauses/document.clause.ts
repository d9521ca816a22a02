import type { Temporal } from 'temporal-polyfill';
import type { Clause, EvidenceRef, Message, NotCounted } from '../eligibility-tree.js';
import type { PrerequisiteOf } from '../scheme-definition.js';
import { evidenceRef, vouchedBy, type CandidateFacts } from './candidate-facts.js';

/** A document that a reviewer of the body accepted, of any one of the listed types. */
export function documentClause(
  { code, any_of = [code] }: PrerequisiteOf<'document'>,
  facts: CandidateFacts,
  onDate: Temporal.PlainDate,
) {
  const counted: EvidenceRef[] = [];
  const notCounted: NotCounted<Message>[] = [];
  for (const { fact, barred } of facts.get('document') ?? []) {
    if (!any_of.some((type) => type === fact.value.document_type)) continue;
    const reason = barred ?? vouchedBy(fact, ['reviewer', 'registrar']);
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
    reasons: first ? [] : [{ code: 'needed.document', values: { documents: any_of.join('|') } }],
    earliestOn: first?.occurredOn ?? onDate,
    children: [],
  };
  return clause;
}
