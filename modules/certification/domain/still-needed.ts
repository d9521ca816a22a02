import type { Clause, EligibilityTree } from '../../schemes/schemes.public.js';

const isOpen = ({ state }: Clause): boolean => state === 'still_needed';

/** What a tree still asks for, a line each: the requirement, then what would meet it. */
export function stillNeeded({ clauses }: EligibilityTree): string[] {
  return clauses.filter(isOpen).map((clause) => [`${clause.title}:`, ...reasonsOf(clause)].join(' '));
}

/** The titles of all that is still needed. */
export function openTitles({ clauses }: EligibilityTree): string[] {
  return clauses.filter(isOpen).map(({ title }) => title);
}

function reasonsOf(clause: Clause): string[] {
  return [...clause.reasons, ...clause.children.filter(isOpen).flatMap(reasonsOf)];
}
