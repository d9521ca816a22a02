import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { FactKind } from '../../evidence/evidence.public.js';
import { schemeOf } from '../../../test/scenarios/support/asking.js';
import { fact } from '../../../test/scenarios/support/facts.js';
import { flat } from '../../../test/scenarios/support/scenario.js';
import type { Clause } from './eligibility-tree.js';
import { evaluate } from './evaluate.js';

// The promises of the evaluator hold for schemes that nobody wrote, too.

const onDate = Temporal.PlainDate.from('2026-03-01');
const topic = fc.constantFrom('core', 'ethics', 'advocacy');
const delivery = fc.constantFrom('in_person', 'live_online', 'self_paced');
const within = fc.option(fc.constantFrom('P1Y', 'P3Y'), { nil: undefined });

const bucket = fc.record({
  domain: topic,
  min_hours: fc.integer({ min: 0, max: 12 }),
  accepts: fc.option(fc.uniqueArray(topic, { minLength: 1 }), { nil: undefined }),
  within,
});
const hours = fc.record({
  total_hours: fc.integer({ min: 0, max: 40 }),
  buckets: fc.uniqueArray(bucket, { maxLength: 3, selector: ({ domain }) => domain }),
  caps: fc.uniqueArray(fc.record({ of: fc.record({ delivery }), max_percent: fc.constantFrom(0, 30, 50, 100) }), {
    maxLength: 2,
    selector: ({ of }) => of.delivery,
  }),
  shares: fc.array(fc.record({ of: fc.record({ delivery }), min_percent: fc.constantFrom(10, 50) }), { maxLength: 1 }),
  other_topics_count: fc.boolean(),
  within,
});
const single = fc.oneof(
  fc.record({
    code: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constant('hours'),
    of: fc.constant('training'),
    min_hours: fc.integer({ min: 1, max: 10 }),
    topics: fc.option(fc.uniqueArray(topic, { minLength: 1 }), { nil: undefined }),
  }),
  fc.record({
    code: fc.constantFrom('d', 'e'),
    kind: fc.constant('document'),
    any_of: fc.constant(['photo_id', 'state_id']),
    at_least: fc.constantFrom(1, 2),
  }),
  fc.record({
    code: fc.constantFrom('f', 'g'),
    kind: fc.constant('amount'),
    unit: fc.constant('months'),
    min: fc.integer({ min: 1, max: 20 }),
  }),
);
const ways = fc.uniqueArray(single, { minLength: 2, maxLength: 3, selector: ({ code }) => code });
const choice = fc
  .tuple(fc.constantFrom('x', 'y'), ways, fc.integer({ min: 1, max: 2 }))
  .map(([code, of, at_least]) => ({ code, kind: 'any_of', of, at_least }));
const definition = fc
  .record({
    prerequisites: fc.uniqueArray(fc.oneof(single, choice), { maxLength: 3, selector: ({ code }) => code }),
    training: hours,
    practice: fc.option(
      hours.map((rule) => ({ ...rule, kinds: ['paid'] })),
      { nil: null },
    ),
  })
  .map((written) => schemeOf(JSON.parse(JSON.stringify(written))));

const anyFact = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom<FactKind>('training', 'practice', 'document'),
    code: fc.constantFrom('paid', 'f', 'g'),
    day: fc.integer({ min: -1300, max: 5 }),
    topics: fc.dictionary(topic, fc.integer({ min: 0, max: 15 }), { maxKeys: 3 }),
    value: fc.record({
      delivery,
      document_type: fc.constantFrom('photo_id', 'state_id'),
      amount: fc.integer({ min: 1, max: 12 }),
    }),
  })
  .map(({ day, ...given }) => fact({ ...given, on: onDate.add({ days: day }).toString() }));
const anyFacts = fc.uniqueArray(anyFact, { maxLength: 25, selector: ({ id }) => id });
const tree = (scheme: ReturnType<typeof schemeOf>, facts: readonly ReturnType<typeof fact>[]) =>
  evaluate({ id: 'version', bodyId: 'body', definition: scheme }, facts, onDate);

describe('for any scheme', () => {
  it('the order of facts makes no difference', () => {
    const shuffled = anyFacts.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
    );
    fc.assert(
      fc.property(definition, shuffled, (scheme, [facts, other]) => {
        expect(JSON.stringify(tree(scheme, other))).toBe(JSON.stringify(tree(scheme, facts)));
      }),
    );
  });

  it('more evidence never un-meets the whole', () => {
    fc.assert(
      fc.property(definition, anyFacts, anyFacts, (scheme, before, added) => {
        if (!tree(scheme, before).met) return;
        const known = new Set(before.map(({ id }) => id));
        expect(tree(scheme, [...before, ...added.filter(({ id }) => !known.has(id))]).met).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('the tree is met exactly when its clauses are, and a clause exactly when its own need and its parts are', () => {
    const enough = ({ unit, have = 0, need = 0 }: Clause<unknown>) => unit === undefined || have >= need;
    fc.assert(
      fc.property(definition, anyFacts, (scheme, facts) => {
        const { met, clauses } = tree(scheme, facts);
        expect(met).toBe(clauses.every(({ state }) => state !== 'still_needed'));
        for (const clause of flat(clauses)) {
          const parts = clause.children.filter(({ state }) => state !== 'still_needed').length;
          const needed = clause.choose ?? clause.children.length;
          if (clause.children.length > 0) expect(clause.state === 'met').toBe(enough(clause) && parts >= needed);
          expect(clause.reasons.length > 0 && clause.state === 'met').toBe(false);
        }
      }),
    );
  });

  it('no minute counts in two rules, and what is not counted is explained', () => {
    fc.assert(
      fc.property(definition, anyFacts, (scheme, facts) => {
        const { clauses } = tree(scheme, facts);
        for (const one of facts.filter(({ kind }) => kind === 'training')) {
          const holding = withWays(clauses).filter(({ unit }) => unit === 'minutes');
          const counted = holding.flatMap((clause) => clause.counted).filter(({ factId }) => factId === one.id);
          const sum = counted.reduce((minutes, ref) => minutes + (ref.minutes ?? 0), 0);
          expect(sum).toBeLessThanOrEqual(one.minutes ?? 0);
          const explained = holding.flatMap((clause) => clause.notCounted).some(({ ref }) => ref.factId === one.id);
          expect(sum === (one.minutes ?? 0) || explained).toBe(true);
        }
      }),
    );
  });
});

/** Wholes, and the ways of choices, but no buckets: what holds evidence of its own. */
function withWays(clauses: readonly Clause<unknown>[]): Clause<unknown>[] {
  return clauses.flatMap((clause) => (clause.choose === undefined ? [clause] : withWays(clause.children)));
}
