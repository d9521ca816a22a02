import { known } from './known.js';
import type { Message } from '../eligibility-tree.js';
import type { CandidateFact } from './candidate-facts.js';
import { minutesOf, type Bucket, type HoursRule } from './hours-rule.js';

/** The day (as a number) from which each bucket that comes after another counts; Infinity while the other is not met. */
export type OpeningDays = ReadonlyMap<Bucket, number>;

const NOT_OPEN_YET: Message = { code: 'not_counted.before_part' };

/** For every bucket that comes after another: the day on which the other had its minutes. */
export function openingDays(rules: readonly HoursRule[], candidates: readonly CandidateFact[]): OpeningDays {
  const days = new Map<Bucket, number>();
  for (const rule of rules) {
    const open = (bucket: Bucket): number => {
      if (bucket.after === undefined) return 0;
      const found = days.get(bucket);
      if (found !== undefined) return found;
      const before = known(rule.buckets.find(({ topic }) => topic === bucket.after));
      open(before);
      const day = Math.min(before.waivedFrom ?? Infinity, dayMet(rule, before, candidates, days));
      days.set(bucket, day);
      return day;
    };
    rule.buckets.forEach(open);
  }
  return days;
}

/** Why evidence under one of its topics does not count in a bucket. */
export function barsIn(bucket: Bucket, candidate: CandidateFact, opening: OpeningDays): Message | null {
  const reason = bucket.bars?.(candidate) ?? null;
  return reason ?? (candidate.day < (opening.get(bucket) ?? 0) ? NOT_OPEN_YET : null);
}

function dayMet(rule: HoursRule, bucket: Bucket, candidates: readonly CandidateFact[], opening: OpeningDays): number {
  const need = minutesOf(bucket);
  if (need === 0) return 0;
  let have = 0;
  for (const candidate of candidates) {
    if (candidate.barred ?? rule.bars(candidate) ?? barsIn(bucket, candidate, opening)) continue;
    for (const { topic, minutes } of candidate.fact.topics) if (bucket.accepts.includes(topic)) have += minutes;
    if (have >= need) return candidate.day;
  }
  return Infinity;
}
