import { readDate } from '../../../src/kernel/dates.js';
import { DELIVERIES, type ApprovedCourse, type Delivery } from './approved-course.js';

/** A line of an uploaded list of courses, or what is to be corrected in it. */
export interface ListedCourse {
  readonly line: number;
  readonly course: Omit<ApprovedCourse, 'id' | 'bodyId'>;
}

export interface CourseListProblem {
  readonly line: number;
  readonly message: string;
}

/** The columns of a list; every other column that is named like a topic's code holds its hours. */
export const COURSE_COLUMNS = {
  schemeCode: 'Scheme',
  provider: 'Provider',
  title: 'Course',
  delivery: 'Delivery',
  live: 'Live',
  validFrom: 'Valid from',
  validTo: 'Valid to',
  courseCode: 'Course code',
} as const;

export const LONGEST_COURSE_LIST = 2000;

type Column = keyof typeof COURSE_COLUMNS;

/**
 * One line as a course.
 * @param at where each column stands
 * @param topicAt topic code → place of its hours
 * @returns words for what cannot be read
 */
export function readCourseLine(
  cells: readonly string[],
  at: Readonly<Record<Column, number>>,
  topicAt: ReadonlyMap<string, number>,
): Omit<ApprovedCourse, 'id' | 'bodyId'> | string[] {
  const cell = (column: Column): string => cells[at[column]] ?? '';
  const problems: string[] = [];
  const delivery = deliveryOf(cell('delivery'));
  if (!delivery) problems.push(`Write the delivery as one of ${DELIVERIES.join(', ')}.`);
  const live = { yes: true, no: false }[cell('live').toLowerCase()];
  if (live === undefined) problems.push('Write yes or no under Live.');
  const [validFrom, validTo] = [readDate(cell('validFrom')), readDate(cell('validTo'))];
  if (!validFrom) problems.push('Write the first day as year-month-day, such as 2026-11-21.');
  if (cell('validTo') && !validTo) problems.push('Write the last day as year-month-day, or leave it empty.');
  const topics = [...topicAt].flatMap(([topic, place]) => {
    const minutes = minutesOf(cells[place] ?? '');
    return minutes === 0 ? [] : [{ topic, minutes }];
  });
  if (topics.some(({ minutes }) => Number.isNaN(minutes))) {
    problems.push('Write hours as a number such as 16 or 19.5, in whole minutes.');
  }
  if (problems.length > 0 || !delivery || live === undefined || !validFrom) return problems;
  const { schemeCode, provider, title } = {
    schemeCode: cell('schemeCode'),
    provider: cell('provider'),
    title: cell('title'),
  };
  const courseCode = cell('courseCode') || null;
  return { schemeCode, provider, title, topics, delivery, live, validFrom, validTo, courseCode };
}

function deliveryOf(text: string): Delivery | undefined {
  const code = text.toLowerCase().replaceAll(/[ -]+/g, '_');
  return DELIVERIES.find((one) => one === code);
}

/** Hours as text → minutes; NaN for what is no number of whole minutes. */
function minutesOf(text: string): number {
  if (text === '') return 0;
  if (!/^\d{1,4}([.,]\d{1,3})?$/.test(text)) return NaN;
  const minutes = Math.round(Number(text.replace(',', '.')) * 60_000) / 1000;
  return Number.isInteger(minutes) ? minutes : NaN;
}
