import { askedQuestions } from '../domain/attempt-view.js';
import type { QuizDefinition } from '../domain/quiz-definition.js';
import { questionView } from './attempt.page.js';

/** One question of a quiz that is being written, as an attempt would ask it. @returns null for an item it does not have */
export function questionPreview(quiz: QuizDefinition, itemCode: string) {
  const item = quiz.items.find(({ code }) => code === itemCode);
  if (!item) return null;
  const optionOrder = item.options.map(({ key }) => key);
  const [asked] = askedQuestions(quiz, [{ itemCode, place: 1, optionOrder }], new Map());
  return asked ? questionView(asked, {}) : null;
}
