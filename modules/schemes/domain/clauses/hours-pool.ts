import type { Cap } from '../allocation.js';
import type { Message, NotCounted } from '../eligibility-tree.js';
import { evidenceRef, type CandidateFact } from './candidate-facts.js';
import { merged, piecesOf, placeId, Sort, type Batch, type Piece, type Place, type Refusal } from './hours-batches.js';
import type { Bucket, HoursRule, Limit } from './hours-rule.js';
import { shareOut } from './hours-shares.js';
import { known } from './known.js';
import { barsIn, openingDays, type OpeningDays } from './opening-days.js';

/** Minutes of one fact that count in one place of a rule: a bucket, or the whole outside its buckets (null). */
export interface Use {
  readonly candidate: CandidateFact;
  readonly topic: string | null;
  readonly bucket: Bucket | null;
  readonly minutes: number;
}

/** What a rule got of the evidence of its kind. */
export interface Placement {
  readonly uses: readonly Use[];
  readonly notCounted: readonly NotCounted<Message>[];
}

/**
 * Shares the evidence of one kind out among all rules that ask for it, so that each minute counts once and the rules are met
 * if there is any way to meet them.
 *
 * @param rules in order of preference
 * @param wanted rules whose need is to be met, as one or more alternatives: the first that can be met is taken, or the one
 * that comes nearest; rules that are not wanted take what is left over
 */
export function placeHours(
  rules: readonly HoursRule[],
  candidates: readonly CandidateFact[],
  wanted: readonly [ReadonlySet<HoursRule>, ...ReadonlySet<HoursRule>[]],
): Map<HoursRule, Placement> {
  const pool = new Pool(rules, candidates);
  for (const candidate of candidates) pool.take(candidate);
  return pool.deal(wanted);
}

const OTHER_TOPIC: Message = { code: 'not_counted.other_topic' };
const OVER_CAP: Message = { code: 'not_counted.over_cap' };
const COUNTED_ELSEWHERE: Message = { code: 'not_counted.counted_elsewhere' };

class Pool {
  private readonly placements = new Map<HoursRule, { uses: Use[]; notCounted: NotCounted<Message>[] }>();
  private readonly root = new Sort([]);
  private readonly batches: Batch[] = [];
  readonly places = new Map<string, Place>();
  readonly caps: (Cap & Limit)[];
  private readonly opening: OpeningDays;

  constructor(
    readonly rules: readonly HoursRule[],
    candidates: readonly CandidateFact[],
  ) {
    for (const rule of rules) {
      this.placements.set(rule, { uses: [], notCounted: [] });
      for (const bucket of [...rule.buckets, null]) {
        const id = placeId(rule, bucket);
        this.places.set(id, { id, rule, bucket });
      }
    }
    this.opening = openingDays(rules, candidates);
    this.caps = rules.flatMap((rule) =>
      rule.limits.map(({ holds, atMost }, index) => ({
        id: `${rule.id} ${index}`,
        whole: placeId(rule, null),
        atMost,
        holds,
      })),
    );
  }

  private newBatch({ candidate, topic }: Piece, open: readonly HoursRule[]): Batch {
    const places: Place[] = [];
    const refusals: { rule: HoursRule; reason: Message }[] = [];
    for (const rule of open) {
      const accepting = topic === null ? [] : rule.buckets.filter(({ accepts }) => accepts.includes(topic));
      const barred = accepting.map((bucket) => barsIn(bucket, candidate, this.opening));
      const takers: (Bucket | null)[] = accepting.filter((_, index) => !barred[index]);
      if (takers.length === 0 && (rule.otherTopicsCount || rule.takes?.some((one) => one === topic))) takers.push(null);
      for (const bucket of takers) places.push(known(this.places.get(placeId(rule, bucket))));
      if (takers.length === 0) refusals.push({ rule, reason: barred.find((reason) => reason) ?? OTHER_TOPIC });
    }
    const caps = this.caps.filter(
      (cap) => cap.holds(candidate, topic) && places.some(({ rule }) => placeId(rule, null) === cap.whole),
    );
    const batch = { places, caps: caps.map(({ id }) => id), refusals, pieces: [], minutes: 0 };
    this.batches.push(batch);
    return batch;
  }

  /** Minutes that went into another credential or term. */
  private usedBefore(open: readonly HoursRule[], candidate: CandidateFact): number {
    let used = 0;
    for (const rule of open) {
      const before = rule.used?.get(candidate.fact.id);
      if (!before || before.minutes <= 0) continue;
      this.tell(rule, candidate, before.minutes, before.reason);
      used = Math.max(used, before.minutes);
    }
    return used;
  }

