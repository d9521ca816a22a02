/** What exams share with the item bank, for the rows that tell of it. */
export type { ReadingPurpose } from '../../item-bank/item-bank.public.js';
