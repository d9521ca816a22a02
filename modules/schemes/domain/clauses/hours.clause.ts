import type { Temporal } from 'temporal-polyfill';
import type { Fact } from '../../../evidence/evidence.public.js';
import type { Clause, EvidenceRef, Message, NotCounted } from '../eligibility-tree.js';
import { latestOf } from './earliest.js';
import { evidenceRef, type CandidateFact } from './candidate-facts.js';

/** A part of an hours rule. `covered` asks only that the topic was touched at all. */
export interface Bucket {
  readonly topic: string;
  readonly need: number | 'covered';
}

export interface HoursRule {
  readonly id: string;
  readonly title: Message;
  /** Whole minutes asked in all. */
  readonly need: number;
  readonly buckets: readonly Bucket[];
  /** Whether time under topics that no bucket names counts toward the whole. */
  readonly otherTopicsCount: boolean;
  /** Why this rule does not count a fact that is otherwise good; null to count it. */
  readonly bars: (candidate: CandidateFact) => Message | null;
}

/**
 * "So many minutes in all, of which at least so many under each topic." A minute stands under one topic of its fact, so
 * it fills one bucket and the whole, never two buckets.
 */
export function hoursClause(rule: HoursRule, candidates: readonly CandidateFact[], onDate: Temporal.PlainDate) {
  const whole = new Tally(rule.need);
  const parts = new Map(rule.buckets.map((bucket) => [bucket.topic, new Part(bucket)]));
  const notCounted: NotCounted<Message>[] = [];

  for (const candidate of candidates) {
    const { fact } = candidate;
    const reason = candidate.barred ?? rule.bars(candidate);
    if (reason) {
      notCounted.push({ ref: evidenceRef(fact), reason });
      continue;
    }
    let counted = 0;
    for (const { topic, minutes } of fact.topics) {
      const part = parts.get(topic);
      part?.add(fact, minutes);
      if (part) counted += minutes;
    }
    if (rule.otherTopicsCount) counted = fact.minutes ?? counted;
    whole.add(fact, counted);
    const rest = (fact.minutes ?? counted) - counted;
    if (rest > 0 || counted === 0) notCounted.push({ ref: evidenceRef(fact, rest), reason: OTHER_TOPIC });
  }

  const children = [...parts.values()].map((part) => partClause(rule.id, part, onDate));
  const met = whole.missing === 0 && children.every((child) => child.state === 'met');
  const clause: Clause<Message> = {
    id: rule.id,
    title: rule.title,
    state: met ? 'met' : 'still_needed',
    have: whole.have,
    need: rule.need,
    unit: 'minutes',
    counted: whole.counted,
    notCounted,
    reasons: whole.missing > 0 ? [{ code: 'needed.hours', values: { minutes: whole.missing } }] : [],
    earliestOn: latestOf([whole.missing > 0 ? onDate : whole.metOn, ...children.map((child) => child.earliestOn)]),
    children,
  };
  return clause;
}

const OTHER_TOPIC: Message = { code: 'not_counted.other_topic' };

function partClause(whole: string, part: Part, onDate: Temporal.PlainDate) {
  const { topic, need } = part.bucket;
  const covered = need === 'covered';
  const clause: Clause<Message> = {
    id: `${whole}.${topic}`,
    title: { code: 'topic', values: { topic } },
    state: part.missing === 0 ? 'met' : 'still_needed',
    have: covered ? Math.min(part.have, 1) : part.have,
    need: covered ? 1 : need,
    unit: covered ? 'items' : 'minutes',
    counted: part.counted,
    notCounted: [],
    reasons: part.missing > 0 ? [missingWords(topic, covered, part.missing)] : [],
    earliestOn: part.missing > 0 ? onDate : part.metOn,
    children: [],
  };
  return clause;
}

function missingWords(topic: string, covered: boolean, minutes: number): Message {
  return covered
    ? { code: 'needed.covered', values: { topic } }
    : { code: 'needed.hours_in_topic', values: { topic, minutes } };
}

/** Adds up minutes in order of day and remembers the day on which they were enough. */
class Tally {
  have = 0;
  metOn: Temporal.PlainDate | undefined;
  readonly counted: EvidenceRef[] = [];

  constructor(private readonly need: number) {}

  get missing(): number {
    return Math.max(0, this.need - this.have);
  }

  add(fact: Fact, minutes: number): void {
    if (minutes <= 0) return;
    const before = this.have;
    this.have += minutes;
    this.counted.push(evidenceRef(fact, minutes));
    if (before < this.need && this.have >= this.need) this.metOn = fact.occurredOn;
  }
}

class Part extends Tally {
  constructor(readonly bucket: Bucket) {
    super(bucket.need === 'covered' ? 1 : bucket.need);
  }
}
