import { Temporal } from 'temporal-polyfill';
import type { Fact, VouchingMethod } from '../../evidence/evidence.public.js';

/**
 * Who may not decide about whom. A decision-maker has not trained or examined the candidate (ISO/IEC 17024, 9.4), within two
 * years (5.2); this product also keeps apart who supervised, who reviewed the application, who waived a requirement, who declared a
 * conflict, and oneself.
 */
export const rules = {
  oneself: 'Nobody decides about an application of their own.',
  reviewed: 'Whoever reviewed an application does not decide about it: a second person does.',
  decided: 'Whoever had a part in a decision has none in looking at it again.',
  waived: 'Whoever waived a requirement for a person does not decide about that application.',
  declared: 'Who declared a conflict of interest with a person neither reviews nor decides about them.',
  trained: 'Whoever trained a person, or accepted their training, does not decide about them for a time.',
  supervised: 'Whoever signed for a person’s practice or supervision does not decide about them for a time.',
  examined: 'Whoever examined a person, or recorded their exam, does not decide about them for a time.',
} as const;
export type Rule = keyof typeof rules;

/** What somebody is about to do: look at an application, decide about it, or look at its decision again. */
export type Part = 'review' | 'decide' | 'appeal';

export interface Conflict {
  rule: Rule;
  /** The latest day on which it arose; absent where days play no part. */
  on?: Temporal.PlainDate;
}

export interface DecisionInput {
  part: Part;
  applicantId: string;
  /** Who is about to act. */
  deciderId: string;
  /** Everyone who claimed, returned or admitted this application. */
  reviewerIds: readonly string[];
  /** Who had a part in an earlier decision about it, which is looked at again. */
  earlierIds?: readonly string[];
  /** Who waived one of its requirements. */
  waiverIds?: readonly string[];
  /** Days on which a conflict that the one who acts declared with the applicant ended; null while it lasts. */
  declared?: readonly { endedOn: Temporal.PlainDate | null }[];
  /** The applicant's facts, corrected and retracted ones too: having trained somebody is not undone by a correction. */
  facts: readonly Fact[];
  decidedOn: Temporal.PlainDate;
  /** For how long the body keeps people apart, in months; ISO/IEC 17024, 5.2: two years. */
  keptApartMonths: number;
  /** The body's zone, in which the day of recording is told. */
  zone: string;
}

const { compare } = Temporal.PlainDate;

/** A reviewer who accepts outside training, or a registrar who copies a score, does the work of a review and no more. */
function ruleOf(fact: Fact, method: VouchingMethod, part: Part): Rule | null {
  if (method === 'supervisor-signature') return 'supervised';
  if (fact.kind === 'exam') return part === 'review' && method !== 'exam-centre' ? null : 'examined';
  if (method === 'course') return 'trained';
  return fact.kind === 'training' && part !== 'review' ? 'trained' : null;
}

/** The later of the day it happened and the day it was vouched for: signing old hours today counts from today. */
function vouchedOn(fact: Fact, zone: string): Temporal.PlainDate {
  const recordedOn = fact.recordedAt.toZonedDateTimeISO(zone).toPlainDate();
  return compare(recordedOn, fact.occurredOn) > 0 ? recordedOn : fact.occurredOn;
}

/** The rules that follow from what somebody did with this very application. */
function byApplication({ part, applicantId, deciderId, ...input }: DecisionInput): Rule[] {
  const found: Rule[] = deciderId === applicantId ? ['oneself'] : [];
  if (input.earlierIds?.includes(deciderId)) found.push('decided');
  if (part === 'review') return found;
  if (input.reviewerIds.includes(deciderId)) found.push('reviewed');
  if (input.waiverIds?.includes(deciderId)) found.push('waived');
  return found;
}

/**
 * Every rule that keeps this person from the part they are about to take; empty where nothing does. A declared conflict that
 * was ended goes on keeping apart for the body's period, so that nobody ends it in order to decide.
 * @returns one conflict per rule, with the latest day it arose, in the order of `rules`
 */
export function conflicts(input: DecisionInput): Conflict[] {
  const { part, applicantId, deciderId, facts, decidedOn, zone, declared = [] } = input;
  const found = new Map<Rule, Conflict>(byApplication(input).map((rule) => [rule, { rule }]));
  const since = decidedOn.subtract({ months: input.keptApartMonths });
  if (declared.some(({ endedOn }) => endedOn === null || compare(endedOn, since) > 0)) {
    found.set('declared', { rule: 'declared' });
  }
  for (const fact of facts) {
    if (fact.vouchedBy?.personId !== deciderId || deciderId === applicantId) continue;
    const rule = ruleOf(fact, fact.vouchedBy.method, part);
    const on = vouchedOn(fact, zone);
    if (!rule || compare(on, since) <= 0) continue;
    const earlier = found.get(rule)?.on;
    if (!earlier || compare(on, earlier) > 0) found.set(rule, { rule, on });
  }
  return (Object.keys(rules) as Rule[]).flatMap((rule) => found.get(rule) ?? []);
}
