import type { Message } from '../eligibility-tree.js';
import type { CandidateFact } from './candidate-facts.js';
import type { Bucket, HoursRule } from './hours-rule.js';

/** A place that takes minutes: a bucket of a rule, or the rule outside its buckets (null). */
export interface Place {
  readonly id: string;
  readonly rule: HoursRule;
  readonly bucket: Bucket | null;
}

/** The name of a place: the same for the same rule and bucket, so that minutes can be told by it. */
export function placeId(rule: HoursRule, bucket: Bucket | null): string {
  return bucket ? `${rule.id} / ${bucket.topic}` : rule.id;
}

/** Some minutes of a fact under one topic (null: under none); `left` are those that no place has yet. */
export interface Piece {
  readonly candidate: CandidateFact;
  readonly topic: string | null;
  left: number;
}

/** A rule that cannot count some evidence, and why. */
export interface Refusal {
  readonly rule: HoursRule;
  readonly reason: Message;
}

/** Pieces that may count in the same places under the same limits, and the rules that cannot count them. */
export interface Batch {
  readonly places: readonly Place[];
  readonly caps: readonly string[];
  readonly refusals: readonly Refusal[];
  readonly pieces: Piece[];
  minutes: number;
}

/**
 * Facts of which all rules and caps say the same, found by going through the answers one by one: a step an answer, without
 * anything made for each fact.
 */
export class Sort {
  /** By topic. */
  readonly batches = new Map<string | null, Batch>();
  private readonly next = new Map<boolean | Message | null, Sort>();

  constructor(readonly open: readonly HoursRule[]) {}

  /** @param rule that counts these facts, where the answer is that of a rule */
  with(answer: boolean | Message | null, rule?: HoursRule): Sort {
    let sort = this.next.get(answer);
    if (!sort) this.next.set(answer, (sort = new Sort(answer === true && rule ? [...this.open, rule] : this.open)));
    return sort;
  }
}

/** A fact's minutes by topic, and those under none, less what was used before. */
export function piecesOf(candidate: CandidateFact, usedBefore: number): Piece[] {
  const { topics, minutes } = candidate.fact;
  const pieces: Piece[] = [];
  let rest = minutes ?? 0;
  for (const one of topics) rest -= one.minutes;
  if (rest > 0) pieces.push({ candidate, topic: null, left: rest });
  for (const one of topics) if (one.minutes > 0) pieces.push({ candidate, topic: one.topic, left: one.minutes });
  return usedBefore > 0 ? without(pieces, usedBefore) : pieces;
}

/** The first pieces were used first. */
function without(pieces: readonly Piece[], minutes: number): Piece[] {
  let used = minutes;
  for (const piece of pieces) {
    const part = Math.min(used, piece.left);
    piece.left -= part;
    used -= part;
  }
  return pieces.filter(({ left }) => left > 0);
}

/** One line for what one rule refuses of a fact for one reason. */
export function merged(refused: ReadonlyMap<Refusal, number>): (Refusal & { minutes: number })[] {
  const lines: (Refusal & { minutes: number })[] = [];
  for (const [{ rule, reason }, minutes] of refused) {
    const line = lines.find((one) => one.rule === rule && one.reason.code === reason.code);
    if (line) line.minutes += minutes;
    else lines.push({ rule, reason, minutes });
  }
  return lines;
}
