import { unacceptable } from '../../../src/platform/http/validation.js';

/** As the database holds it (`renewal_step.note`). */
const LONGEST = 2000;

/** What somebody typed, without the space around it. @throws DomainError input.needs_attention for none or too much */
export function requireWords(field: string, typed: string, empty: string): string {
  const words = typed.trim();
  if (words === '') throw unacceptable([{ field, message: empty }]);
  if (words.length > LONGEST) throw unacceptable([{ field, message: `Use at most ${LONGEST} characters` }]);
  return words;
}
