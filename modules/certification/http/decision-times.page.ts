import { Temporal } from 'temporal-polyfill';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayCount } from '../../../src/platform/translation/say.js';
import type { DecisionTimes } from '../use-cases/read-decision-times.js';

const daysText = (days: number | null): string => (days === null ? say`No decision` : sayCount(days, 'day'));

/** How long a body takes, with the numbers beside the picture. A month without a decision is no month of zero days. */
export function decisionTimesPage({
  body,
  since,
  today,
  decided,
  medianDays,
  months,
  open,
  paused,
  late,
}: DecisionTimes) {
  const nameOf = (month: string): string =>
    Temporal.PlainYearMonth.from(month)
      .toPlainDate({ day: 1 })
      .toLocaleString(pageLanguage() === 'en' ? 'en-US' : pageLanguage(), { month: 'short', year: 'numeric' });
  const counted = months.filter((month) => month.medianDays !== null);
  return {
    body,
    since: since.toString(),
    today: today.toString(),
    tiles: [
      {
        value: medianDays === null ? '–' : String(medianDays),
        label: say`days, the median`,
        note: say`${decided} decided since`,
      },
      { value: String(open), label: say`open now`, note: say`${paused} of them paused` },
      { value: String(late), label: say`past the promised day` },
    ],
    hasDecisions: decided > 0,
    points: counted.map((month) => ({
      label: nameOf(month.month),
      value: month.medianDays,
      text: daysText(month.medianDays),
    })),
    description: counted.map((month) => `${nameOf(month.month)}: ${daysText(month.medianDays)}`).join('; '),
    columns: [{ label: say`Month` }, { label: say`Decided`, numeric: true }, { label: say`Median`, numeric: true }],
    rows: months.toReversed().map((month) => ({
      cells: [{ text: nameOf(month.month) }, { text: String(month.decided) }, { text: daysText(month.medianDays) }],
    })),
  };
}
