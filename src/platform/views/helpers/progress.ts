import { formatHours, formatNumber, percentOf } from './format.js';

export interface ProgressView {
  /** Whole percent for the bar, 0 to 100. */
  percent: number;
  /** "42 of 60 hours recorded": counts what is there, never what is missing. */
  text: string;
  complete: boolean;
}

type Unit = 'minutes' | 'items' | 'score';

export interface ProgressInput {
  have?: number;
  need?: number;
  unit?: Unit;
  /** In place of the unit's own word ("hours", "done", "points"). */
  noun?: string;
  /** In place of "recorded" or "done". */
  verb?: string;
}

const NOUNS: Record<Unit, string> = { minutes: 'hours', items: '', score: 'points' };
const VERBS: Record<Unit, string> = { minutes: 'recorded', items: 'done', score: '' };

/** The words above, for those who translate them. */
export const PROGRESS_WORDS = ['{0} of {1}', ...Object.values(NOUNS), ...Object.values(VERBS)].filter(Boolean);

/**
 * How far something has come. `have` and `need` are minutes, items or points; more than needed shows a full bar and the
 * true number.
 * @param speech the language of numbers, and what the words above are in it
 */
export function progress(
  { have = 0, need = 0, unit = 'items', noun, verb }: ProgressInput,
  { language = 'en', word = (english: string) => english } = {},
): ProgressView {
  const amount = (value: number) => (unit === 'minutes' ? formatHours(value, language) : formatNumber(value, language));
  const amounts = word('{0} of {1}').replace('{0}', amount(have)).replace('{1}', amount(need));
  const words = [noun ?? word(NOUNS[unit]), verb ?? word(VERBS[unit])];
  const text = [amounts, ...words].filter((part) => part !== '').join(' ');
  return { percent: percentOf(have, need), text, complete: have >= need };
}
