import type { Answer } from './answer.js';
import type { QuizDefinition, QuizItem } from './quiz-definition.js';
import { PARTS_PER_QUESTION, scoreItem } from './scoring.js';

/** A question as it may be shown while the attempt is open: nothing here tells the key. */
export interface AskedQuestion {
  itemCode: string;
  place: number;
  kind: QuizItem['kind'];
  scenario: string | null;
  stem: string;
  options: { key: string; text: string }[];
  answer: Answer | null;
  /** 0 while nothing is saved. */
  revision: number;
}

/** A question with its explanation, for an attempt that is closed. */
export interface ExplainedQuestion {
  itemCode: string;
  place: number;
  kind: QuizItem['kind'];
  competency: string;
  scenario: string | null;
  stem: string;
  /** Share of the credit, whole percent rounded down. */
  percent: number;
  options: {
    key: string;
    text: string;
    rationale: string;
    /** For single and multiple. */
    right: boolean;
    chosen: boolean;
    /** For ordering: where it belongs, and where the person put it. */
    position: number | null;
    placed: number | null;
    /** Whether it is in the answer that came after the end. */
    chosenLate: boolean;
    /** The place that answer gave it. */
    placedLate: number | null;
  }[];
  references: string[];
}

interface Asked {
  itemCode: string;
  place: number;
  optionOrder: string[];
}

type SavedAnswers = ReadonlyMap<string, { answer: Answer; revision: number }>;

/** @param asked the questions in the order they are shown */
export function askedQuestions(
  definition: QuizDefinition,
  asked: readonly Asked[],
  saved: SavedAnswers,
): AskedQuestion[] {
  return asked.map((question) => {
    const item = itemOf(definition, question.itemCode);
    const answer = saved.get(item.code);
    return {
      itemCode: item.code,
      place: question.place,
      kind: item.kind,
      scenario: item.scenario ?? null,
      stem: item.stem,
      options: inOrder(item, question.optionOrder).map(({ key, text }) => ({ key, text })),
      answer: answer?.answer ?? null,
      revision: answer?.revision ?? 0,
    };
  });
}

/** @param asked the questions in the order they were shown @param late what came after the end, which earns nothing */
export function explainedQuestions(
  definition: QuizDefinition,
  asked: readonly Asked[],
  saved: SavedAnswers,
  late: ReadonlyMap<string, { answer: Answer }> = new Map(),
): ExplainedQuestion[] {
  return asked.map((question) => {
    const item = itemOf(definition, question.itemCode);
    const answer = saved.get(item.code)?.answer;
    const lateAnswer = late.get(item.code)?.answer;
    return {
      itemCode: item.code,
      place: question.place,
      kind: item.kind,
      competency: item.competency,
      scenario: item.scenario ?? null,
      stem: item.stem,
      percent: Math.floor((scoreItem(item, answer) * 100) / PARTS_PER_QUESTION),
      options: inOrder(item, question.optionOrder).map((option) => ({
        key: option.key,
        text: option.text,
        rationale: option.rationale,
        right: option.correct === true,
        chosen: hasChosen(answer, option.key),
        position: option.position ?? null,
        placed: placeIn(answer, option.key),
        chosenLate: hasChosen(lateAnswer, option.key),
        placedLate: placeIn(lateAnswer, option.key),
      })),
      references: item.references ?? [],
    };
  });
}

function hasChosen(answer: Answer | undefined, key: string): boolean {
  return answer !== undefined && 'chosen' in answer && answer.chosen.includes(key);
}

function placeIn(answer: Answer | undefined, key: string): number | null {
  return (answer && 'places' in answer ? answer.places[key] : undefined) ?? null;
}

function itemOf(definition: QuizDefinition, code: string): QuizItem {
  const item = definition.items.find((one) => one.code === code);
  if (!item) throw new Error(`The version of ${definition.code} has no item ${code}`);
  return item;
}

function inOrder(item: QuizItem, order: readonly string[]): QuizItem['options'] {
  return order.flatMap((key) => item.options.filter((option) => option.key === key));
}
