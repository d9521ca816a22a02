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
  return (facts.get('credential_event') ?? []).filter(
    ({ fact, barred }) =>
      barred?.code !== 'not_counted.after_date' && isRegisters(fact) && fact.value.scheme_code === scheme,
  );
}

const GRANTS = new Set(['issued', 'advanced', 'renewed', 'reinstated']);

/** The day of the first grant of a scheme, or on which a stage began where one is named. */
export function certifiedOn(facts: CandidateFacts, scheme: string, stage?: string): Temporal.PlainDate | undefined {
  const first = eventsOf(facts, scheme).find(({ fact }) =>
    stage === undefined ? fact.code === 'issued' : GRANTS.has(fact.code ?? '') && fact.value.stage === stage,
  );
  return first?.fact.occurredOn;
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
  for (const event of events.filter(isRegisters)) {
    const { credential_id, number, scheme_code } = event.value;
    const key = credential_id ?? number ?? scheme_code;
    byCredential.set(key, [...(byCredential.get(key) ?? []), event]);
  }
  return [...byCredential.values()].flatMap((ofOne) => spansOfOne(ofOne.toSorted(inOrder)));
}

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
