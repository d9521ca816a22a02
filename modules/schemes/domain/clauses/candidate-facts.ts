import { Temporal } from 'temporal-polyfill';
import type { Fact, FactKind, VouchingMethod } from '../../../evidence/evidence.public.js';
import type { EvidenceRef, Message } from '../eligibility-tree.js';
import { known } from './known.js';

/** A fact on its way into a clause. `barred` is why no clause may count it, whatever the clause asks. */
export interface CandidateFact {
  readonly fact: Fact;
  /** The day as yyyymmdd: comparing numbers keeps thousands of facts within a millisecond. */
  readonly day: number;
  readonly barred: Message | null;
  /** Its place among the facts of its kind, earliest first. */
  order: number;
}

export type CandidateFacts = ReadonlyMap<FactKind, readonly CandidateFact[]>;

/** A date never changes, so that its number is worked out once, however many rules and schemes ask for it. */
const numbers = new WeakMap<Temporal.PlainDate, number>();

/** A date as the number yyyymmdd: compares as the date does; differences of it mean nothing. */
export function dayNumber(date: Temporal.PlainDate): number {
  let number = numbers.get(date);
  if (number === undefined) {
    number = date.year * 10_000 + date.month * 100 + date.day;
    numbers.set(date, number);
  }
  return number;
}

/**
 * Groups effective facts by kind, each group in order of day, then of recording: one pass for the whole tree, and the
 * order in which facts were handed in makes no difference to anything that follows.
 *
 * @param bodyId the body that runs the scheme: what another body accepted does not bind it
 */
export function candidateFacts(facts: readonly Fact[], bodyId: string, onDate: Temporal.PlainDate): CandidateFacts {
  const today = dayNumber(onDate);
  const groups = new Map<FactKind, CandidateFact[]>();
  for (const key of inDayOrder(facts)) {
    const day = Math.floor(key / MOST_FACTS);
    const fact = known(facts[key - day * MOST_FACTS]);
    const barred = day > today ? AFTER_DATE : fact.bodyId !== null && fact.bodyId !== bodyId ? OTHER_BODY : null;
    const group = groups.get(fact.kind);
    const candidate = { fact, day, barred, order: 0 };
    if (group) group.push(candidate);
    else groups.set(fact.kind, [candidate]);
  }
  for (const group of groups.values()) group.sort(inOrder).forEach((candidate, order) => (candidate.order = order));
  return groups;
}

/** Of one person. A day times this, and a place below it, is a whole number that is told exactly. */
const MOST_FACTS = 2 ** 20;

/** Each fact's day and place in one number, sorted: numbers sort many times faster than facts, and leave only ties to compare. */
function inDayOrder(facts: readonly Fact[]): Float64Array {
  const keys = new Float64Array(facts.length);
  for (const [place, fact] of facts.entries()) keys[place] = dayNumber(fact.occurredOn) * MOST_FACTS + place;
  return keys.sort();
}

const AFTER_DATE: Message = { code: 'not_counted.after_date' };
const OTHER_BODY: Message = { code: 'not_counted.other_body' };
const NOT_VOUCHED: Message = { code: 'not_counted.not_vouched' };

function inOrder(a: CandidateFact, b: CandidateFact): number {
  if (a.day !== b.day) return a.day - b.day;
  const recorded = Temporal.Instant.compare(a.fact.recordedAt, b.fact.recordedAt);
  if (recorded !== 0) return recorded;
  return a.fact.id < b.fact.id ? -1 : 1;
}

const TOO_OLD: Message = { code: 'not_counted.too_old' };

/** The first day of a look-back, as a day number: counted back from the day of the question. 0 where nothing is asked. */
export function lookBack(onDate: Temporal.PlainDate, within: string | undefined): number {
  return within === undefined ? 0 : dayNumber(onDate.subtract(Temporal.Duration.from(within)));
}

/** Why a fact is out of a look-back; null when it is in it, the first day included. @param firstDay a day number, 0 for no look-back */
export function tooOld({ day }: CandidateFact, firstDay: number): Message | null {
  return day < firstDay ? TOO_OLD : null;
}

/** Without this check a person's own word could stand where someone else has to vouch. */
export function vouchedBy(fact: Fact, methods: readonly VouchingMethod[]): Message | null {
  return fact.vouchedBy && methods.includes(fact.vouchedBy.method) ? null : NOT_VOUCHED;
}

/** @param minutes the part of the fact that a clause speaks of; all of it where nothing is said */
export function evidenceRef<M extends number | null>(fact: Fact, minutes: M): EvidenceRef & { minutes: M };
export function evidenceRef(fact: Fact): EvidenceRef;
export function evidenceRef(fact: Fact, minutes: number | null = fact.minutes): EvidenceRef {
  return {
    factId: fact.id,
    kind: fact.kind,
    code: fact.code,
    occurredOn: fact.occurredOn,
    minutes,
    source: fact.source,
  };
}
