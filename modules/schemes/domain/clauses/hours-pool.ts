import { allocate, type Cap, type Supply, type Whole } from '../allocation.js';
import type { Message, NotCounted } from '../eligibility-tree.js';
import { evidenceRef, type CandidateFact } from './candidate-facts.js';
import { minutesOf, type Bucket, type HoursRule, type Limit } from './hours-rule.js';
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

/** A place that takes minutes: a bucket of a rule, or the rule outside its buckets. */
interface Place {
  readonly id: string;
  readonly rule: HoursRule;
  readonly bucket: Bucket | null;
}

/** Some minutes of a fact under one topic (null: under none). */
interface Piece {
  readonly candidate: CandidateFact;
  readonly topic: string | null;
  left: number;
}

/** Pieces that may count in the same places under the same limits, and the rules that cannot count them. */
interface Batch {
  readonly places: readonly Place[];
  readonly caps: readonly string[];
  /** Whether more than one rule would take these minutes. */
  readonly isContested: boolean;
  readonly refusals: readonly { readonly rule: HoursRule; readonly reason: Message }[];
  readonly pieces: Piece[];
  minutes: number;
}

/** Of each batch, how many minutes go to which place; and the minutes that the wanted rules still miss. */
interface Shares {
  readonly shares: readonly (readonly (readonly [Place, number])[])[];
  readonly missing: number;
}

class Pool {
  private readonly placements = new Map<HoursRule, { uses: Use[]; notCounted: NotCounted<Message>[] }>();
  private readonly batches = new Map<string, Map<string | null, Batch>>();
  private readonly places = new Map<string, Place>();
  private readonly caps: (Cap & Limit)[];
  private readonly opening: OpeningDays;

