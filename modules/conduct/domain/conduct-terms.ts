import { Temporal } from 'temporal-polyfill';
import { limitEnd, type WorkCalendar } from '../../../src/kernel/time-limit.js';
import type { SchemeDefinition } from '../../schemes/schemes.public.js';
import type { SanctionKind } from './words.js';

/** How long what takes, in the language of schemes: `P5BD`, `P90D`, `PT72H`. */
export interface ConductTerms {
  complaint: { limit: string; acknowledge: string; decide: string; extend: string; registryUpdate: string };
  notice: { answerWithin: string; effectAfter: string; confirmWithin: string };
  appeal: { decide: string };
  /** What a complaint can lead to. */
  sanctions: readonly SanctionKind[];
}

/**
 * Where a scheme says nothing: the periods of California's Medi-Cal programme for complaints, the District of Columbia's 30
 * days for an answer (when an appeal is possible, says certification). A suspension at once is confirmed by another person within
 * 14 days, as Texas gives its boards until the hearing on one (Texas Occupations Code § 454.305 (c)), or it ends.
 */
const DEFAULTS = {
  complaint: { limit: 'P3Y', acknowledge: 'P5BD', decide: 'P90D', extend: 'P30D', registryUpdate: 'PT72H' },
  answerWithin: 'P30D',
  confirmWithin: 'P14D',
  decide: 'P90D',
} as const;

const SANCTION_CODES: Record<SanctionKind, readonly string[]> = {
  reprimand: ['reprimand', 'reprimanded'],
  suspension: ['suspended', 'suspension'],
  revocation: ['revoked', 'revocation'],
};

/** The periods of a scheme, each with what holds where it says nothing. */
export function conductTerms({ discipline }: Pick<SchemeDefinition, 'discipline'>): ConductTerms {
  const { complaint, notice, appeal, emergency, outcomes } = discipline;
  const { complaint: usual } = DEFAULTS;
  const answerWithin = notice?.answer_within ?? DEFAULTS.answerWithin;
  return {
    complaint: {
      limit: complaint?.limit ?? usual.limit,
      acknowledge: complaint?.acknowledge ?? usual.acknowledge,
      decide: complaint?.decide ?? usual.decide,
      extend: complaint?.extend ?? usual.extend,
      registryUpdate: complaint?.registry_update ?? usual.registryUpdate,
    },
    notice: {
      answerWithin,
      effectAfter: notice?.effect_after ?? answerWithin,
      confirmWithin: emergency?.confirm_within ?? DEFAULTS.confirmWithin,
    },
    appeal: { decide: appeal?.decide ?? DEFAULTS.decide },
    sanctions: (Object.keys(SANCTION_CODES) as SanctionKind[]).filter((kind) =>
      SANCTION_CODES[kind].some((code) => outcomes.includes(code)),
    ),
  };
}

/** The last day within a limit that begins now, in the body's zone. */
export function lastDay(now: Temporal.Instant, limit: string, calendar: WorkCalendar): Temporal.PlainDate {
  return limitEnd(now, limit, [], calendar).lastDay;
}

/** Whether a complaint about what happened on a day is heard on another. */
export function isHeard(eventOn: Temporal.PlainDate, today: Temporal.PlainDate, { complaint }: ConductTerms): boolean {
  return Temporal.PlainDate.compare(today, eventOn.add(Temporal.Duration.from(complaint.limit))) <= 0;
}

/** The first day on which a sanction counts: the day after the notice and the time to appeal are both over. */
export function effectiveOn(
  now: Temporal.Instant,
  appealBy: Temporal.PlainDate | null,
  { notice }: ConductTerms,
  calendar: WorkCalendar,
): Temporal.PlainDate {
  const noticeBy = lastDay(now, notice.effectAfter, calendar);
  const later = appealBy && Temporal.PlainDate.compare(appealBy, noticeBy) > 0 ? appealBy : noticeBy;
  return later.add({ days: 1 });
}
