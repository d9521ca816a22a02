import { Temporal } from 'temporal-polyfill';
import { addPeriods, isAfter, isBefore } from '../../../../src/kernel/dates.js';
import type { Clause, Message } from '../eligibility-tree.js';
import type { CandidateFact } from './candidate-facts.js';
import { dayNumber, evidenceRef } from './candidate-facts.js';
import { sorted } from './clause-of.js';

/**
 * "Supervision at least weekly while the stage runs": each full period since the stage began has at least one. A period that
 * is still running is not held against anyone. The latest gap is named.
 *
 * @param began the day the stage, or the term, began; undefined while it has not
 * @param ended the first day that is no longer asked about
 */
export function cadenceClause(
  { stage, at_least_every }: { stage: string; at_least_every: string },
  supervisions: readonly CandidateFact[],
  bars: (candidate: CandidateFact) => Message | null,
  { began, ended, onDate }: { began?: Temporal.PlainDate; ended: Temporal.PlainDate; onDate: Temporal.PlainDate },
): Clause<Message> {
  const { good, notCounted } = sorted(supervisions, bars);
  const periods = began ? periodsOf(began, ended, at_least_every) : [];
  const inTime = good.filter(({ day }) => began && day >= dayNumber(began) && day < dayNumber(ended));
  const kept = periods.map(({ from, to }) => inTime.some(({ day }) => day >= dayNumber(from) && day < dayNumber(to)));
  const gap = periods[kept.lastIndexOf(false)];
  const met = began !== undefined && !gap;
  const needed: Message = gap
    ? {
        code: 'needed.cadence',
        values: { from_date: gap.from.toString(), date: gap.to.subtract({ days: 1 }).toString() },
      }
    : { code: 'needed.event', values: { event: 'initial_certification' } };
  return {
    id: `cadence_${stage}`,
    title: { code: 'clause.supervision_cadence' },
    state: met ? 'met' : 'still_needed',
    have: kept.filter(Boolean).length,
    need: periods.length,
    unit: 'items',
    counted: inTime.map(({ fact }) => evidenceRef(fact)),
    notCounted,
    reasons: met ? [] : [needed],
    earliestOn: met ? (periods.at(-1)?.to ?? began) : onDate,
    children: [],
  };
}

/** The full periods from the beginning, each counted from the beginning itself so that month ends stay month ends. */
function periodsOf(began: Temporal.PlainDate, ended: Temporal.PlainDate, every: string) {
  const period = Temporal.Duration.from(every);
  const periods: { from: Temporal.PlainDate; to: Temporal.PlainDate }[] = [];
  for (let n = 0, from = began; isBefore(from, ended); n++) {
    const to = addPeriods(began, period, n + 1);
    if (isAfter(to, ended)) break;
    periods.push({ from, to });
    from = to;
  }
  return periods;
}
