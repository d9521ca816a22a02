import { Temporal } from 'temporal-polyfill';
import { asking, schemeOf } from '../../../test/scenarios/support/asking.js';
import { fact } from '../../../test/scenarios/support/facts.js';
import { evaluate } from './evaluate.js';

const signature = (code: string, rest = {}) => ({ code, kind: 'signature', ...rest });
const signed = (code: string) => fact({ id: code, kind: 'signature', code, on: '2026-01-01' });
const onDate = Temporal.PlainDate.from('2026-03-01');

describe('a question', () => {
  const staged = {
    credential: {
      stages: [
        { code: 'provisional', validity: 'P1Y' },
        { code: 'full', validity: 'P2Y' },
      ],
    },
    prerequisites: [signature('code_of_ethics'), signature('release', { stage: 'full' })],
    training: { total_hours: 1, buckets: [] },
    exam: {
      items: null,
      minutes: null,
      score: { type: 'pass_fail', pass: null, method: null },
      retest_wait: null,
      max_attempts: null,
      stage: 'full',
    },
  };

  it('asks for the rules of one stage: the first, or the one it names', () => {
    expect(asking(staged, []).ids).toEqual(['code_of_ethics', 'training']);
    expect(asking(staged, [], undefined, { stage: 'full' }).ids).toEqual(['release', 'exam']);
  });

  it('about a stage, an endorsement or a reciprocity that is not there is refused', () => {
    const scheme = { id: 'v', bodyId: 'b', definition: schemeOf({ reciprocity: { mode: 'none', requires: [] } }) };
    expect(() => evaluate(scheme, [], onDate, { stage: 'gold' })).toThrow(/no stage gold/);
    expect(() => evaluate(scheme, [], onDate, { endorsements: ['gold'] })).toThrow(/no endorsement gold/);
    expect(() => evaluate(scheme, [], onDate, { route: 'reciprocity' })).toThrow(/takes nobody in/);
  });
});

describe('endorsements', () => {
  const endorsed = { endorsements: ['adult', { code: 'youth', requires: [signature('release')] }] };

  it('ask for what they ask for only from those who want them', () => {
    expect(asking(endorsed, []).ids).toEqual([]);
    expect(asking(endorsed, [], undefined, { endorsements: ['adult', 'youth'] }).ids).toEqual([
      'youth',
      'youth.release',
    ]);
    expect(asking(endorsed, [signed('release')], undefined, { endorsements: ['youth'] }).tree.met).toBe(true);
  });
});

describe('people certified elsewhere', () => {
  const california = {
    prerequisites: [signature('code_of_ethics')],
    training: { total_hours: 80, buckets: [] },
    reciprocity: {
      mode: 'application_plus_exam',
      requires: ['active_other_state'],
      practice_hours: { hours: 1550, within: 'P3Y' },
      ce: { hours: 20, ethics: 6, within: 'P2Y' },
      letters: ['colleague', 'self'],
    },
  };
  const shown = (type: string) =>
    fact({ id: type, kind: 'document', on: '2026-01-01', body: 'body', value: { document_type: type } });
  const complete = [
    signed('code_of_ethics'),
    ...['active_other_state', 'colleague', 'self'].map(shown),
    fact({ id: 'work', kind: 'practice', code: 'paid', on: '2023-03-01', hours: 1550, by: 'registrar' }),
    fact({ id: 'ce', kind: 'continuing_education', on: '2024-03-01', topics: { law_ethics: 6, other: 14 } }),
  ];
  const ask = (facts: typeof complete, on = '2026-03-01') => asking(california, facts, on, { route: 'reciprocity' });

  it('bring what the scheme asks of them instead of training', () => {
    expect(ask(complete).tree.met).toBe(true);
    expect(ask(complete).ids).not.toContain('training');
    expect(asking(california, complete).state('training')).toBe('still_needed');
  });

  it.each(complete.map(({ id }) => id))('still need %s when it is not there', (id) => {
    expect(ask(complete.filter((one) => one.id !== id)).tree.met).toBe(false);
  });

  it('bring recent practice and education: a day later both are too old', () => {
    const answer = ask(complete, '2026-03-02');
    expect([answer.reasons('reciprocity_practice'), answer.reasons('reciprocity_ce')]).toEqual([
      { work: 'too_old' },
      { ce: 'too_old' },
    ]);
  });
});
