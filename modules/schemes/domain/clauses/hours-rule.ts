import type { Temporal } from 'temporal-polyfill';
import { hoursToMinutes } from '../../../../src/kernel/minutes.js';
import type { Cap, Part, Share } from '../definition/hours.js';
import type { Clause, Message } from '../eligibility-tree.js';
import type { CandidateFact } from './candidate-facts.js';

/** A part of an hours rule. `covered` asks only that the topic was touched at all. */
export interface Bucket {
  readonly topic: string;
  readonly need: number | 'covered';
  /** Topics that count here. */
  readonly accepts: readonly string[];
  /** Why evidence under such a topic does not count in this part; null to count it. */
  readonly bars?: (candidate: CandidateFact) => Message | null;
  /** The bucket that has to be met before this one counts anything. */
  readonly after?: string;
  /** The day, as a number, from which the body waived it: what comes after it counts from then on. */
  readonly waivedFrom?: number;
}

/** At most so many minutes of one kind of evidence. */
export interface Limit {
  /** Whether minutes of a fact under a topic (null: under none) fall under it: by the fact, or by the topic. */
  readonly holds: (candidate: CandidateFact, topic: string | null) => boolean;
  readonly atMost: number;
}

/** "So many minutes in all, of which at least so many in each part", and what may be counted for it. */
export interface HoursRule {
  readonly id: string;
  readonly title: Message;
  /** Whole minutes asked in all. */
  readonly need: number;
  readonly buckets: readonly Bucket[];
  /** Topics that count toward the whole outside its buckets; none, or all where `otherTopicsCount`. */
  readonly takes?: readonly string[];
  /** Whether time under topics that no bucket names counts toward the whole. */
  readonly otherTopicsCount: boolean;
  readonly limits: readonly Limit[];
  readonly shares: readonly { readonly of: Part; readonly need: number }[];
  /** Why this rule does not count a fact that is otherwise good; null to count it. */
  readonly bars: (candidate: CandidateFact) => Message | null;
  /** Minutes of facts that were used before, for another credential or term, and cannot count here. */
  readonly used?: ReadonlyMap<string, { readonly minutes: number; readonly reason: Message }>;
  /** Minutes that other rules count may be counted here too. */
  readonly shared?: boolean;
  /** What is said besides the missing hours, such as a clock that has not begun. */
  readonly alsoNeeded?: readonly Message[];
  /** The first day on which more can be counted where something is missing; null when none will come. */
  readonly openFrom?: Temporal.PlainDate | null;
  /** Further parts of the clause, such as documents that come with the hours. */
  readonly parts?: readonly Clause<Message>[];
}

/** The limits and shares of a rule in minutes; percentages are of the hours asked in all. */
export function limitsOf(need: number, caps: readonly Cap[] = [], shares: readonly Share[] = []) {
  const shareMinutes = shares.map(({ of, min_percent }) => ({ of, need: Math.ceil((need * min_percent) / 100) }));
  const limits: Limit[] = [
    ...caps.map((cap) => ({
      holds: (candidate: CandidateFact, topic: string | null) => isOf(cap.of, candidate, topic),
      atMost: 'max_hours' in cap ? hoursToMinutes(cap.max_hours) : Math.floor((need * cap.max_percent) / 100),
    })),
    // At least half in person is at most half otherwise.
    ...shareMinutes.map((share) => ({
      holds: (candidate: CandidateFact, topic: string | null) => !isOf(share.of, candidate, topic),
      atMost: need - share.need,
    })),
  ];
  return { limits, shares: shareMinutes };
}

/** The code by which a part is named in ids and in words. */
export function partCode(of: Part): string {
  return 'topic' in of ? of.topic : 'delivery' in of ? of.delivery : of.category;
}

/** Whether evidence under a topic belongs to a part. */
export function isOf(of: Part, { fact }: CandidateFact, topic: string | null): boolean {
  if ('topic' in of) return of.topic === topic;
  return 'delivery' in of ? fact.value.delivery === of.delivery : fact.value.category === of.category;
}

/** What a bucket asks for in minutes: one minute touches a topic. */
export function minutesOf({ need }: Bucket): number {
  return need === 'covered' ? 1 : need;
}
