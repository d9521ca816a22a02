import type { Difficulty, ItemContent, ItemState, ReadingPurpose } from './item.js';
import type { ItemMove } from './item-state.js';

export const kindWords: Record<ItemContent['kind'], string> = {
  single: 'One answer',
  multiple: 'Several answers',
  ordering: 'Put in order',
};

export const difficultyWords: Record<Difficulty, string> = { easy: 'Easy', medium: 'Medium', hard: 'Hard' };

export const stateWords: Record<ItemState, string> = {
  draft: 'Draft',
  reviewed: 'Reviewed',
  pretest: 'Pretest',
  active: 'Active',
  retired: 'Retired',
};

export const purposeWords: Record<ReadingPurpose, string> = {
  page: 'opened it',
  editing: 'opened it to edit',
  review: 'opened it for review',
  comparison: 'compared two versions',
  judging: 'judged it in a study',
  form: 'looked at a form with it',
  sitting: 'sat a form with it',
  scoring: 'scored answers to it',
  statistics: 'looked at its statistics',
  appeal: 'looked at it for an appeal',
};

export const eventWords: Record<ItemMove, string> = {
  hand_in: 'Handed in for review',
  return: 'Returned with a note',
  review: 'Reviewed',
  pretest: 'In pretest: shown, not scored',
  activate: 'Active: shown and scored',
  retire: 'Retired',
  replace: 'Replaced by a newer version',
};

export const ENEMY_REASONS = ['gives_away', 'too_alike'] as const;
export type EnemyReason = (typeof ENEMY_REASONS)[number];

/** Chosen, never typed: the reason tells nothing of what the items ask. */
export const enemyReasons: Record<EnemyReason, string> = {
  gives_away: 'One gives away the answer to the other',
  too_alike: 'They ask nearly the same',
};

/** Statistics that rest on fewer answers are not shown: they would say more about chance than about the item. */
export const FEWEST_RESPONSES = 30;

/**
 * What is worth a look in the numbers of an item: p from .30 to .89 is best, .96 and more or under .20 stands out; a corrected
 * point-biserial of .20 or less does not tell people apart (Prometric's guide for the IC&RC exams).
 */
export function flagsOf({ p, pointBiserial }: { p: number; pointBiserial: number | null }): string[] {
  const flags: string[] = [];
  if (p >= 0.96) flags.push('Nearly everybody has it right');
  else if (p < 0.2) flags.push('Few have it right: look at the key');
  else if (p < 0.3 || p > 0.89) flags.push('Outside .30 to .89');
  if (pointBiserial !== null && pointBiserial <= 0.2) flags.push('Hardly tells people apart');
  return flags;
}
