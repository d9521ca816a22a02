import fc from 'fast-check';
import { allocate, type Allocation, type Cap, type Supply, type Whole } from './allocation.js';

interface Question {
  readonly supplies: readonly Supply[];
  readonly wholes: readonly Whole[];
  readonly caps: readonly Cap[];
}

const WHOLES = ['training', 'supervision'];
const BUCKETS = ['ethics', 'advocacy', 'recovery'];
const CAPS = ['online', 'self_paced', 'service', 'abroad', 'evening', 'group'];

/** Up to three buckets spread over two wholes, and caps that overlap in any way. */
function questions(size: { supplies: number; minutes: number; caps: number }): fc.Arbitrary<Question> {
  const supply = fc.record({
    minutes: fc.nat(size.minutes),
    takes: fc.shuffledSubarray([...WHOLES, ...BUCKETS]),
    caps: fc.subarray(CAPS.slice(0, size.caps)),
  });
  const need = fc.nat(2 * size.minutes);
  return fc
    .record({
      supplies: fc.array(supply, { maxLength: size.supplies }),
      needs: fc.tuple(need, need),
      parts: fc.tuple(...BUCKETS.map(() => fc.record({ need, of: fc.constantFrom(...WHOLES) }))),
      caps: fc.tuple(
        ...CAPS.slice(0, size.caps).map((id) =>
          fc.record({ id: fc.constant(id), whole: fc.constantFrom(...WHOLES), atMost: need }),
        ),
      ),
    })
    .map(({ supplies, needs, parts, caps }) => ({
      supplies: supplies.map((each, index) => ({ id: `fact ${index}`, ...each })),
      wholes: WHOLES.map((id, index) => ({
        id,
        need: needs[index]!,
        buckets: BUCKETS.flatMap((part, at) => (parts[at]!.of === id ? [{ id: part, need: parts[at]!.need }] : [])),
      })),
      caps,
    }));
}

const small = questions({ supplies: 4, minutes: 4, caps: 2 });
const large = questions({ supplies: 60, minutes: 600, caps: 3 });
/** More caps that cross than any rule has: the search for whole minutes may be cut short. */
const crowded = questions({ supplies: 30, minutes: 600, caps: 6 });
const ask = ({ supplies, wholes, caps }: Question) => allocate(supplies, wholes, caps);

/** Minutes missing in the buckets, minutes missing in the wholes, minutes not counted. */
type Score = readonly [number, number, number];

function scoreOf({ supplies, wholes }: Question, have: Readonly<Record<string, number>>): Score {
  const missing = ({ id, need }: { id: string; need: number }) => Math.max(0, need - have[id]!);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  return [
    sum(wholes.flatMap((whole) => whole.buckets.map(missing))),
    sum(wholes.map(missing)),
    sum(supplies.map((supply) => supply.minutes)) - sum(wholes.map((whole) => have[whole.id]!)),
  ];
}

/**
 * The best score over every way to count: each supply in turn is dealt out in every way, and the states that are reached
 * (what every place has and what is used under every cap) are kept once.
 */
function bestScore(question: Question): Score {
  const { supplies, wholes, caps } = question;
  const wholeOf = new Map(
    wholes.flatMap(({ id, buckets }) => [id, ...buckets.map((part) => part.id)].map((to) => [to, id])),
  );
  type State = Readonly<Record<string, number>>;
  let states: State[] = [Object.fromEntries([...wholeOf.keys(), ...CAPS].map((id) => [id, 0]))];
  for (const supply of supplies) {
    for (let minute = 0; minute < supply.minutes; minute++) {
      const next = new Map<string, State>();
      for (const state of states) {
        next.set(Object.values(state).join(), state);
        for (const to of supply.takes) {
          const inWhole = wholeOf.get(to)!;
          const under = caps.filter((cap) => cap.whole === inWhole && supply.caps.includes(cap.id));
          if (under.some((cap) => state[cap.id] === cap.atMost)) continue;
          const grown: Record<string, number> = { ...state };
          for (const id of new Set([to, inWhole, ...under.map((cap) => cap.id)])) grown[id]!++;
          next.set(Object.values(grown).join(), grown);
        }
      }
      states = [...next.values()];
    }
  }
  return states
    .map((state) => scoreOf(question, state))
    .reduce((best, each) => (compare(each, best) < 0 ? each : best));
}

function compare(a: Score, b: Score): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

function minutesOf<T extends { minutes: number }>(entries: readonly T[], counts: (entry: T) => boolean): number {
  return entries.reduce((total, entry) => total + (counts(entry) ? entry.minutes : 0), 0);
}

function expectKept({ supplies, wholes, caps }: Question, { uses, unused, have }: Allocation): void {
  for (const supply of supplies) {
    const own = (entry: { supply: string }) => entry.supply === supply.id;
    expect(minutesOf(uses, own) + minutesOf(unused, own)).toBe(supply.minutes);
    expect(supply.takes).toEqual(expect.arrayContaining(uses.filter(own).map((use) => use.to)));
  }
  const supplyOf = new Map(supplies.map((supply) => [supply.id, supply]));
  for (const whole of wholes) {
    const places = [whole.id, ...whole.buckets.map((part) => part.id)];
    for (const part of whole.buckets) expect(have[part.id]).toBe(minutesOf(uses, (use) => use.to === part.id));
    expect(have[whole.id]).toBe(minutesOf(uses, (use) => places.includes(use.to)));
    for (const cap of caps.filter((each) => each.whole === whole.id)) {
      const under = minutesOf(
        uses,
        (use) => places.includes(use.to) && supplyOf.get(use.supply)!.caps.includes(cap.id),
      );
      expect(under).toBeLessThanOrEqual(cap.atMost);
      if (unused.some((each) => each.reason === 'over_cap' && each.cap === cap.id)) expect(under).toBe(cap.atMost);
    }
  }
  for (const each of unused) {
    expect(each.reason).toBe(supplyOf.get(each.supply)!.takes.length === 0 ? 'taken_nowhere' : 'over_cap');
  }
  expect([...uses, ...unused].every(({ minutes }) => Number.isInteger(minutes) && minutes > 0)).toBe(true);
}

describe('whatever the evidence, the buckets and the caps', () => {
  it('no way of counting leaves less missing, nor counts more', () => {
    fc.assert(
      fc.property(small, (question) => {
        expect(scoreOf(question, ask(question).have)).toEqual(bestScore(question));
      }),
      { numRuns: 400 },
    );
  });

  it('each minute is used once, where it is taken, within every cap, or it is said why not', () => {
    fc.assert(fc.property(fc.oneof(small, large, crowded), (question) => expectKept(question, ask(question))));
  });

  it('the order of the evidence changes nothing of what is counted', () => {
    fc.assert(
      fc.property(
        fc.oneof(small, large).chain((question) =>
          fc.record({
            question: fc.constant(question),
            supplies: fc.shuffledSubarray([...question.supplies], { minLength: question.supplies.length }),
          }),
        ),
        ({ question, supplies }) => {
          expect(ask({ ...question, supplies }).have).toEqual(ask(question).have);
        },
      ),
    );
  });

  it('the same question has the same answer', () => {
    fc.assert(
      fc.property(large, (question) => expect(ask(structuredClone(question))).toEqual(ask(question))),
      { numRuns: 30 },
    );
  });
});
