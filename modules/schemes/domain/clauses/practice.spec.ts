import { fact } from '../../../../test/scenarios/support/facts.js';
import { asking } from '../../../../test/scenarios/support/asking.js';

const stages = {
  stages: [
    { code: 'initial', validity: 'P6M' },
    { code: 'full', validity: 'P2Y' },
  ],
};
const worked = (id: string, on: string, hours: number, given: Partial<Parameters<typeof fact>[0]> = {}) =>
  fact({ id, kind: 'practice', code: 'paid', on, topics: { mentoring: hours }, ...given });
const event = (code: string, on: string, value = {}) =>
  fact({
    id: `${code} ${on}`,
    kind: 'credential_event',
    code,
    on,
    value: { credential_id: 'c', scheme_code: 'icrc-pr', ...value },
  });
const supervised = (on: string, given: Partial<Parameters<typeof fact>[0]> = {}) =>
  fact({
    id: `supervised ${on}`,
    kind: 'supervision',
    on,
    hours: 1,
    value: { supervisor_qualification: 'peer_supervisor' },
    ...given,
  });

describe('practice after initial certification', () => {
  const texas = {
    credential: stages,
    practice: {
      total_hours: 10,
      kinds: ['paid'],
      buckets: [],
      counts_from: 'initial_certification',
      must_finish_within: 'P6M',
    },
  };
  const issued = event('issued', '2025-08-31', { stage: 'initial', expires_on: '2026-02-28' });
  const ask = (facts: Parameters<typeof asking>[1], on?: string) => asking(texas, facts, on, { stage: 'full' });

  it('is asked by the last stage, and not by the first', () => {
    expect(asking(texas, []).ids).toEqual([]);
    expect(ask([]).needs('practice')).toEqual(['needed.hours', 'needed.event']);
  });

  it('counts from the day of certification to the last day of the time, and not a day more', () => {
    const facts = [
      worked('before', '2025-08-30', 2),
      worked('first', '2025-08-31', 4),
      worked('last', '2026-02-28', 6),
      worked('late', '2026-03-01', 2),
    ];
    const answer = ask([...facts, issued]);
    expect(answer.reasons('practice')).toEqual({ before: 'before_start', late: 'after_deadline' });
    expect([answer.tree.met, answer.earliest()]).toEqual([true, '2026-02-28']);
  });

  it('tells until when there is time, and that none is left once it is over', () => {
    expect(ask([issued], '2026-02-28').clause('practice').reasons).toContainEqual({
      code: 'needed.finish_by',
      values: { date: '2026-02-28' },
    });
    const over = ask([issued], '2026-03-01');
    expect(over.needs('practice')).toContain('needed.time_over');
    expect(over.tree.earliestOn).toBeNull();
  });

  it('has the longer time where the credential was extended', () => {
    const extended = event('extended', '2026-02-20', { stage: 'initial', expires_on: '2026-08-31' });
    expect(ask([issued, extended, worked('a', '2026-05-01', 10)], '2026-06-01').tree.met).toBe(true);
  });
});

describe('practice', () => {
  const rule = {
    total_hours: 10,
    kinds: ['paid'],
    buckets: [],
    excludes: ['independent_study'],
    evidence: ['signed_log', 'supervisor_recommendation_letter'],
  };

  it('leaves out what the scheme excludes, and asks for its documents', () => {
    const study = worked('study', '2025-10-01', 10, { value: { activity: 'independent_study' } });
    const answer = asking({ practice: rule }, [study, worked('work', '2025-10-02', 10)]);
    expect(answer.reasons('practice')).toEqual({ study: 'excluded_activity' });
    expect(answer.state('practice.supervisor_recommendation_letter')).toBe('still_needed');
    const letter = fact({
      id: 'letter',
      kind: 'document',
      on: '2026-01-01',
      body: 'body',
      value: { document_type: 'supervisor_recommendation_letter' },
    });
    expect(asking({ practice: rule }, [worked('work', '2025-10-02', 10), letter]).earliest()).toBe('2026-01-01');
  });
});

