import { parse, type Options } from 'csv-parse';

/** One line of an uploaded list that holds anything. */
export interface ListLine {
  /** As a spreadsheet counts: the first line of the file is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A place from which on a list cannot be read, in words for the person. */
export class UnreadableLine extends Error {
  constructor(readonly line: number) {
    super('A quotation mark is open or stands in the middle of a cell.');
  }
}

/**
 * The lines of a list, one after the other, so that a long one never lies in memory as cells. Comma, semicolon or tab between
 * cells, whichever the first line has most of; empty lines are passed over. The apostrophe that an export puts before what a
 * spreadsheet would take for a formula is taken away; nothing is ever run.
 * @throws UnreadableLine
 */
export async function* listLines(text: string): AsyncGenerator<ListLine> {
  const options: Options = {
    bom: true,
    delimiter: delimiterOf(text),
    info: true,
    // Each may end a line, whatever ended the one before: else a list put together from two reads as one long line.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  };
  const parser = parse(text, options);
  let last = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      last = info.lines;
      const cells = record.map(withoutQuote);
      if (cells.some((cell) => cell !== '')) yield { line: info.lines, cells };
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) {
      throw new UnreadableLine((error as { lines?: number }).lines ?? last + 1);
    }
    throw error;
  }
}

/**
 * Where the named columns stand in a header line, whatever the case; -1 for one that is not there.
 * @param names column → what it is called
 */
export function columnsIn<C extends string>(
  header: readonly string[],
  names: Readonly<Record<C, string>>,
): Record<C, number> {
  const named = header.map((cell) => cell.toLowerCase());
  const found = Object.entries<string>(names).map(([column, name]) => [column, named.indexOf(name.toLowerCase())]);
  return Object.fromEntries(found) as Record<C, number>;
}

function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const header = end < 0 ? text : text.slice(0, end);
  return [',', ';', '\t'].toSorted((a, b) => header.split(b).length - header.split(a).length)[0] ?? ',';
}

function withoutQuote(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
