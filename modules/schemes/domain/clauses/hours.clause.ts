import type { Temporal } from 'temporal-polyfill';
import type { Clause, EvidenceRef, Message } from '../eligibility-tree.js';
import { evidenceRef } from './candidate-facts.js';
import { latestOf } from './earliest.js';
import type { Placement, Use } from './hours-pool.js';
import { minutesOf, partCode, type Bucket, type HoursRule } from './hours-rule.js';
import { isSatisfied } from './waiver.js';

/** An hours rule with what was counted for it: the whole, its buckets, its shares and the parts that come with it. */
export function hoursClause(rule: HoursRule, { uses, notCounted }: Placement, onDate: Temporal.PlainDate) {
  const whole = new Tally(rule.need);
  const buckets = new Map(rule.buckets.map((bucket) => [bucket, new Tally(minutesOf(bucket))]));
  const shares = rule.shares.map(({ of, need }) => ({ of, tally: new Tally(need), has: partTest(of) }));
  for (const use of uses) {
    whole.add(use);
    if (use.bucket) buckets.get(use.bucket)?.add(use);
    for (const { tally, has } of shares) if (has(use)) tally.add(use);
  }
  const later = rule.openFrom === undefined ? onDate : rule.openFrom;
  const children: Clause<Message>[] = [
    ...[...buckets].map(([bucket, tally]) => bucketClause(rule.id, bucket, tally, later)),
    ...shares.map(({ of, tally }) => shareClause(rule.id, partCode(of), tally, later)),
    ...(rule.parts ?? []),
  ];
  const missing = whole.missing > 0;
  const clause: Clause<Message> = {
    id: rule.id,
    title: rule.title,
    state: !missing && children.every(isSatisfied) ? 'met' : 'still_needed',
    have: whole.have,
    need: rule.need,
    unit: 'minutes',
    counted: whole.counted,
    notCounted,
    reasons: missing ? [{ code: 'needed.hours', values: { minutes: whole.missing } }, ...(rule.alsoNeeded ?? [])] : [],
    earliestOn: latestOf([missing ? later : whole.metOn, ...children.map((child) => child.earliestOn)]),
    children,
  };
  return clause;
}

function bucketClause(whole: string, bucket: Bucket, tally: Tally, later: Temporal.PlainDate | null) {
  const { topic } = bucket;
  const covered = bucket.need === 'covered';
  const needed: Message = covered
    ? { code: 'needed.covered', values: { topic } }
    : { code: 'needed.hours_in_topic', values: { topic, minutes: tally.missing } };
  const clause: Clause<Message> = {
    ...tally.clause(`${whole}.${topic}`, { code: 'topic', values: { topic } }, needed, later),
    ...(covered && { have: Math.min(tally.have, 1), need: 1, unit: 'items' }),
  };
  return clause;
}

function shareClause(whole: string, part: string, tally: Tally, later: Temporal.PlainDate | null) {
  const needed: Message = { code: 'needed.hours_of_part', values: { part, minutes: tally.missing } };
  return tally.clause(`${whole}.share_${part}`, { code: 'part', values: { part } }, needed, later);
}

/** Shares speak of whole facts (how or by whom it was given); a share of a topic speaks of the bucket it was counted in. */
function partTest(of: HoursRule['shares'][number]['of']): (use: Use) => boolean {
  if ('topic' in of) return ({ topic }) => topic === of.topic;
  if ('delivery' in of) return ({ candidate }) => candidate.fact.value.delivery === of.delivery;
  return ({ candidate }) => candidate.fact.value.category === of.category;
}

/** Adds up minutes in order of day and remembers the day on which they were enough. */
class Tally {
  have = 0;
  metOn: Temporal.PlainDate | undefined;
  readonly counted: (EvidenceRef & { minutes: number })[] = [];

  constructor(private readonly need: number) {}

  get missing(): number {
    return Math.max(0, this.need - this.have);
  }

  add({ candidate, minutes }: Use): void {
    const before = this.have;
    this.have += minutes;
    const last = this.counted.at(-1);
    if (last?.factId === candidate.fact.id) last.minutes += minutes;
    else this.counted.push(evidenceRef(candidate.fact, minutes));
    if (before < this.need && this.have >= this.need) this.metOn = candidate.fact.occurredOn;
  }

  clause(id: string, title: Message, needed: Message, later: Temporal.PlainDate | null): Clause<Message> {
    const met = this.missing === 0;
    return {
      id,
      title,
      state: met ? 'met' : 'still_needed',
      have: this.have,
      need: this.need,
      unit: 'minutes',
      counted: this.counted,
      notCounted: [],
      reasons: met ? [] : [needed],
      earliestOn: met ? this.metOn : later,
      children: [],
    };
  }
}
