import type { ItemContent } from '../../quizzes/items.public.js';

export type { ItemContent } from '../../quizzes/items.public.js';

export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

export const ITEM_STATES = ['draft', 'reviewed', 'pretest', 'active', 'retired'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Why somebody, or a form, was given the words of an item: it stands in the log of readings. */
export const READING_PURPOSES = [
  'page',
  'editing',
  'review',
  'comparison',
  'judging',
  'form',
  'sitting',
  'scoring',
  'statistics',
  'appeal',
] as const;
export type ReadingPurpose = (typeof READING_PURPOSES)[number];

/** What an author says of an item besides what it asks. */
export interface ItemHead {
  /** Codes of modules/competencies. */
  examDomain: string;
  competency: string;
  difficulty: Difficulty;
}

/** A version of an item from outside: nothing of what it asks. */
export interface BankItem extends ItemHead {
  versionId: string;
  itemId: string;
  /** Counted from 1 within the body; with the version's number it is called "42.3". */
  itemNumber: number;
  versionNumber: number;
  kind: ItemContent['kind'];
  state: ItemState;
}
