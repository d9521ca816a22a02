import type { Temporal } from 'temporal-polyfill';
import type { Standing } from '../../credentials/credentials.public.js';

/** Days ahead in which an employer looks for who expires. */
export const BANDS = [30, 60, 90] as const;
export type Band = (typeof BANDS)[number];

/** The band that an address asks for (`?expiring=30`); null for none and for any other text. */
export function readBand(text: string | undefined): Band | null {
  return BANDS.find((band) => String(band) === text) ?? null;
}

/** Days from the day of the answer to the last valid day; null for whom that is no question (not active). */
export function daysLeft(standing: Standing | null): number | null {
  if (standing?.status !== 'active') return null;
  return daysBetween(standing.onDate, standing.expiresOn);
}

/** Whether an active credential has its last valid day within so many days, that day included; never for one that is not active. */
export function expiresWithin(standing: Standing | null, band: Band): boolean {
  const left = daysLeft(standing);
  return left !== null && left <= band;
}

export interface RosterCounts {
  people: number;
  active: number;
  /** Matched, with a standing that is not active today. */
  notActive: number;
  /** Without a credential that was found. */
  unmatched: number;
  /** Active today and at their last valid day within so many days; 60 includes 30. */
  within: Record<Band, number>;
}

/** The whole roster in a few numbers. Who could not be matched is told as such, never counted as nought. */
export function rosterCounts(standings: readonly (Standing | null)[]): RosterCounts {
  const active = standings.filter((one) => one?.status === 'active').length;
  const unmatched = standings.filter((one) => one === null).length;
  const within = (band: Band): number => standings.filter((one) => expiresWithin(one, band)).length;
  return {
    people: standings.length,
    active,
    notActive: standings.length - active - unmatched,
    unmatched,
    within: { 30: within(30), 60: within(60), 90: within(90) },
  };
}

/** Two parts of one roster together. */
export function addCounts(a: RosterCounts, b: RosterCounts): RosterCounts {
  return {
    people: a.people + b.people,
    active: a.active + b.active,
    notActive: a.notActive + b.notActive,
    unmatched: a.unmatched + b.unmatched,
    within: { 30: a.within[30] + b.within[30], 60: a.within[60] + b.within[60], 90: a.within[90] + b.within[90] },
  };
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days;
}
