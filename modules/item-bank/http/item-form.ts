import { DomainError, type FieldProblem } from '../../../src/kernel/domain-error.js';
import { OPTION_KEYS } from '../domain/import-row.js';
import type { ItemContent } from '../domain/item.js';

/**
 * The form of an item. Fields that hold what it asks are called `sealed…`: such are never kept for somebody who must sign in
 * again. An option without text is no option; the options of an ordering item are written in their right order.
 */
export type SentForm = Readonly<Record<string, unknown>>;

/** Rows for options that the form shows: more than anybody used, at most ten. */
export function rowsFor(used: number): number[] {
  const rows = Math.min(OPTION_KEYS.length, Math.max(5, used + 1));
  return Array.from({ length: rows }, (_, index) => index + 1);
}

/** @returns what was written, and the row of each option in it */
export function contentIn(sent: SentForm): { content: unknown; rows: number[] } {
  const rows = OPTION_KEYS.map((_, index) => index + 1).filter((row) => textOf(sent, `sealedOption${row}`) !== '');
  const kind = textOf(sent, 'kind');
  const references = textOf(sent, 'sealedReferences')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const scenario = textOf(sent, 'sealedScenario');
  const options = rows.map((row, index) => ({
    key: OPTION_KEYS[row - 1],
    text: textOf(sent, `sealedOption${row}`),
    rationale: textOf(sent, `sealedWhy${row}`),
    ...(kind === 'ordering' ? { position: index + 1 } : textOf(sent, `right${row}`) ? { correct: true } : {}),
  }));
  return {
    content: {
      kind,
      stem: textOf(sent, 'sealedStem'),
      options,
      ...(scenario ? { scenario } : {}),
      ...(references.length > 0 ? { references } : {}),
    },
    rows,
  };
}

/** The fields of a form with an item in it. */
export function formOf({ kind, stem, scenario, options, references }: ItemContent): Record<string, string> {
  const inOrder = options.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0));
  const fields = inOrder.flatMap(({ key, text, rationale, correct, position }, index): [string, string][] => {
    // An option keeps its letter from version to version; those of an ordering item stand by their place.
    const letter = (OPTION_KEYS as readonly string[]).indexOf(key) + 1;
    const row = position !== undefined || letter === 0 ? index + 1 : letter;
    return [
      [`sealedOption${row}`, text],
      [`sealedWhy${row}`, rationale],
      ...(correct ? ([[`right${row}`, 'yes']] as [string, string][]) : []),
    ];
  });
  return {
    kind,
    sealedStem: stem,
    sealedScenario: scenario ?? '',
    sealedReferences: (references ?? []).join('\n'),
    ...Object.fromEntries(fields),
  };
}

/** Runs `work`, and tells what is wrong with an item by the names of the form's fields. */
export async function toldByField<T>(rows: readonly number[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'item_bank.content_needs_attention') throw error;
    const { code, kind, message, next } = error;
    throw new DomainError({ code, kind, message, next, fields: error.fields.map((one) => asField(one, rows)) });
  }
}

function asField({ field = '', message }: FieldProblem, rows: readonly number[]): FieldProblem {
  const [, part, index, inside] = /^content\.(\w+)(?:\.(\d+))?(?:\.(\w+))?/.exec(field) ?? [];
  if (!part) return { field, message };
  if (part === 'kind') return { field: 'kind', message: 'Choose how it is answered' };
  if (part === 'stem') return { field: 'sealedStem', message: 'Write the question' };
  const row = index === undefined ? undefined : rows[Number(index)];
  if (part === 'options' && row !== undefined) {
    return inside === 'rationale'
      ? { field: `sealedWhy${row}`, message: 'Say why this option is right, or is not' }
      : { field: `sealedOption${row}`, message };
  }
  // About the options as a whole, such as none that is right: it belongs to no one field.
  return { message };
}

function textOf(sent: SentForm, name: string): string {
  const value = sent[name];
  return typeof value === 'string' ? value.trim() : '';
}
