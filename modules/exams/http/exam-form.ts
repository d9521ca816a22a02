import type { FieldProblem } from '../../../src/kernel/domain-error.js';
import { DIFFICULTIES } from '../domain/blueprint.js';

type Sent = Readonly<Record<string, unknown>>;
type Difficulty = (typeof DIFFICULTIES)[number];

/** Names of the fields of a blueprint. */
export const domainField = (code: string): string => `domain_${code}`;
export const bandField = (difficulty: Difficulty, edge: 'Min' | 'Max'): string => `${difficulty}${edge}`;

const WHOLE = 'Enter a whole number, or leave it empty';
const MOST = 500;

/**
 * The blueprint that a form holds; empty fields are left out.
 * @param domains codes of the exam domains that the form asks of
 * @returns the blueprint as it was written, and what cannot be a number or has no other side
 */
export function blueprintIn(sent: Sent, domains: readonly string[]): { blueprint: object; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const count = (field: string): number | null => {
    const text = typeof sent[field] === 'string' ? sent[field].trim() : '';
    if (text === '') return null;
    if (/^\d{1,3}$/.test(text) && Number(text) <= MOST) return Number(text);
    problems.push({ field, message: WHOLE });
    return null;
  };
  const asked = domains.flatMap((code) => {
    const items = count(domainField(code));
    return items ? [[code, items] as const] : [];
  });
  const total = asked.reduce((sum, [, items]) => sum + items, 0);
  const bands = DIFFICULTIES.flatMap((difficulty) => {
    const [min, max] = [count(bandField(difficulty, 'Min')), count(bandField(difficulty, 'Max'))];
    if (min === null && max === null) return [];
    const band = { min: min ?? 0, max: max ?? Math.max(total, min ?? 0) };
    if (band.min > band.max) {
      problems.push({ field: bandField(difficulty, 'Max'), message: 'The most is below the least' });
    }
    return [[difficulty, band] as const];
  });
  const pretest = count('pretest') ?? 0;
  if (asked.length === 0 && domains[0] && !problems.some(({ field }) => field?.startsWith('domain_'))) {
    problems.push({ field: domainField(domains[0]), message: 'Ask for at least one item of one domain' });
  }
  const difficulty = bands.length > 0 ? { difficulty: Object.fromEntries(bands) } : {};
  return { blueprint: { domains: Object.fromEntries(asked), ...difficulty, pretest }, problems };
}
