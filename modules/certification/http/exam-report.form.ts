import { Temporal } from 'temporal-polyfill';
import type { ExamReport } from '../domain/exam-report.js';

/** A report as it was sent, with its date read. */
export function reportOf(
  sent: { satOn: string; score: number; centre: string; reference: string },
  domains: Record<string, number>,
): ExamReport {
  const { score, centre, reference } = sent;
  return { satOn: Temporal.PlainDate.from(sent.satOn), score, centre, reference, domains };
}

/**
 * "advocacy: 80" a line → `{ advocacy: 80 }`. Empty lines and names without a number are left out; what is no number
 * becomes NaN, which the report's own check refuses with words for the person.
 */
export function readDomains(lines: string): Record<string, number> {
  const entries = lines.split(/\r?\n/).flatMap((line): [string, number][] => {
    const [name = '', percent = ''] = line.split(/[:=]/).map((part) => part.trim());
    return name === '' || percent === '' ? [] : [[name, Number(percent.replace(/\s*%$/, ''))]];
  });
  return Object.fromEntries(entries);
}
