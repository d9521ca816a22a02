import type { Fact } from '../../../evidence/evidence.public.js';
import type { Clause, Message } from '../eligibility-tree.js';
import type { PrerequisiteOf } from '../scheme-definition.js';
import type { Assessment } from './assessment.js';
import { evidenceRef, lookBack, tooOld, vouchedBy } from './candidate-facts.js';
import { clauseOfOne, sorted } from './clause-of.js';

type DocumentRule = Pick<PrerequisiteOf<'document'>, 'code' | 'any_of' | 'at_least' | 'within'>;

/** Documents that a reviewer of the body accepted, of any of the listed types: one, or so many different ones. */
export function documentClause(
  { code, any_of = [code], at_least = 1, within }: DocumentRule,
  { facts, onDate }: Pick<Assessment, 'facts' | 'onDate'>,
): Clause<Message> {
  const firstDay = lookBack(onDate, within);
  const { good, notCounted } = sorted(
    (facts.get('document') ?? []).filter(({ fact }) => any_of.some((type) => type === fact.value.document_type)),
    (candidate) => vouchedBy(candidate.fact, ['reviewer', 'registrar']) ?? tooOld(candidate, firstDay),
  );
  const counted = good.map(({ fact }) => evidenceRef(fact));
  const documents = any_of.join('|');
  const clause = clauseOfOne(code, { counted, notCounted }, { code: 'needed.document', values: { documents } }, onDate);
  if (at_least === 1) return clause;

  const different = firstOfEach(good.map(({ fact }) => fact));
  const missing = Math.max(0, at_least - different.length);
  return {
    ...clause,
    state: missing === 0 ? 'met' : 'still_needed',
    have: different.length,
    need: at_least,
    unit: 'items',
    reasons: missing === 0 ? [] : [{ code: 'needed.documents', values: { count: missing, documents } }],
    earliestOn: different[at_least - 1]?.occurredOn ?? onDate,
  };
}

/** The same file handed in twice is one document. */
function firstOfEach(facts: readonly Fact[]): Fact[] {
  const file = ({ value, id }: Fact) => (typeof value.sha256 === 'string' ? value.sha256 : id);
  return [...new Map(facts.toReversed().map((fact) => [file(fact), fact])).values()].toReversed();
}
