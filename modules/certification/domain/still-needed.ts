import type { Clause, EligibilityTree } from '../../schemes/schemes.public.js';

export interface StillNeeded {
  title: string;
  reasons: string[];
}

const isOpen = ({ state }: Clause): boolean => state === 'still_needed';

/** What a tree still asks for, in words: each open requirement with its reasons and those of its open parts. */
export function stillNeeded({ clauses }: EligibilityTree): StillNeeded[] {
  return clauses.filter(isOpen).map((clause) => ({ title: clause.title, reasons: reasonsOf(clause) }));
}

/**
 * What still stands between an applicant and admission. Candidates are admitted to the exam when everything else is met
 * (ISO/IEC 17024, 3: a candidate has fulfilled the prerequisites), so the exam itself is left out.
 */
export function stillNeededToAdmit({ clauses }: EligibilityTree): string[] {
  return clauses.filter((clause) => isOpen(clause) && !isExam(clause)).map(({ title }) => title);
}

/** The titles of all that is still needed. */
export function openTitles({ clauses }: EligibilityTree): string[] {
  return clauses.filter(isOpen).map(({ title }) => title);
}

function isExam({ unit }: Clause): boolean {
  return unit === 'score';
}

function reasonsOf(clause: Clause): string[] {
  return [...clause.reasons, ...clause.children.filter(isOpen).flatMap(reasonsOf)];
}