describe('who signs', () => {
  const rule = (on?: string) => ({
    practice: {
      total_hours: 10,
      kinds: ['paid'],
      buckets: [],
      supervisor: { qualification: 'certified_peer_specialist_supervisor', proven_by: 'register', ...(on && { on }) },
    },
  });
  const qualified = fact({
    id: 'q',
    kind: 'credential_event',
    code: 'issued',
    on: '2025-01-01',
    value: { credential_id: 's', scheme_code: 'certified-peer-specialist-supervisor', expires_on: '2025-12-31' },
  });
  const signers = new Map([['sam', [qualified]]]);
  const signed = (served: string, recorded: string) => worked('work', served, 10, { signer: 'sam', recorded });
  const ask = (one: ReturnType<typeof signed>, on?: string, timeZone = 'UTC') =>
    asking(rule(on), [one], '2026-03-01', { signers, timeZone });

  it.each([
    ['service', '2025-12-31', '2026-01-05T12:00:00Z', undefined],
    ['service', '2024-12-31', '2025-01-05T12:00:00Z', 'signer_not_qualified_then'],
    ['signing', '2024-12-31', '2025-01-05T12:00:00Z', undefined],
    ['signing', '2025-12-31', '2026-01-05T12:00:00Z', 'signer_not_qualified_signing'],
    [undefined, '2025-12-30', '2025-12-31T12:00:00Z', undefined],
    [undefined, '2025-12-31', '2026-01-05T12:00:00Z', 'signer_not_qualified_signing'],
    [undefined, '2024-12-31', '2025-01-05T12:00:00Z', 'signer_not_qualified_then'],
  ])('has to be qualified on the day of: %s (served %s, signed %s)', (on, served, recorded, reason) => {
    expect(ask(signed(served, recorded), on).reasons('practice').work).toBe(reason);
  });

  it('is asked about on the day it was in the zone of the body', () => {
    const newYear = signed('2025-12-31', '2026-01-01T03:00:00Z');
    expect(ask(newYear, 'both', 'America/Chicago').tree.met).toBe(true);
    expect(ask(newYear, 'both', 'Pacific/Auckland').tree.met).toBe(false);
  });

  it('has to be known', () => {
    expect(asking(rule(), [worked('work', '2025-05-01', 10)]).reasons('practice')).toEqual({ work: 'signer_unknown' });
    const stranger = worked('work', '2025-05-01', 10, { signer: 'kim' });
    expect(asking(rule(), [stranger], '2026-03-01', { signers }).reasons('practice')).toEqual({
      work: 'signer_not_qualified_then',
    });
  });
});

describe('supervision', () => {
  const supervisor = { qualification: 'peer_supervisor' };

  it('as a ratio is of the practice hours asked, and of at least the figure that is given', () => {
    const practice = { total_hours: 500, kinds: ['paid'], buckets: [] };
    const ratio = { hours: 1, per_practice_hours: 20 };
    const need = (received_hours: number | null) =>
      asking({ practice, supervision: { received_hours, ratio, supervisor } }, []).clause('supervision').need;
    expect([need(null), need(10), need(30)]).toEqual([25 * 60, 25 * 60, 30 * 60]);
  });

  it('counts the ways it allows', () => {
    const rule = { supervision: { received_hours: 1, modes: ['individual', 'in_person', 'remote'], supervisor } };
    const method = (value: string) =>
      supervised('2026-01-01', { value: { method: value, supervisor_qualification: 'peer_supervisor' } });
    expect(asking(rule, [method('individual_supervision')]).tree.met).toBe(true);
    expect(Object.values(asking(rule, [method('group_supervision')]).reasons('supervision'))).toEqual([
      'supervision_mode',
    ]);
  });

  const weekly = {
    credential: stages,
    supervision: { received_hours: null, cadence: [{ stage: 'initial', at_least_every: 'P1W' }], supervisor },
    prerequisites: [{ code: 'active', kind: 'document', stage: 'full' }],
  };
  const issued = event('issued', '2026-02-02', { stage: 'initial' });
  const ask = (facts: Parameters<typeof asking>[1], on: string) => asking(weekly, facts, on, { stage: 'full' });

  it('at least weekly is kept when every full week has one, the running week left out', () => {
    const kept = ask([issued, supervised('2026-02-08'), supervised('2026-02-09')], '2026-02-22');
    expect(kept.clause('supervision.cadence_initial')).toMatchObject({ state: 'met', have: 2, need: 2 });
  });

  it('names the latest gap', () => {
    const gap = ask([issued, supervised('2026-02-02')], '2026-02-24');
    expect(gap.clause('supervision.cadence_initial').reasons).toEqual([
      { code: 'needed.cadence', values: { from_date: '2026-02-16', date: '2026-02-22' } },
    ]);
    expect(ask([supervised('2026-02-02')], '2026-02-24').needs('supervision.cadence_initial')).toEqual([
      'needed.event',
    ]);
  });
});
