import { Temporal } from 'temporal-polyfill';
import type { ExamScale } from '../../schemes/schemes.public.js';

/** One score report of an exam centre, as a registrar copies it. */
export interface ExamReport {
  satOn: Temporal.PlainDate;
  /** On the scheme's scale, whole points. */
  score: number;
  /** Percent per exam domain: candidates get these as feedback, never the items (ISO/IEC 17024, 9.3). */
  domains: Readonly<Record<string, number>>;
  centre: string;
  /** The centre's own number of the report; the same report is recorded once. */
  reference: string;
}

export interface ReportProblem {
  field: 'score' | 'satOn' | 'domains' | 'centre' | 'reference';
  message: string;
}

/**
 * What is wrong with a report before it may become a fact.
 * @param scale of the scheme's exam
 * @param today in the body's zone
 */
export function reportProblems(
  report: ExamReport,
  { min, max }: ExamScale,
  today: Temporal.PlainDate,
): ReportProblem[] {
  const problems: ReportProblem[] = [];
  if (!Number.isInteger(report.score) || report.score < min || report.score > max) {
    problems.push({ field: 'score', message: `Enter a whole number from ${min} to ${max}, as on the score report` });
  }
  if (Temporal.PlainDate.compare(report.satOn, today) > 0) {
    problems.push({ field: 'satOn', message: 'Enter the day of the exam. It cannot be after today' });
  }
  if (Object.values(report.domains).some((percent) => !Number.isInteger(percent) || percent < 0 || percent > 100)) {
    problems.push({ field: 'domains', message: 'Enter each domain as a whole number from 0 to 100 percent' });
  }
  if (report.centre.trim() === '') problems.push({ field: 'centre', message: 'Enter the name of the exam center' });
  if (report.reference.trim() === '')
    problems.push({ field: 'reference', message: 'Enter the number of the score report' });
  return problems;
}

/** Whether the score passes. The scheme sets the line; reaching it is passing. */
export function passes(report: Pick<ExamReport, 'score'>, scale: ExamScale): boolean {
  return report.score >= scale.pass;
}
