import type { FieldProblem } from '../../../src/kernel/domain-error.js';
import { inPlainWords } from '../../../src/platform/content/plain-words.js';
import { YamlSource } from '../../../src/platform/content/yaml-source.js';
import { columnsIn, listLines, UnreadableLine } from '../../../src/platform/lists/list-lines.js';
import { readListText } from '../../../src/platform/lists/list-text.js';
import { z } from 'zod';
import { itemContentSchema } from '../../quizzes/items.public.js';
import { IMPORT_COLUMNS, itemOfRow, OPTION_KEYS, type ImportedItem } from '../domain/import-row.js';
import { DIFFICULTIES } from '../domain/item.js';

/** An item of an uploaded file with the line where it begins. */
export interface LinedItem {
  line: number;
  item: ImportedItem;
}

export interface ReadItemFile {
  items: LinedItem[];
  problems: FieldProblem[];
}

/** How many items one file brings at most. */
export const MOST_ITEMS = 500;

const FIELD = 'file';
const at = (line: number, reason: string): FieldProblem => ({ field: FIELD, message: `Line ${line}: ${reason}` });

const yamlSchema = z.strictObject({
  items: z
    .array(
      z.looseObject({
        exam_domain: z.string(),
        competency: z.string(),
        difficulty: z.enum(DIFFICULTIES),
      }),
    )
    .min(1),
});

/** Reads a file of items: CSV with one item a line, or YAML with a list `items`. Whatever is wrong is told with its line. */
export async function readItemFile({
  fileName,
  bytes,
}: {
  fileName: string;
  bytes: Uint8Array;
}): Promise<ReadItemFile> {
  const read = readListText(bytes);
  if (!read)
    return { items: [], problems: [{ field: FIELD, message: 'Choose a CSV or YAML file: this one holds no text' }] };
  const found = /\.ya?ml$/i.test(fileName) ? yamlItems(read.text) : await csvItems(read.text);
  if (found.items.length <= MOST_ITEMS) return found;
  return { items: [], problems: [{ field: FIELD, message: `Bring at most ${MOST_ITEMS} items at a time` }] };
}

async function csvItems(text: string): Promise<ReadItemFile> {
  const [items, problems]: [LinedItem[], FieldProblem[]] = [[], []];
  let header: string[] | null = null;
  try {
    for await (const { line, cells } of listLines(text)) {
      if (!header) {
        header = cells.map((cell) => cell.toLowerCase());
        problems.push(...missingColumns(header).map((name) => at(line, `the column ${name} is missing`)));
        if (problems.length > 0) return { items, problems };
        continue;
      }
      const row = Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']));
      const made = itemOfRow(row);
      if ('problem' in made) problems.push(at(line, made.problem));
      else items.push({ line, item: made.item });
    }
  } catch (error) {
    if (!(error instanceof UnreadableLine)) throw error;
    problems.push(at(error.line, error.message));
  }
  if (items.length === 0 && problems.length === 0) problems.push({ field: FIELD, message: 'This file holds no items' });
  return { items, problems };
}

function missingColumns(header: readonly string[]): string[] {
  const [a, b] = OPTION_KEYS;
  const { scenario: _scenario, references: _references, ...needed } = IMPORT_COLUMNS;
  const names = [...Object.values(needed), `option_${a}`, `why_${a}`, `option_${b}`, `why_${b}`];
  const columns = columnsIn(header, Object.fromEntries(names.map((name) => [name, name])));
  return names.filter((name) => (columns[name] ?? -1) < 0);
}

function yamlItems(text: string): ReadItemFile {
  const source = new YamlSource({ file: FIELD, text });
  const file = source.read(yamlSchema);
  const items = (file?.items ?? []).flatMap(
    ({ exam_domain: examDomain, competency, difficulty, ...content }, index) => {
      const checked = itemContentSchema.safeParse(content, { error: inPlainWords });
      for (const issue of checked.error?.issues ?? []) {
        const path = issue.path.filter((key) => typeof key !== 'symbol');
        source.fault(['items', index, ...path], `${path.join('.') || 'this item'}: ${issue.message}`);
      }
      const item = { examDomain, competency, difficulty, content };
      return checked.success ? [{ line: source.lineOf(['items', index]), item }] : [];
    },
  );
  return { items, problems: source.faults.map(({ line, reason }) => at(line, reason)) };
}
