import { formatHours, formatNumber, percentOf } from './format.js';

export interface ProgressView {
  /** Whole percent for the bar, 0 to 100. */
  percent: number;
  /** "42 of 60 hours recorded": counts what is there, never what is missing. */
  text: string;
  complete: boolean;
}

type Unit = 'minutes' | 'items' | 'score';

/**
 * How far something has come.
 * @param have, need in minutes, items or points; more than needed shows a full bar and the true number
 * @param noun overrides the word of the unit ("hours", "done", "points"); @param verb defaults to "recorded"
 */
export function progress(
  input: { have?: number; need?: number; unit?: Unit; noun?: string; verb?: string },
  language = 'en',
): ProgressView {
  const { have = 0, need = 0, unit = 'items', noun = { minutes: 'hours', items: '', score: 'points' }[unit] } = input;
  const { verb = unit === 'minutes' ? 'recorded' : unit === 'items' ? 'done' : '' } = input;
  const amount = (value: number) => (unit === 'minutes' ? formatHours(value, language) : formatNumber(value, language));
  const text = [`${amount(have)} of ${amount(need)}`, noun, verb].filter((word) => word !== '').join(' ');
  return { percent: percentOf(have, need), text, complete: have >= need };
}
