import { Temporal } from 'temporal-polyfill';
import type { Fact } from '../../../evidence/evidence.public.js';
import type { CandidateFact, CandidateFacts } from './candidate-facts.js';
import { dayNumber } from './candidate-facts.js';

/** A credential is active on days from `from` up to and including `to`, as day numbers. */
export interface ActiveSpan {
  readonly from: number;
  readonly to: number;
}

const FOREVER = 99_991_231;
const ENDS = new Set(['suspended', 'revoked', 'surrendered', 'superseded', 'inactive', 'retired', 'expired']);

/** The events of a person's credentials of one scheme, oldest first; those that count on the day of the question. */
export function eventsOf(facts: CandidateFacts, scheme: string): CandidateFact[] {
  const known = (facts.get('credential_event') ?? []).filter(
    ({ fact, barred }) =>
      barred?.code !== 'not_counted.after_date' && isRegisters(fact) && fact.value.scheme_code === scheme,
  );
  const standing = new Map(restated(known.map(({ fact }) => fact)).map((fact) => [fact.id, fact]));
  return known
    .flatMap((one) => {
      const fact = standing.get(one.fact.id);
      return fact ? [{ ...one, fact }] : [];
    })
    .sort((a, b) => a.day - b.day || a.order - b.order);
}

const GRANTS = new Set(['issued', 'advanced', 'renewed', 'reinstated']);

/** The day of the first grant of a scheme, or on which a stage began where one is named. */
export function certifiedOn(facts: CandidateFacts, scheme: string, stage?: string): Temporal.PlainDate | undefined {
  const first = eventsOf(facts, scheme).find(({ fact }) =>
    stage === undefined ? fact.code === 'issued' : GRANTS.has(fact.code ?? '') && fact.value.stage === stage,
  );
  return first?.fact.occurredOn;
}

/**
 * Events without those that were taken back; a correction stands in the place of the event it corrects. A line of the
 * register names the line it speaks of (`amends`).
 */
function restated(events: readonly Fact[]): readonly Fact[] {
  const amending = events.filter(({ code }) => code === 'reversed' || code === 'corrected');
  if (amending.length === 0) return events;
  const byLine = new Map<unknown, Fact>(events.map((event) => [event.source.id, event]));
  const amended = new Set(amending.map(({ value }) => value.amends));
  return events.flatMap((event) => {
    if (event.code === 'reversed' || amended.has(event.source.id)) return [];
    if (event.code !== 'corrected') return [event];
    const first = byLine.get(event.value.amends);
    if (!first) return [];
    const told = Object.fromEntries(Object.entries(event.value).filter(([, value]) => value !== null));
    return [{ ...event, code: first.code, value: { ...first.value, ...told } }];
  });
}

/** Only what the register itself wrote speaks for a credential. */
function isRegisters(fact: Fact): boolean {
  return fact.vouchedBy?.method === 'system' || fact.vouchedBy?.method === 'registrar';
}

/**
 * The days on which credentials were active, from the events of their register: a grant or renewal makes one active
 * through `expires_on`, a suspension or an ending stops it, a reinstatement starts it again. Events are read in order of
 * the day they took effect.
 */
export function activeSpans(events: readonly Fact[]): ActiveSpan[] {
  const byCredential = new Map<unknown, Fact[]>();
  for (const event of restated(events.filter(isRegisters))) {
    const { credential_id, number, scheme_code } = event.value;
    const key = credential_id ?? number ?? scheme_code;
    byCredential.set(key, [...(byCredential.get(key) ?? []), event]);
  }
  return [...byCredential.values()].flatMap((ofOne) => spansOfOne(ofOne.toSorted(inOrder)));
}

/** @param day a day number (`dayNumber`); first and last day of a span are active */
export function isActive(spans: readonly ActiveSpan[], day: number): boolean {
  return spans.some(({ from, to }) => from <= day && day <= to);
}

function spansOfOne(events: readonly Fact[]): ActiveSpan[] {
  const spans: ActiveSpan[] = [];
  let from: number | null = null;
  let expires = FOREVER;
  let paused = false;
  const close = (last: number) => {
    if (from !== null && from <= last) spans.push({ from, to: last });
    from = null;
  };
  for (const { code, value, occurredOn } of events) {
    const day = dayNumber(occurredOn);
    const until = dayOf(value.expires_on);
    if (ENDS.has(code ?? '')) {
      close(Math.min(expires, dayNumber(occurredOn.subtract({ days: 1 }))));
      paused = true;
      continue;
    }
    // A renewal before the last valid day carries on; one after it leaves a gap.
    if (until !== null && expires < day) close(expires);
    if (until !== null) expires = until;
    if (code === 'reinstated') paused = false;
    // Whoever renews while suspended keeps the term alive and stays suspended.
    if (from === null && !paused) from = code === 'reinstated' ? day : (dayOf(value.starts_on) ?? day);
  }
  close(expires);
  return spans;
}

function dayOf(value: unknown): number | null {
  return typeof value === 'string' ? dayNumber(Temporal.PlainDate.from(value)) : null;
}

function inOrder(a: Fact, b: Fact): number {
  const day = Temporal.PlainDate.compare(a.occurredOn, b.occurredOn);
  if (day !== 0) return day;
  const recorded = Temporal.Instant.compare(a.recordedAt, b.recordedAt);
  return recorded !== 0 ? recorded : a.id < b.id ? -1 : 1;
}
