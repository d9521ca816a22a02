import type { QuizDefinition, QuizItem } from './quiz-definition.js';
import { randomSequence, shuffled } from './random.js';

/** One question as this person sees it: which item, and its options in which order. */
export interface FormQuestion {
  itemCode: string;
  /** Keys of the options, first to last. */
  optionOrder: string[];
}

/**
 * The questions of one attempt. Drawn in turns from each competency, so that the feedback per competency rests on as
 * many of them as there are questions; the same seed and definition always give the same form.
 */
export function drawForm(definition: QuizDefinition, seed: number): FormQuestion[] {
  const random = randomSequence(seed);
  const piles = shuffled([...byCompetency(definition.items).values()], random).map((pile) => shuffled(pile, random));
  const chosen: QuizItem[] = [];
  for (let turn = 0; chosen.length < definition.questions_per_attempt; turn++) {
    const drawn = piles.flatMap((pile) => pile[turn] ?? []);
    if (drawn.length === 0) break;
    chosen.push(...drawn.slice(0, definition.questions_per_attempt - chosen.length));
  }
  return shuffled(chosen, random).map((item) => ({
    itemCode: item.code,
    optionOrder: shuffled(
      item.options.map((option) => option.key),
      random,
    ),
  }));
}

function byCompetency(items: readonly QuizItem[]): Map<string, QuizItem[]> {
  const piles = new Map<string, QuizItem[]>();
  for (const item of items) piles.set(item.competency, [...(piles.get(item.competency) ?? []), item]);
  return piles;
}
