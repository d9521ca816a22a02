import type { Clause, EligibilityTree } from '../../schemes/schemes.public.js';

const isOpen = ({ state }: Clause): boolean => state === 'still_needed';

/** What a tree still asks for, a line each: the requirement, then what would meet it. */
export function stillNeeded({ clauses }: EligibilityTree): string[] {
  return clauses.filter(isOpen).map((clause) => [`${clause.title}:`, ...reasonsOf(clause)].join(' '));
}

const stateWords = { met: 'met', still_needed: 'still needed', waived: 'set aside for you' } as const;

/** Every requirement with its outcome, what would meet it, and why evidence of it was not counted: a line each. */
export function clauseByClause({ clauses }: EligibilityTree): string[] {
  return clauses.map((clause) => {
    const kept = [...new Set(notCountedOf(clause))].map((reason) => `Not counted: ${reason}`);
    const why = clause.state === 'still_needed' ? reasonsOf(clause) : [];
    return [`${clause.title}: ${stateWords[clause.state]}.`, ...why, ...kept].join(' ');
  });
}

function notCountedOf({ notCounted, children }: Clause): string[] {
  return [...notCounted.map(({ reason }) => reason), ...children.flatMap(notCountedOf)];
}

/** The titles of all that is still needed. */
export function openTitles({ clauses }: EligibilityTree): string[] {
  return clauses.filter(isOpen).map(({ title }) => title);
}

function reasonsOf(clause: Clause): string[] {
  return [...clause.reasons, ...clause.children.filter(isOpen).flatMap(reasonsOf)];
}
