import type { Temporal } from 'temporal-polyfill';
import { readDate } from '../../../../src/kernel/dates.js';
import { readAuthorisationNumber } from './authorisation.js';

/** The columns of a centre's list; `Domain …` columns hold percentages. Center may be left out, and Score or Result is enough. */
const REPORT_COLUMNS = {
  number: 'Authorization',
  name: 'Name',
  satOn: 'Exam date',
  score: 'Score',
  result: 'Result',
  reference: 'Report',
  centre: 'Center',
} as const;
type ReportColumn = keyof typeof REPORT_COLUMNS;

/** As centres may have written them after lists of earlier versions. */
const OTHER_SPELLINGS: Partial<Record<ReportColumn, string>> = { number: 'Authorisation', centre: 'Centre' };

/** The place of a column in the header line, in whatever case; -1 where it is not named. */
export function columnIn(header: readonly string[], column: ReportColumn): number {
  const spelt = [REPORT_COLUMNS[column], OTHER_SPELLINGS[column]].map((title) => title?.toLowerCase());
  return header.findIndex((title) => spelt.includes(title.toLowerCase()));
}

const DOMAIN = /^domain[ :]+(.+)$/i;

/** A line as a report, before anything is known about whom it concerns. */
export interface ReportLine {
  /** In its one spelling. */
  readonly number: string;
  readonly name: string;
  readonly satOn: Temporal.PlainDate;
  /** A figure, or what the centre said in words. */
  readonly score: number | 'passed' | 'not_passed';
  readonly domains: Readonly<Record<string, number>>;
  readonly reference: string;
  /** Empty where the list names none: the centre of the authorisation then. */
  readonly centre: string;
}

/** What is still needed in the header line; null when all is there. */
export function headerProblem(header: readonly string[]): string | null {
  const has = (column: ReportColumn): boolean => columnIn(header, column) >= 0;
  const missing = (['number', 'name', 'satOn', 'reference'] as const)
    .filter((column) => !has(column))
    .map((column): string => REPORT_COLUMNS[column]);
  if (!has('score') && !has('result')) missing.push(`${REPORT_COLUMNS.score} or ${REPORT_COLUMNS.result}`);
  return missing.length === 0 ? null : `The first line must name the columns. Still needed: ${missing.join(', ')}.`;
}

/** @returns words for what cannot be read */
export function readReportLine(header: readonly string[], cells: readonly string[]): ReportLine | string {
  const cell = (column: ReportColumn): string => cells[columnIn(header, column)] ?? '';
  const formula = cells.find((text) => text.startsWith('='));
  if (formula) return `The cell “${formula.slice(0, 40)}” holds a formula. Write the value itself.`;
  const number = readAuthorisationNumber(cell('number'));
  if (!number) return 'Compare the authorisation number with the list of authorisations: it cannot be one.';
  if (!cell('name')) return 'Write the name of the person.';
  const satOn = readDate(cell('satOn'));
  if (!satOn) return 'Write the day of the exam as year-month-day, such as 2026-11-21.';
  const score = scoreOf(cell('score'), cell('result'));
  if (score === null) return 'Write the score as a number, or the result as passed or not passed.';
  const domains = domainsOf(header, cells);
  if (Object.values(domains).some((percent) => !Number.isInteger(percent) || percent < 0 || percent > 100)) {
    return 'Write each domain as a whole number from 0 to 100 percent.';
  }
  const [reference, centre] = [cell('reference'), cell('centre')];
  if (!reference || reference.length > 100) return 'Write the number of the score report, in at most 100 characters.';
  if (centre.length > 200) return 'Shorten the name of the center to 200 characters.';
  return { number, name: cell('name'), satOn, score, domains, reference, centre };
}

/** "612", "70 %"; or words of the result column. */
function scoreOf(score: string, result: string): ReportLine['score'] | null {
  if (score !== '') return /^\d{1,4}( ?%)?$/.test(score) ? Number.parseInt(score, 10) : null;
  const words = result.toLowerCase().replaceAll('_', ' ').trim();
  if (['pass', 'passed'].includes(words)) return 'passed';
  // Centres write so; the product itself says "not passed yet". language: allow
  return ['fail', 'failed', 'not passed', 'not passed yet'].includes(words) ? 'not_passed' : null;
}

function domainsOf(header: readonly string[], cells: readonly string[]): Record<string, number> {
  const entries = header.flatMap((title, at): [string, number][] => {
    const [, name] = DOMAIN.exec(title) ?? [];
    const text = cells[at] ?? '';
    if (!name || text === '') return [];
    return [
      [
        name
          .trim()
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '_'),
        Number(text.replace(/\s*%$/, '')),
      ],
    ];
  });
  return Object.fromEntries(entries);
}
