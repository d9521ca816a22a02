import { parse } from 'csv-parse/sync';
import { isBefore, readDate } from '../../../src/kernel/dates.js';
import { tidyName } from '../../../src/kernel/tidy-name.js';

/** One person of an uploaded list. Dates as ISO text. */
export interface ListedPerson {
  readonly line: number;
  readonly name: string;
  readonly number: string | null;
  readonly from: string;
  readonly until: string | null;
}

export interface ListProblem {
  /** Line of the file; 0 where it concerns the whole. */
  readonly line: number;
  readonly column: string;
  readonly message: string;
  /** The line as it was read, for the list of problems. */
  readonly cells: readonly string[];
}

export interface RosterList {
  readonly people: readonly ListedPerson[];
  readonly problems: readonly ListProblem[];
  /** Lines that say the same as an earlier one and are left out. */
  readonly repeats: readonly { readonly line: number; readonly of: number }[];
}

/** The columns of a list, as the export writes them; others are read over. */
export const COLUMNS = { name: 'Name', number: 'Credential number', from: 'From', until: 'Until' } as const;
export const LONGEST_LIST = 5000;

type Column = keyof typeof COLUMNS;
interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads a list of people: comma, semicolon or tab between cells, a header line, a line for each person. Every line is either
 * a person, a repeat of an earlier line, or a problem; none is dropped without a word.
 * @param readNumber how a credential number is read; null for a slip in it
 */
export function readRosterList(text: string, readNumber: (typed: string) => string | null): RosterList {
  const lines = linesOf(text);
  if (!Array.isArray(lines)) return onlyProblem(lines.line, `This line cannot be read: ${lines.reason}`);
  // The export begins with a line that says as of when it is.
  const [header, ...body] = lines[0]?.cells[0]?.startsWith('As of ') ? lines.slice(1) : lines;
  const at = header && columnsOf(header.cells);
  if (!at) {
    return onlyProblem(
      header?.line ?? 1,
      `The first line must name the columns: ${Object.values(COLUMNS).join(', ')}. ${COLUMNS.name} and ${COLUMNS.from} are needed.`,
    );
  }
  if (body.length > LONGEST_LIST)
    return onlyProblem(0, `A list has at most ${LONGEST_LIST} people. Split it and upload the parts one by one.`);
  if (body.length === 0) return onlyProblem(0, 'There is nobody in this list below the line with the columns.');
  return sorted(body.map((line) => readLine(line, at, readNumber)));
}

/** Each may end a line, whatever ended the one before: else a list put together from two reads as one long line. */
const LINE_ENDS = ['\r\n', '\n', '\r'];

function linesOf(text: string): Line[] | { line: number; reason: string } {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      record_delimiter: LINE_ENDS,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records
      .map(({ record, info }) => ({ line: info.lines, cells: record.map(withoutQuote) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch (error) {
    const { lines = 0 } = error as { lines?: number };
    return { line: lines, reason: 'a quotation mark is open or stands in the middle of a cell.' };
  }
}

/** What the header line has most of. */
function delimiterOf(text: string): string {
  const header = text.split(/\r?\n/).find((line) => /name/i.test(line)) ?? '';
  return [',', ';', '\t'].toSorted((a, b) => header.split(b).length - header.split(a).length)[0] ?? ',';
}

/** The export puts an apostrophe before what a spreadsheet would take for a formula; here it goes again. Nothing is ever run. */
function withoutQuote(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function columnsOf(cells: readonly string[]): Record<Column, number> | null {
  const named = cells.map((cell) => cell.toLowerCase());
  const find = (column: Column): number => named.indexOf(COLUMNS[column].toLowerCase());
  const at = { name: find('name'), number: find('number'), from: find('from'), until: find('until') };
  return at.name < 0 || at.from < 0 ? null : at;
}

function readLine(
  { line, cells }: Line,
  at: Record<Column, number>,
  readNumber: (typed: string) => string | null,
): ListedPerson | ListProblem[] {
  const [written = '', typed, from, until] = [at.name, at.number, at.from, at.until].map((index) => cells[index] ?? '');
  const name = tidyName(written);
  const problems: ListProblem[] = [];
  const tell = (column: Column, message: string): void => {
    problems.push({ line, column: COLUMNS[column], message, cells });
  };
  if (!/[^\p{Cf}\s]/u.test(name)) tell('name', 'Write the name of the person.');
  if (name.length > 200) tell('name', 'Shorten the name to 200 characters.');
  const number = typed ? readNumber(typed) : null;
  if (typed && !number)
    tell('number', 'Compare the number with the certificate, symbol by symbol: its check symbol does not fit.');
  const [begins, ends] = [readDate(from ?? ''), readDate(until ?? '')];
  if (!begins) tell('from', 'Write the day as year-month-day, such as 2026-11-21.');
  if (until && !ends) tell('until', 'Write the day as year-month-day, such as 2026-11-21, or leave it empty.');
  if (begins && ends && isBefore(ends, begins)) tell('until', 'Write a day on or after the first one.');
  if (problems.length > 0 || !begins) return problems;
  return { line, name, number, from: begins.toString(), until: ends?.toString() ?? null };
}

/** Which employment a line speaks of: the number, or else the name, and the first day. */
export function employmentKey({ name, number, from }: Pick<ListedPerson, 'name' | 'number' | 'from'>): string {
  return `${number ?? name.toLowerCase()} ${from}`;
}

function sorted(lines: readonly (ListedPerson | ListProblem[])[]): RosterList {
  const known = new Map<string, ListedPerson>();
  const problems: ListProblem[] = [];
  const repeats: { line: number; of: number }[] = [];
  for (const one of lines) {
    if (Array.isArray(one)) {
      problems.push(...one);
      continue;
    }
    const earlier = known.get(employmentKey(one));
    if (!earlier) known.set(employmentKey(one), one);
    else if (earlier.name === one.name && earlier.until === one.until)
      repeats.push({ line: one.line, of: earlier.line });
    else problems.push(contradiction(one, earlier));
  }
  return { people: [...known.values()], problems, repeats };
}

function contradiction(one: ListedPerson, earlier: ListedPerson): ListProblem {
  const message = `Line ${earlier.line} speaks of the same employment and says something else. Keep one of the two.`;
  return {
    line: one.line,
    column: COLUMNS.name,
    message,
    cells: [one.name, one.number ?? '', one.from, one.until ?? ''],
  };
}

function onlyProblem(line: number, message: string): RosterList {
  return { people: [], problems: [{ line, column: '', message, cells: [] }], repeats: [] };
}
