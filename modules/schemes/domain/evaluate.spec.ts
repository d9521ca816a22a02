import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { FactKind } from '../../evidence/evidence.public.js';
import { fact } from '../../../test/scenarios/support/facts.js';
import { sampleScheme } from '../../../test/scenarios/support/sample-scheme.js';
import { flat } from '../../../test/scenarios/support/scenario.js';
import { evaluate } from './evaluate.js';
import { evaluateRenewal } from './evaluate-renewal.js';

const scheme = { id: 'version', bodyId: 'body', definition: sampleScheme() };
const onDate = Temporal.PlainDate.from('2026-03-01');
const domains = scheme.definition.training!.buckets.map(({ domain }) => domain);

const topics = fc
  .dictionary(fc.constantFrom(...domains, 'harm_reduction', 'ethics'), fc.integer({ min: 0, max: 2400 }), {
    maxKeys: 4,
  })
  .map((minutes) => Object.fromEntries(Object.entries(minutes).map(([topic, m]) => [topic, m / 60])));

const anyFact = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom<FactKind>(
      'training',
      'practice',
      'supervision',
      'exam',
      'document',
      'signature',
      'attestation',
      'declaration',
      'waiver',
    ),
    code: fc.constantFrom(
      'paid',
      'volunteer',
      'icrc-pr',
      'lived_experience',
      'code_of_ethics',
      'residency',
      'training',
    ),
    day: fc.integer({ min: -1200, max: 20 }),
    body: fc.constantFrom(null, 'body', 'another-body'),
    by: fc.constantFrom(undefined, 'self' as const),
    topics,
    value: fc.record({
      score: fc.integer({ min: 190, max: 810 }),
      document_type: fc.constantFrom('high_school_diploma', 'photo_id'),
      percent: fc.integer({ min: 0, max: 100 }),
      checked_at: fc.constantFrom('application', 'exam'),
      supervisor_qualification: fc.constantFrom('employer_designated_per_job_description', 'none'),
      scheme_code: fc.constantFrom('icrc-pr', 'tx-mhps'),
    }),
  })
  .map(({ day, ...given }) => fact({ ...given, on: onDate.add({ days: day }).toString() }));
const anyFacts = fc.uniqueArray(anyFact, { maxLength: 60, selector: ({ id }) => id });

