import { formatMinutes } from '../../../src/kernel/minutes.js';
import type { Speech } from '../../../src/kernel/speech.js';
import type { Clause, EligibilityTree } from '../../schemes/schemes.public.js';

/** What is done toward a renewal, a line each; a part of which nothing is done yet is not among them. */
export function doneLines({ clauses }: EligibilityTree, { say }: Pick<Speech, 'say'>): string[] {
  return clauses
    .flatMap((clause) => [clause, ...clause.children.filter(({ need }) => need)])
    .filter(({ state, have = 0 }) => state !== 'still_needed' || have > 0)
    .map((clause) => (clause.need ? `${clause.title}: ${amountOf(clause, say)}` : clause.title));
}

/** What a renewal that was returned still asks for, besides what its scheme does. */
export const ANSWER_NEEDED = 'Your answer to the note on your renewal page, where you send the renewal again.';

/** What a renewal still asks for, a line each: the clause, then what would meet it. */
export function neededLines({ clauses }: EligibilityTree): string[] {
  return clauses.filter(isOpen).map((clause) => [`${clause.title}:`, ...new Set(reasonsOf(clause))].join(' '));
}

function amountOf({ have = 0, need = 0, unit }: Clause, say: Speech['say']): string {
  const amount = (value: number) => (unit === 'minutes' ? formatMinutes(value) : String(value));
  return say`${amount(have)} of ${amount(need)}`;
}

const isOpen = ({ state }: Clause): boolean => state === 'still_needed';

function reasonsOf(clause: Clause): string[] {
  return [...clause.reasons, ...clause.children.filter(isOpen).flatMap(reasonsOf)];
}
