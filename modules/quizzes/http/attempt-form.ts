import type { Answer } from '../domain/answer.js';
import type { AskedQuestion } from '../domain/attempt-view.js';
import type { GivenAnswer } from '../use-cases/save-answers.js';

/**
 * How the questions of an attempt stand in a plain HTML form: `q3` for the answer to the third question (several times
 * when several are chosen), `q3.<key>` for the place of an option, `r3` for the revision that the page showed.
 */
export const answerField = (place: number): string => `q${place}`;
export const placeField = (place: number, key: string): string => `q${place}.${key}`;
export const revisionField = (place: number): string => `r${place}`;

/** Of a question, what its fields are named after. */
type Question = Pick<AskedQuestion, 'itemCode' | 'place' | 'kind'> & { options: readonly { key: string }[] };
type Sent = Readonly<Record<string, unknown>>;

/** The answers of a form that was sent. Questions that were empty and still are, are left out. */
export function answersIn(questions: readonly Question[], sent: Sent): GivenAnswer[] {
  return questions.flatMap((question) => answerIn(question, sent) ?? []);
}

/** One question's answer, or null when it is neither answered now nor was before. */
export function answerIn(question: Question, sent: Sent): GivenAnswer | null {
  const seen = wholeNumber(sent[revisionField(question.place)]) ?? 0;
  const answer = question.kind === 'ordering' ? placesIn(question, sent) : chosenIn(question, sent);
  const isEmpty = 'chosen' in answer ? answer.chosen.length === 0 : Object.keys(answer.places).length === 0;
  if (isEmpty && seen === 0) return null;
  return { itemCode: question.itemCode, revision: seen + 1, field: answerField(question.place), ...answer };
}

function chosenIn(question: Question, sent: Sent): Answer {
  const values = [sent[answerField(question.place)] ?? []].flat();
  return { chosen: values.filter((value): value is string => typeof value === 'string' && value !== '') };
}

function placesIn(question: Question, sent: Sent): Answer {
  const places = question.options.flatMap(({ key }) => {
    const place = wholeNumber(sent[placeField(question.place, key)]);
    return place === null ? [] : [[key, place] as const];
  });
  return { places: Object.fromEntries(places) };
}

function wholeNumber(value: unknown): number | null {
  return typeof value === 'string' && /^\d{1,7}$/.test(value) ? Number(value) : null;
}
