import type { Fact } from '../../../evidence/evidence.public.js';
import type { Message } from '../eligibility-tree.js';
import { vouchedBy, type CandidateFact, type CandidateFacts } from './candidate-facts.js';

/** Documents and declarations that give a figure under a code, in order of day. */
export function figuresOf(facts: CandidateFacts, code: string): CandidateFact[] {
  const documents = facts.get('document') ?? [];
  const declared = facts.get('declaration') ?? [];
  return [...documents, ...declared]
    .filter(({ fact }) => fact.code === code || fact.value.document_type === code)
    .sort((a, b) => a.day - b.day);
}

/** A document counts once a reviewer accepted it; a declaration is the person's own word. */
export function vouchedFigure(fact: Fact): Message | null {
  return vouchedBy(fact, fact.kind === 'document' ? ['reviewer', 'registrar'] : ['self', 'reviewer', 'registrar']);
}
