import type { Answer } from '../../quizzes/items.public.js';
import type { FormItem } from '../use-cases/sitting-shapes.js';
import type { GivenAnswer } from './answer-intake.js';

type Sent = Readonly<Record<string, unknown>>;

/**
 * The answers of a plain form: `q3` for the answer to the third question (several times when several are chosen), `q3.<key>` for
 * the place of an option, `f3` when it is to be looked at again, `r3` for the revision that the page showed. Questions that
 * the form does not hold, or that were empty and still are, are left out.
 */
export function answersIn(items: Iterable<Pick<FormItem, 'place' | 'versionId' | 'kind' | 'optionOrder'>>, sent: Sent) {
  const answers: (GivenAnswer & { field: string })[] = [];
  for (const { place, versionId, kind, optionOrder } of items) {
    const seen = wholeNumber(sent[`r${place}`]);
    if (seen === null) continue;
    const answer = kind === 'ordering' ? placesIn(place, optionOrder, sent) : chosenIn(place, sent);
    const isEmpty = 'chosen' in answer ? answer.chosen.length === 0 : Object.keys(answer.places).length === 0;
    const flagged = sent[`f${place}`] === 'yes';
    if (isEmpty && !flagged && seen === 0) continue;
    answers.push({ versionId, revision: seen + 1, flagged, field: `q${place}`, ...answer });
  }
  return answers;
}

function chosenIn(place: number, sent: Sent): Extract<Answer, { chosen: string[] }> {
  const values = [sent[`q${place}`] ?? []].flat();
  return { chosen: values.filter((value): value is string => typeof value === 'string' && value !== '') };
}

function placesIn(place: number, keys: readonly string[], sent: Sent): Answer {
  const places = keys.flatMap((key) => {
    const given = wholeNumber(sent[`q${place}.${key}`]);
    return given === null ? [] : [[key, given] as const];
  });
  return { places: Object.fromEntries(places) };
}

function wholeNumber(value: unknown): number | null {
  return typeof value === 'string' && /^\d{1,7}$/.test(value) ? Number(value) : null;
}