  constructor(
    private readonly rules: readonly HoursRule[],
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

  private batchFor({ candidate, topic }: Piece, open: readonly HoursRule[]): Batch {
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
    const isContested = new Set(places.map(({ rule }) => rule)).size > 1;
    return { places, caps: caps.map(({ id }) => id), isContested, refusals, pieces: [], minutes: 0 };
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
    const { fact } = candidate;
    const open: HoursRule[] = [];
    let key = '';
    for (const cap of this.caps) key += cap.holds(candidate, null) ? '1' : '0';
    for (const rule of this.rules) {
      const reason = candidate.barred ?? rule.bars(candidate);
      if (reason) {
        this.tell(rule, candidate, fact.minutes, reason);
        key += '-';
        continue;
      }
      open.push(rule);
      key += '+';
      for (const bucket of rule.buckets) {
        if (bucket.bars || bucket.after) key += `${barsIn(bucket, candidate, this.opening)?.code} `;
      }
    }
    if (open.length === 0) return;
    let group = this.batches.get(key);
    if (!group) this.batches.set(key, (group = new Map()));

    let refused: Map<Batch['refusals'][number], number> | undefined;
    for (const piece of piecesOf(candidate, this.usedBefore(open, candidate))) {
      let batch = group.get(piece.topic);
      if (!batch) group.set(piece.topic, (batch = this.batchFor(piece, open)));
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
    if (!fact.minutes) for (const rule of open) this.tell(rule, candidate, fact.minutes, OTHER_TOPIC);
  }

  deal(wanted: readonly [ReadonlySet<HoursRule>, ...ReadonlySet<HoursRule>[]]): Map<HoursRule, Placement> {
    const batches = [...this.batches.values()].flatMap((group) => [...group.values()]);
    let { shares, missing } = this.sharesOf(batches, wanted[0]);
    for (const other of wanted.slice(1)) {
      if (missing === 0) break;
      const next = this.sharesOf(batches, other);
      if (next.missing < missing) ({ shares, missing } = next);
    }
    batches.forEach((batch, index) => {
      let next = 0;
      for (const [place, minutes] of shares[index] ?? []) next = this.give(batch, next, place, minutes);
      for (const piece of batch.pieces) if (piece.left > 0) this.explain(batch, piece.candidate, piece.left, OVER_CAP);
    });
    for (const { uses } of this.placements.values()) uses.sort((a, b) => a.candidate.order - b.candidate.order);
    return this.placements;
  }

  /** How many minutes of each batch count in which place, and how many are then missing. */
  private sharesOf(batches: readonly Batch[], wanted: ReadonlySet<HoursRule>): Shares {
    const shares: (readonly [Place, number])[][] = batches.map(() => []);
    const needs = (rule: HoursRule, minutes: number) => (wanted.has(rule) ? minutes : 0);
    // Where nobody has a choice there is nothing to allocate.
    if (this.caps.length === 0 && batches.every(({ places }) => places.length < 2)) {
      const have = new Map<Place | HoursRule, number>();
      batches.forEach(({ places: [place], minutes }, index) => {
        if (!place) return;
        shares[index]?.push([place, minutes]);
        for (const one of [place, place.rule]) have.set(one, (have.get(one) ?? 0) + minutes);
      });
      let missing = 0;
      for (const rule of this.rules) missing += Math.max(0, needs(rule, rule.need) - (have.get(rule) ?? 0));
      for (const place of this.places.values()) {
        if (!place.bucket) continue;
        missing += Math.max(0, needs(place.rule, minutesOf(place.bucket)) - (have.get(place) ?? 0));
      }
      return { shares, missing };
    }
    const supplies: Supply[] = batches.map(({ minutes, places, caps }, index) => ({
      id: String(index),
      minutes,
      takes: places.map(({ id }) => id),
      caps,
    }));
    const wholes: Whole[] = this.rules.map((rule) => ({
      id: placeId(rule, null),
      need: needs(rule, rule.need),
      buckets: rule.buckets.map((bucket) => ({
        id: placeId(rule, bucket),
        need: needs(rule, minutesOf(bucket)),
      })),
    }));
    const { uses, have } = allocate(supplies, wholes, this.caps);
    for (const { supply, to, minutes } of uses) shares[Number(supply)]?.push([known(this.places.get(to)), minutes]);
    const missing = wholes
      .flatMap((whole) => [whole, ...whole.buckets])
      .reduce((sum, { id, need }) => sum + Math.max(0, need - (have[id] ?? 0)), 0);
    return { shares, missing };
  }

  /** Gives minutes of a batch to a place, earliest evidence first. @returns the piece to go on from */
  private give(batch: Batch, from: number, { rule, bucket }: Place, minutes: number): number {
    const uses = known(this.placements.get(rule)).uses;
    let at = from;
    for (let rest = minutes; rest > 0;) {
      const piece = known(batch.pieces[at]);
      const part = Math.min(rest, piece.left);
      if (part > 0) {
        uses.push({ candidate: piece.candidate, topic: piece.topic, bucket, minutes: part });
        if (batch.isContested) this.explain(batch, piece.candidate, part, COUNTED_ELSEWHERE, rule);
      }
      piece.left -= part;
      rest -= part;
      if (piece.left === 0) at++;
    }
    return at;
  }

  /** Tells the rules that would have taken these minutes, other than the one that did, why they were not counted there. */
  private explain({ places }: Batch, candidate: CandidateFact, minutes: number, reason: Message, taker?: HoursRule) {
    for (const rule of new Set(places.map((place) => place.rule))) {
      if (rule !== taker) this.tell(rule, candidate, minutes, reason);
    }
  }

  private tell(rule: HoursRule, { fact }: CandidateFact, minutes: number | null, reason: Message): void {
    known(this.placements.get(rule)).notCounted.push({ ref: evidenceRef(fact, minutes), reason });
  }
}

function placeId(rule: HoursRule, bucket: Bucket | null): string {
  return bucket ? `${rule.id} / ${bucket.topic}` : rule.id;
}

/** A fact's minutes by topic, and those under none, less what was used before. */
function piecesOf(candidate: CandidateFact, usedBefore: number): Piece[] {
  const { topics, minutes: whole } = candidate.fact;
  const pieces: Piece[] = [];
  let used = usedBefore;
  const add = (topic: string | null, minutes: number) => {
    const left = Math.max(0, minutes - used);
    used = Math.max(0, used - minutes);
    if (left > 0) pieces.push({ candidate, topic, left });
  };
  let rest = whole ?? 0;
  for (const { minutes } of topics) rest -= minutes;
  if (rest > 0) add(null, rest);
  for (const { topic, minutes } of topics) add(topic, minutes);
  return pieces;
}

/** One line for what one rule refuses of a fact for one reason. */
function merged(refused: ReadonlyMap<Batch['refusals'][number], number>) {
  const lines: { rule: HoursRule; reason: Message; minutes: number }[] = [];
  for (const [{ rule, reason }, minutes] of refused) {
    const line = lines.find((one) => one.rule === rule && one.reason.code === reason.code);
    if (line) line.minutes += minutes;
    else lines.push({ rule, reason, minutes });
  }
  return lines;
}
