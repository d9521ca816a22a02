import { allocate, type Cap, type Supply, type Whole } from '../allocation.js';
import { placeId, type Batch, type Place } from './hours-batches.js';
import { minutesOf, type HoursRule } from './hours-rule.js';
import { known } from './known.js';

/** Of each batch, how many minutes go to which place; and the minutes that the wanted rules still miss. */
export interface Shares {
  readonly shares: readonly (readonly (readonly [Place, number])[])[];
  readonly missing: number;
}

/** What asks for hours: the rules, every place of theirs by its id, and the most that may count of some evidence. */
export interface Asked {
  readonly rules: readonly HoursRule[];
  readonly places: ReadonlyMap<string, Place>;
  readonly caps: readonly Cap[];
}

/** Shares batches out among the rules; rules that are not wanted need nothing and take what is left over. */
export function shareOut(batches: readonly Batch[], asked: Asked, wanted: ReadonlySet<HoursRule>): Shares {
  const hasChoice = asked.caps.length > 0 || batches.some(({ places }) => places.length > 1);
  return hasChoice ? allocated(batches, asked, wanted) : added(batches, asked, wanted);
}

/** Where nobody has a choice there is nothing to allocate. */
function added(batches: readonly Batch[], { rules, places }: Asked, wanted: ReadonlySet<HoursRule>): Shares {
  const have = new Map<Place | HoursRule, number>();
  const shares = batches.map(({ places: [place], minutes }) => {
    if (!place) return [];
    for (const one of [place, place.rule]) have.set(one, (have.get(one) ?? 0) + minutes);
    return [[place, minutes] as const];
  });
  let missing = 0;
  for (const rule of rules) if (wanted.has(rule)) missing += Math.max(0, rule.need - (have.get(rule) ?? 0));
  for (const place of places.values()) {
    if (!place.bucket || !wanted.has(place.rule)) continue;
    missing += Math.max(0, minutesOf(place.bucket) - (have.get(place) ?? 0));
  }
  return { shares, missing };
}

function allocated(batches: readonly Batch[], { rules, places, caps }: Asked, wanted: ReadonlySet<HoursRule>): Shares {
  const needs = (rule: HoursRule, minutes: number) => (wanted.has(rule) ? minutes : 0);
  const supplies: Supply[] = batches.map((batch, index) => ({
    id: String(index),
    minutes: batch.minutes,
    takes: batch.places.map(({ id }) => id),
    caps: batch.caps,
  }));
  const wholes: Whole[] = rules.map((rule) => ({
    id: placeId(rule, null),
    need: needs(rule, rule.need),
    buckets: rule.buckets.map((bucket) => ({ id: placeId(rule, bucket), need: needs(rule, minutesOf(bucket)) })),
  }));
  const { uses, have } = allocate(supplies, wholes, caps);
  const shares: (readonly [Place, number])[][] = batches.map(() => []);
  for (const { supply, to, minutes } of uses) shares[Number(supply)]?.push([known(places.get(to)), minutes]);
  const missing = wholes
    .flatMap((whole) => [whole, ...whole.buckets])
    .reduce((sum, { id, need }) => sum + Math.max(0, need - (have[id] ?? 0)), 0);
  return { shares, missing };
}