  /** Sorts a fact's minutes into batches; what a rule cannot count is told to it, with the reason. */
  take(candidate: CandidateFact): void {
    const { fact, barred } = candidate;
    if (barred) {
      for (const rule of this.rules) this.tell(rule, candidate, fact.minutes, barred);
      return;
    }
    const sort = this.sortOf(candidate);
    if (sort.open.length === 0) return;
    let refused: Map<Refusal, number> | undefined;
    for (const piece of piecesOf(candidate, this.usedBefore(sort.open, candidate))) {
      let batch = sort.batches.get(piece.topic);
      if (!batch) sort.batches.set(piece.topic, (batch = this.newBatch(piece, sort.open)));
      batch.pieces.push(piece);
      batch.minutes += piece.left;
      for (const refusal of batch.refusals) {
        refused ??= new Map();
        refused.set(refusal, (refused.get(refusal) ?? 0) + piece.left);
      }
    }
    if (refused) {
      for (const { rule, reason, minutes } of merged(refused)) this.tell(rule, candidate, minutes, reason);
    }
    if (!fact.minutes) for (const rule of sort.open) this.tell(rule, candidate, fact.minutes, OTHER_TOPIC);
  }

  /** Tells the rules that count nothing of this fact why, and finds the facts it is like. */
  private sortOf(candidate: CandidateFact): Sort {
    let sort = this.root;
    for (const cap of this.caps) sort = sort.with(cap.holds(candidate, null));
    for (const rule of this.rules) {
      const reason = rule.bars(candidate);
      if (reason) this.tell(rule, candidate, candidate.fact.minutes, reason);
      sort = sort.with(reason === null, rule);
      if (reason) continue;
      for (const bucket of rule.buckets) {
        if (bucket.bars || bucket.after) sort = sort.with(barsIn(bucket, candidate, this.opening));
      }
    }
    return sort;
  }

  deal(wanted: readonly [ReadonlySet<HoursRule>, ...ReadonlySet<HoursRule>[]]): Map<HoursRule, Placement> {
    const { batches } = this;
    let { shares, missing } = shareOut(batches, this, wanted[0]);
    for (const other of wanted.slice(1)) {
      if (missing === 0) break;
      const next = shareOut(batches, this, other);
      if (next.missing < missing) ({ shares, missing } = next);
    }
    batches.forEach((batch, index) => {
      let next = 0;
      for (const [place, minutes] of shares[index] ?? []) next = this.give(batch, next, place, minutes);
      for (const piece of batch.pieces) if (piece.left > 0) this.explain(piece, piece.left, OVER_CAP, rulesOf(batch));
    });
    for (const { uses } of this.placements.values()) uses.sort((a, b) => a.candidate.order - b.candidate.order);
    return this.placements;
  }

  /** Gives minutes of a batch to a place, earliest evidence first. @returns the piece to go on from */
  private give(batch: Batch, from: number, { rule, bucket }: Place, minutes: number): number {
    const uses = known(this.placements.get(rule)).uses;
    const others = rulesOf(batch, rule);
    let at = from;
    for (let rest = minutes; rest > 0;) {
      const piece = known(batch.pieces[at]);
      const part = Math.min(rest, piece.left);
      if (part > 0) {
        uses.push({ candidate: piece.candidate, topic: piece.topic, bucket, minutes: part });
        if (others.size > 0) this.explain(piece, part, COUNTED_ELSEWHERE, others);
      }
      piece.left -= part;
      rest -= part;
      if (piece.left === 0) at++;
    }
    return at;
  }

  /** Tells the rules that would have taken minutes of a batch, but for the one that took them, why they do not count there. */
  private explain(piece: Piece, minutes: number, reason: Message, rules: ReadonlySet<HoursRule>) {
    for (const rule of rules) this.tell(rule, piece.candidate, minutes, reason);
  }

  private tell(rule: HoursRule, { fact }: CandidateFact, minutes: number | null, reason: Message): void {
    known(this.placements.get(rule)).notCounted.push({ ref: evidenceRef(fact, minutes), reason });
  }
}

/** The rules that would take minutes of a batch, but for one. */
function rulesOf({ places }: Batch, except?: HoursRule): ReadonlySet<HoursRule> {
  return new Set(places.map((place) => place.rule).filter((rule) => rule !== except));
}
