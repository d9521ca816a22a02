export type { Clause, ClauseState, EligibilityTree, EvidenceRef, NotCounted } from './domain/eligibility-tree.js';
export type { SchemeDefinition } from './domain/scheme-definition.js';
export { lapseTier, renewalOpensOn, termEnd, termStart, type LapseTier } from './domain/term.js';
