import { DIFFICULTIES, type Difficulty } from './item.js';

/** Columns of a CSV file of items; `option_a` to `option_j` with `why_a` to `why_j` come besides. */
export const IMPORT_COLUMNS = {
  kind: 'kind',
  examDomain: 'exam_domain',
  competency: 'competency',
  difficulty: 'difficulty',
  scenario: 'scenario',
  stem: 'stem',
  right: 'right',
  references: 'references',
} as const;

export const OPTION_KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const;

/** A row by column name; what is not there is empty. */
export type ImportRow = Readonly<Record<string, string>>;

export interface ImportedItem {
  examDomain: string;
  competency: string;
  difficulty: Difficulty;
  content: unknown;
}

/**
 * One row as an item, as yet unchecked but for what only a row can have wrong.
 * `right` holds the letters of the right options ("b", "a c"); of an ordering item, the letters in their right order.
 */
export function itemOfRow(row: ImportRow): { item: ImportedItem } | { problem: string } {
  const cell = (name: string): string => row[name] ?? '';
  const difficulty = DIFFICULTIES.find((one) => one === cell('difficulty').toLowerCase());
  if (!difficulty) return { problem: `difficulty is ${DIFFICULTIES.join(', ')}` };
  const kind = cell('kind').toLowerCase();
  const right = cell('right')
    .toLowerCase()
    .split(/[\s,;>]+/)
    .filter(Boolean);
  const keys = OPTION_KEYS.filter((key) => cell(`option_${key}`) !== '');
  const unknown = right.find((key) => !keys.some((one) => one === key));
  if (unknown) return { problem: `right names option ${unknown}, which this line does not have` };
  const options = keys.map((key) => ({
    key,
    text: cell(`option_${key}`),
    rationale: cell(`why_${key}`),
    ...(kind === 'ordering' ? { position: right.indexOf(key) + 1 } : right.includes(key) ? { correct: true } : {}),
  }));
  const references = cell('references')
    .split(/\s*\|\s*/)
    .filter(Boolean);
  return {
    item: {
      examDomain: cell('exam_domain'),
      competency: cell('competency'),
      difficulty,
      content: {
        kind,
        stem: cell('stem'),
        options,
        ...(cell('scenario') ? { scenario: cell('scenario') } : {}),
        ...(references.length > 0 ? { references } : {}),
      },
    },
  };
}
