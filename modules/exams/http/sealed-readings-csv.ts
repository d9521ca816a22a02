import { stringify } from 'csv-stringify/sync';
import { BYTE_ORDER_MARK, SAFE } from '../../../src/platform/lists/list-csv.js';
import { formatInstant } from '../../../src/platform/views/helpers/format.js';
import { sealedPurposes, type LogOf, type NamedReading } from '../use-cases/read-sealed-readings.js';
import { whatOf } from './sealed-readings.page.js';

const HEADER = ['When', 'When (UTC)', 'Who', 'Number', 'Why', 'What', 'Items', 'Other sealed words'];

/** The log as a list; the first line says whose it is, and whether there is more. */
export function sealedReadingsCsv({ body, timeZone, rows, isCut }: LogOf & { rows: NamedReading[]; isCut: boolean }) {
  const cut = isCut ? ' Only the newest lines: narrow it by dates to have the others.' : '';
  const first = [`Who read sealed words of ${body}, newest first, in the time of ${timeZone}.${cut}`];
  const lines = rows.map((row) => [
    formatInstant(row.readAt, timeZone),
    row.readAt.toString(),
    row.reader?.name ?? 'The product itself',
    row.reader?.number ?? '',
    sealedPurposes[row.purpose],
    whatOf(row),
    row.itemCount,
    row.openedCount,
  ]);
  return BYTE_ORDER_MARK + stringify([first, HEADER, ...lines], SAFE);
}
