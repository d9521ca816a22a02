import type { ItemText, OptionText } from '../domain/quiz-items.js';
import { inUnixLines } from '../domain/draft-files.js';
import { textOf } from './file-form.js';

type Sent = Readonly<Record<string, unknown>>;

/** Rows for options that the form has; ten are the most that a question may have. */
export const MOST_OPTIONS = 10;

/** The question that was typed. A row without text is no option; the steps of an ordering question stand in their right order. */
export function typedItem(sent: Sent): ItemText {
  const word = (name: string) => inUnixLines(textOf(sent, name)).trim();
  const kind = word('kind');
  const rows = Array.from({ length: MOST_OPTIONS }, (_, at) => at + 1).filter((row) => word(`option${row}`) !== '');
  const references = word('references')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    code: word('code'),
    competency: word('competency'),
    exam_domain: word('examDomain'),
    kind,
    ...(word('scenario') && { scenario: word('scenario') }),
    stem: word('stem'),
    options: rows.map((row, at) => ({
      key: word(`key${row}`) || String.fromCodePoint(96 + row),
      text: word(`option${row}`),
      ...(kind === 'ordering' ? { position: at + 1 } : { correct: word(`right${row}`) === 'yes' }),
      rationale: word(`why${row}`),
    })),
    ...(references.length > 0 && { references }),
    author: word('author'),
    review: word('review') || 'draft',
  };
}

/** The fields of the form with a question in it. */
export function itemFields(item: Partial<ItemText>) {
  const options = (item.options ?? []).toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0));
  const shown = Math.min(MOST_OPTIONS, Math.max(4, options.length + 1));
  return {
    ...item,
    examDomain: item.exam_domain,
    references: (item.references ?? []).join('\n'),
    rows: Array.from({ length: shown }, (_, at) => rowOf(at + 1, options[at])),
  };
}

function rowOf(row: number, option: OptionText | undefined) {
  return {
    row,
    key: `key${row}`,
    keyValue: option?.key,
    option: `option${row}`,
    optionValue: option?.text,
    why: `why${row}`,
    whyValue: option?.rationale,
    right: `right${row}`,
    rightValue: option?.correct ? 'yes' : undefined,
  };
}