describe('evaluate', () => {
  it('never un-meets a minimum when evidence is added', () => {
    const minimum = (id: string) =>
      /^(training|practice|supervision|education|lived_experience|code_of_ethics)/.test(id);
    fc.assert(
      fc.property(anyFacts, anyFacts, (before, added) => {
        const known = new Set(before.map(({ id }) => id));
        const more = [...before, ...added.filter(({ id }) => !known.has(id))];
        const states = new Map(flat(evaluate(scheme, more, onDate).clauses).map((clause) => [clause.id, clause.state]));
        for (const clause of flat(evaluate(scheme, before, onDate).clauses)) {
          if (minimum(clause.id) && clause.state !== 'still_needed')
            expect(states.get(clause.id)).not.toBe('still_needed');
        }
      }),
    );
  });

  it('gives the same tree for the same facts in any order', () => {
    const shuffled = anyFacts.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
    );
    fc.assert(
      fc.property(shuffled, ([facts, other]) => {
        expect(JSON.stringify(evaluate(scheme, other, onDate))).toBe(JSON.stringify(evaluate(scheme, facts, onDate)));
      }),
    );
  });

  it('is met exactly when every clause is, and a whole exactly when its own need and all its parts are', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { met, clauses } = evaluate(scheme, facts, onDate);
        expect(met).toBe(clauses.every(({ state }) => state !== 'still_needed'));
        for (const { state, unit, have, need, children } of flat(clauses)) {
          if (state === 'waived' || children.length === 0) continue;
          const enough = unit !== 'minutes' || have! >= need!;
          expect(state === 'met').toBe(enough && children.every((child) => child.state !== 'still_needed'));
        }
      }),
    );
  });

  it('counts or explains every fact of a kind it asks for, and no minute twice within a whole', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const whole of evaluate(scheme, facts, onDate).clauses) {
          if (whole.unit !== 'minutes') continue;
          const refs = [...whole.counted, ...whole.notCounted.map(({ ref }) => ref)].filter(
            ({ kind }) => kind === whole.id,
          );
          const seen = new Set(refs.map(({ factId }) => factId));
          expect(seen.size).toBe(facts.filter(({ kind }) => kind === whole.id).length);
          const counted = whole.counted.reduce((sum, ref) => sum + (ref.minutes ?? 0), 0);
          expect(whole.have).toBe(counted);
          if (whole.id !== 'supervision') {
            expect(whole.children.reduce((sum, child) => sum + child.have!, 0)).toBe(whole.have);
          }
        }
      }),
    );
  });

  it('names an earliest date that is never before the question while something is still needed', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { met, earliestOn } = evaluate(scheme, facts, onDate);
        const order = Temporal.PlainDate.compare(earliestOn!, onDate);
        expect(met ? order <= 0 : order >= 0).toBe(true);
      }),
    );
  });

  it('tells that no attempt is left when the scheme limits them', () => {
    const exam = { ...scheme.definition.exam!, max_attempts: 1 };
    const limited = { ...scheme, definition: { ...scheme.definition, exam } };
    const facts = [
      fact({ id: 'only', kind: 'exam', code: 'icrc-pr', on: '2025-01-01', value: { score: 499 } }),
      fact({ id: 'second', kind: 'exam', code: 'icrc-pr', on: '2025-12-01', value: { score: 600 } }),
    ];
    const tree = evaluate(limited, facts, onDate);
    expect(tree.earliestOn).toBeNull();
    expect(tree.clauses.find(({ id }) => id === 'exam')).toMatchObject({
      state: 'still_needed',
      reasons: [{ code: 'needed.no_attempt_left', values: { attempts: 1 } }],
    });
  });

  it('leaves out the clauses a scheme does not have', () => {
    const definition = { ...scheme.definition, training: null, practice: null, supervision: null, exam: null };
    const ids = evaluate({ ...scheme, definition }, [], onDate).clauses.map(({ id }) => id);
    expect(ids).toEqual(['lived_experience', 'education', 'residency', 'code_of_ethics']);
  });
});

describe('evaluateRenewal', () => {
  const termStart = Temporal.PlainDate.from('2024-03-02');
  const ce = (id: string, on: string, hours: Record<string, number>) =>
    fact({ id, kind: 'continuing_education', on, topics: hours, body: 'body' });
  const renewal = (...facts: ReturnType<typeof ce>[]) =>
    evaluateRenewal(scheme, facts, onDate, { termStartsOn: termStart });

  it('is met by twenty hours of which six are ethics, from the first to the last day', () => {
    const tree = renewal(ce('a', '2024-03-02', { ethics: 6 }), ce('b', '2026-03-01', { peer_recovery: 14 }));
    expect(tree.met).toBe(true);
    expect(String(tree.earliestOn)).toBe('2026-03-01');
  });

  it('needs the ethics even when there are hours enough', () => {
    const tree = renewal(ce('a', '2025-01-01', { ethics: 5.5, peer_recovery: 40 }));
    expect(tree.met).toBe(false);
    expect(tree.clauses[0]!.children[0]).toMatchObject({ id: 'continuing_education.ethics', have: 330, need: 360 });
  });

  it('needs the whole even when there is ethics enough', () => {
    const [clause] = renewal(ce('a', '2025-01-01', { ethics: 19 })).clauses;
    expect(clause).toMatchObject({
      state: 'still_needed',
      reasons: [{ code: 'needed.hours', values: { minutes: 60 } }],
    });
  });

  it('does not count what was done before the term', () => {
    const [clause] = renewal(ce('a', '2024-03-01', { ethics: 20 })).clauses;
    expect(clause).toMatchObject({ have: 0, notCounted: [{ reason: { code: 'not_counted.before_term' } }] });
  });
});
