/**
 * What every question has in common, whoever asks it: its shape, what an answer to it is, how credit is given. The banks of
 * certifying bodies and their exams use the same, and keep their own rows.
 */
export { itemContentSchema } from './domain/quiz-definition.js';
export type { ItemContent } from './domain/quiz-definition.js';
export { fitToItem, isAnswered, sameAnswer } from './domain/answer.js';
export type { Answer } from './domain/answer.js';
export { PARTS_PER_QUESTION, SCORING_RULES, scoreItem } from './domain/scoring.js';
export { randomSequence, shuffled } from './domain/random.js';
