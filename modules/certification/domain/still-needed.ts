import type { Speech } from '../../../src/kernel/speech.js';
import type { Clause, EligibilityTree } from '../../schemes/schemes.public.js';

const isOpen = ({ state }: Clause): boolean => state === 'still_needed';

/** What a tree still asks for, a line each: the requirement, then what would meet it. */
export function stillNeeded({ clauses }: EligibilityTree): string[] {
  return clauses.filter(isOpen).map((clause) => [`${clause.title}:`, ...reasonsOf(clause)].join(' '));
}

const NOT_COUNTED = 'Not counted: ';

/** Every requirement with its outcome, what would meet it, and why evidence of it was not counted: a line each. */
export function clauseByClause({ clauses }: EligibilityTree): string[] {
  const stateWords = { met: 'met', still_needed: 'still needed', waived: 'set aside for you' };
  return clauses.map((clause) => {
    const kept = [...new Set(notCountedOf(clause))].map((reason) => `${NOT_COUNTED}${reason}`);
    const why = clause.state === 'still_needed' ? reasonsOf(clause) : [];
    return [`${clause.title}: ${stateWords[clause.state]}.`, ...why, ...kept].join(' ');
  });
}

/**
 * Says the lines of `clauseByClause` in another language: with a decision they are kept as they were read, in English.
 * @param words says titles and reasons: `clauseWords` of the schemes
 * @returns the line as it is where a part of it has no words
 */
export function clauseLineIn(
  { say }: Pick<Speech, 'say'>,
  words: (english: string) => string | undefined,
): (line: string) => string {
  const outcomes: Readonly<Record<string, (title: string) => string>> = {
    met: (title) => say`${title}: met.`,
    'still needed': (title) => say`${title}: still needed.`,
    'set aside for you': (title) => say`${title}: set aside for you.`,
  };
  const one = (text: string): string | undefined => {
    if (!text.startsWith(NOT_COUNTED)) return words(text);
    const reason = words(text.slice(NOT_COUNTED.length));
    return reason && say`Not counted: ${reason}`;
  };
  /** One message may be two sentences, so the longest beginning that has words goes first. */
  const all = (text: string): string | undefined => {
    const whole = one(text);
    if (whole !== undefined) return whole;
    for (const { index } of [...text.matchAll(/(?<=[.?!]) /g)].toReversed()) {
      const [first, rest] = [one(text.slice(0, index)), all(text.slice(index + 1))];
      if (first !== undefined && rest !== undefined) return `${first} ${rest}`;
    }
    return undefined;
  };
  return (line) => {
    const [, name = '', state = '', why] =
      /^(.+?): (met|still needed|set aside for you)\.(?: (.+))?$/s.exec(line) ?? [];
    const [title, reasons] = [words(name), why === undefined ? '' : all(why)];
    const said = title === undefined ? undefined : outcomes[state]?.(title);
    if (said === undefined || reasons === undefined) return line;
    return reasons === '' ? said : `${said} ${reasons}`;
  };
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
