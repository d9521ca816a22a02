/** What exams share with quizzes, for the rows that keep it. */
export type { Accommodation } from '../../quizzes/accommodations.public.js';
export type { Answer } from '../../quizzes/items.public.js';
