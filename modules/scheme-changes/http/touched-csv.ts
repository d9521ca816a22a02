import { stringify } from 'csv-stringify/sync';
import { BYTE_ORDER_MARK, SAFE } from '../../../src/platform/lists/list-csv.js';
import type { DraftView } from '../use-cases/read-draft.js';
import type { TouchedPerson } from '../use-cases/read-touched.js';
import { kindWords, outcomeWords } from './change-words.js';
import { changeLines } from './touched.page.js';

const HEADER = ['Person', 'Number', 'What', 'Rules', 'Outcome', 'Day before', 'Day after', 'Clauses'];

/** Who is touched, as a list; the first line says by what, and with the evidence of which day. */
export function touchedCsv(draft: DraftView, rows: readonly TouchedPerson[]): string {
  const { title, version, impact } = draft;
  const first = [`${title}, draft of version ${version}, evidence of ${impact?.asOf.toString() ?? ''}`];
  const lines = rows.map((row) => [
    row.name,
    row.number,
    kindWords(row.kind),
    row.bound ? 'the new version' : 'keeps the old version',
    outcomeWords(row.kind, row.outcome),
    row.beforeOn?.toString() ?? '',
    row.afterOn?.toString() ?? '',
    changeLines(draft, row).join('; '),
  ]);
  return BYTE_ORDER_MARK + stringify([first, HEADER, ...lines], SAFE);
}
