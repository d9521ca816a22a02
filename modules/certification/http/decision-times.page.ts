import { Temporal } from 'temporal-polyfill';
import type { DecisionTimes } from '../use-cases/read-decision-times.js';

const daysText = (days: number | null): string =>
  days === null ? 'No decision' : `${days} ${days === 1 ? 'day' : 'days'}`;

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
      .toLocaleString('en-US', { month: 'short', year: 'numeric' });
  const counted = months.filter((month) => month.medianDays !== null);
  return {
    body,
    since: since.toString(),
    today: today.toString(),
    tiles: [
      {
        value: medianDays === null ? '–' : String(medianDays),
        label: 'days, the median',
        note: `${decided} decided since`,
      },
      { value: String(open), label: 'open now', note: `${paused} of them paused` },
      { value: String(late), label: 'past the promised day' },
    ],
    hasDecisions: decided > 0,
    points: counted.map((month) => ({
      label: nameOf(month.month),
      value: month.medianDays,
      text: daysText(month.medianDays),
    })),
    description: counted.map((month) => `${nameOf(month.month)}: ${daysText(month.medianDays)}`).join('; '),
    columns: [{ label: 'Month' }, { label: 'Decided', numeric: true }, { label: 'Median', numeric: true }],
    rows: months.toReversed().map((month) => ({
      cells: [{ text: nameOf(month.month) }, { text: String(month.decided) }, { text: daysText(month.medianDays) }],
    })),
  };
}
