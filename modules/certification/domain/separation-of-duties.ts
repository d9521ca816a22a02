import { Temporal } from 'temporal-polyfill';
import type { Fact, VouchingMethod } from '../../evidence/evidence.public.js';

/**
 * Who may not decide about whom. A decision-maker has not trained or examined the candidate (ISO/IEC 17024, 9.4), within two
 * years (5.2); this product also keeps apart who supervised, who reviewed the application, and oneself.
 */
export const rules = {
  oneself: 'Nobody decides about an application of their own.',
  reviewed: 'Whoever reviewed an application does not decide about it: a second person does.',
  trained: 'Whoever trained a person, or accepted their training, does not decide about them for two years.',
  supervised: 'Whoever signed for a person’s practice or supervision does not decide about them for two years.',
  examined: 'Whoever examined a person, or recorded their exam, does not decide about them for two years.',
} as const;
export type Rule = keyof typeof rules;

/** The period of ISO/IEC 17024, 5.2, for every body until a scheme says otherwise. */
const KEPT_APART_FOR = { years: 2 };

export interface Conflict {
  rule: Rule;
  /** The latest day on which it arose; absent where days play no part. */
  on?: Temporal.PlainDate;
}

export interface DecisionInput {
  applicantId: string;
  deciderId: string;
  /** Everyone who claimed, returned or admitted this application, and who recorded its exam. */
  reviewerIds: readonly string[];
  /** The applicant's facts, corrected and retracted ones too: having trained somebody is not undone by a correction. */
  facts: readonly Fact[];
  decidedOn: Temporal.PlainDate;
  /** The body's zone, in which the day of recording is told. */
  zone: string;
}

const { compare } = Temporal.PlainDate;

function ruleOf(fact: Fact, method: VouchingMethod): Rule | null {
  if (method === 'supervisor-signature') return 'supervised';
  if (fact.kind === 'exam') return 'examined';
  if (method === 'course' || fact.kind === 'training') return 'trained';
  return null;
}

/** The later of the day it happened and the day it was vouched for: signing old hours today counts from today. */
function vouchedOn(fact: Fact, zone: string): Temporal.PlainDate {
  const recordedOn = fact.recordedAt.toZonedDateTimeISO(zone).toPlainDate();
  return compare(recordedOn, fact.occurredOn) > 0 ? recordedOn : fact.occurredOn;
}

/**
 * Every rule that keeps this person from deciding; empty where nothing does.
 * @returns one conflict per rule, with the latest day it arose, in the order of `rules`
 */
export function conflicts({ applicantId, deciderId, reviewerIds, facts, decidedOn, zone }: DecisionInput): Conflict[] {
  const found = new Map<Rule, Conflict>();
  if (deciderId === applicantId) found.set('oneself', { rule: 'oneself' });
  if (reviewerIds.includes(deciderId)) found.set('reviewed', { rule: 'reviewed' });
  const since = decidedOn.subtract(KEPT_APART_FOR);
  for (const fact of facts) {
    if (fact.vouchedBy?.personId !== deciderId || deciderId === applicantId) continue;
    const rule = ruleOf(fact, fact.vouchedBy.method);
    const on = vouchedOn(fact, zone);
    if (!rule || compare(on, since) <= 0) continue;
    const earlier = found.get(rule)?.on;
    if (!earlier || compare(on, earlier) > 0) found.set(rule, { rule, on });
  }
  return (Object.keys(rules) as Rule[]).flatMap((rule) => found.get(rule) ?? []);
}
