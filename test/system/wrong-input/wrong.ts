import type { CallerKind } from '../../support/world.js';
import type { ObjectKind } from '../../support/world-things.js';

/** What a form is sent that it cannot take. */
export interface Wrong {
  form: string;
  by: Exclude<CallerKind, 'nobody'>;
  /** What `:id` names. */
  about?: ObjectKind;
  /** The page with the form; where nothing is said, the address itself without its last part. */
  shown?: string;
  to: string;
  typed: Record<string, string | string[]>;
  /** What the person is told. */
  words: string;
  /** The fields whose text is still there. */
  kept: string[];
}

export const long = (letters: number) => 'ü'.repeat(letters + 1);
export const STRANGE = '<b>“O’Neill” & ليلى\u0301</b>';
