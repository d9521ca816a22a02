import { fact } from '../../../../test/scenarios/support/facts.js';
import { asking } from '../../../../test/scenarios/support/asking.js';

const training = (rule: Record<string, unknown>, prerequisites: unknown[] = []) => ({
  training: { total_hours: 10, buckets: [], ...rule },
  prerequisites,
});
const course = (id: string, topics: Record<string, number>, value = {}, on = '2025-06-01') =>
  fact({ id, kind: 'training', on, topics, value });

describe('caps', () => {
  const halfOnline = training({ caps: [{ of: { delivery: 'self_paced' }, max_percent: 50 }] });
  const online = (hours: number) => course('online', { core: hours }, { delivery: 'self_paced' });

  it('count up to their share of the hours asked, and say what is over it', () => {
    const answer = asking(halfOnline, [online(9)]);
    expect(answer.clause('training')).toMatchObject({ have: 300, state: 'still_needed' });
    expect(answer.clause('training').notCounted).toMatchObject([
      { ref: { factId: 'online', minutes: 240 }, reason: { code: 'not_counted.over_cap' } },
    ]);
  });

  it('leave the rest to other evidence', () => {
    expect(asking(halfOnline, [online(9), course('met', { core: 5 }, { delivery: 'in_person' })]).tree.met).toBe(true);
  });

  it('of nothing keep a category out', () => {
    const none = training({ caps: [{ of: { category: 'staff_meeting' }, max_hours: 0 }] });
    expect(asking(none, [course('meeting', { core: 10 }, { category: 'staff_meeting' })]).reasons('training')).toEqual({
      meeting: 'over_cap',
    });
  });
});

describe('shares', () => {
  const faceToFace = training({ shares: [{ of: { delivery: 'in_person' }, min_percent: 50 }] });

  it('ask for a kind of evidence, whatever there is of others', () => {
    const answer = asking(faceToFace, [course('online', { core: 20 }, { delivery: 'live_online' })]);
    expect(answer.clause('training.share_in_person')).toMatchObject({ have: 0, need: 300, state: 'still_needed' });
    expect(answer.clause('training').have).toBe(300);
  });

  it('are met with half of each', () => {
    const half = [
      course('a', { core: 5 }, { delivery: 'live_online' }),
      course('b', { core: 5 }, { delivery: 'in_person' }),
    ];
    expect(asking(faceToFace, half).tree.met).toBe(true);
  });
});

describe('training from approved providers only', () => {
  const approvedOnly = training({ providers: 'approved_only' });
  const taughtHere = fact({ id: 'own', kind: 'training', code: 'first-steps', on: '2025-06-01', topics: { core: 10 } });
  const approves = ({ code }: { code: string | null }) => code === 'first-steps';

  it('counts a course taught here where the body approved it', () => {
    expect(asking(approvedOnly, [taughtHere]).reasons('training')).toEqual({ own: 'provider_not_approved' });
    expect(asking(approvedOnly, [taughtHere], undefined, { approves: () => false }).tree.met).toBe(false);
    expect(asking(approvedOnly, [taughtHere], undefined, { approves }).tree.met).toBe(true);
  });

  it('asks the acceptance of outside training, whatever code it has', () => {
    const outside = { ...taughtHere, vouchedBy: { method: 'reviewer' as const } };
    expect(asking(approvedOnly, [outside], undefined, { approves }).tree.met).toBe(false);
    expect(asking(approvedOnly, [{ ...outside, value: { approved: true } }]).tree.met).toBe(true);
  });
});

describe('buckets', () => {
  it('that accept the same topics use each hour once, wherever it is needed', () => {
    const overlapping = training({
      total_hours: 10,
      buckets: [
        { domain: 'ethics', min_hours: 4, accepts: ['ethics', 'law_ethics'] },
        { domain: 'law_ethics', min_hours: 6, accepts: ['law_ethics'] },
      ],
    });
    expect(asking(overlapping, [course('law', { law_ethics: 10 })]).tree.met).toBe(true);
    expect(asking(overlapping, [course('law', { law_ethics: 9, ethics: 0.5 })]).clause('training')).toMatchObject({
      have: 570,
      state: 'still_needed',
    });
  });

  it('look back each as far as it says', () => {
    const recent = training({
      buckets: [
        { domain: 'hiv_bloodborne', min_hours: 6, within: 'P6Y' },
        { domain: 'peer_focused', min_hours: 4 },
      ],
    });
    const old = course('old', { hiv_bloodborne: 6, peer_focused: 4 }, {}, '2020-02-28');
    expect(asking(recent, [old]).clause('training').notCounted).toMatchObject([
      { ref: { minutes: 360 }, reason: { code: 'not_counted.too_old' } },
    ]);
    expect(asking(recent, [{ ...old, occurredOn: old.occurredOn.add({ days: 2 }) }], '2026-02-28').tree.met).toBe(true);
  });

  it('that come after another count from the day the other was met', () => {
    const ordered = training({
      buckets: [
        { domain: 'core', min_hours: 4 },
        { domain: 'supplemental_mh', min_hours: 6, after: 'core' },
      ],
    });
    const core = [course('core-1', { core: 2 }, {}, '2025-01-01'), course('core-2', { core: 2 }, {}, '2025-03-01')];
    const early = course('early', { supplemental_mh: 6 }, {}, '2025-02-01');
    expect(asking(ordered, [...core, early]).reasons('training')).toEqual({ early: 'before_part' });
    expect(asking(ordered, [...core, course('later', { supplemental_mh: 6 }, {}, '2025-03-01')]).tree.met).toBe(true);
  });

  it('with a knowledge check count what was passed', () => {
    const checked = training({ buckets: [{ domain: 'core', min_hours: 10, assessment: 'knowledge_check' }] });
    expect(asking(checked, [course('a', { core: 10 })]).reasons('training')).toEqual({ a: 'not_assessed' });
    expect(asking(checked, [course('a', { core: 10 }, { assessment_passed: true })]).tree.met).toBe(true);
  });
});

describe('training', () => {
  it('of approved providers only', () => {
    const approved = training({ providers: 'approved_only' });
    expect(asking(approved, [course('a', { core: 10 })]).reasons('training')).toEqual({ a: 'provider_not_approved' });
    expect(asking(approved, [course('a', { core: 10 }, { approved: true })]).tree.met).toBe(true);
  });

  it('with live interaction', () => {
    const live = training({ live_interaction_required: true });
    expect(asking(live, [course('a', { core: 10 }, { delivery: 'self_paced' })]).reasons('training')).toEqual({
      a: 'not_live',
    });
    expect(asking(live, [course('a', { core: 10 }, { delivery: 'live_online' })]).tree.met).toBe(true);
  });

  it('that went into another credential is not counted again where different hours are asked', () => {
    const different = training({ different_hours_from: ['tx-mhps'] });
    const issued = fact({
      id: 'issued',
      kind: 'credential_event',
      code: 'issued',
      on: '2025-07-01',
      value: { scheme_code: 'tx-mhps', counted: { a: 480 } },
    });
    const answer = asking(different, [course('a', { core: 10 }), issued]);
    expect(answer.clause('training')).toMatchObject({ have: 120, notCounted: [{ ref: { minutes: 480 } }] });
    expect(answer.reasons('training')).toEqual({ a: 'other_credential' });
    expect(asking(training({}), [course('a', { core: 10 }), issued]).tree.met).toBe(true);
  });
});

describe('hours count once', () => {
  const ethics = { code: 'age_18', kind: 'hours', of: 'training', topics: ['ethics'], min_hours: 4 };
  const asked = (rule = {}) => training({ total_hours: 6 }, [{ ...ethics, ...rule }]);

  it('over all rules of a kind: what one takes the other tells', () => {
    const answer = asking(asked(), [course('a', { ethics: 6 })]);
    expect(answer.clause('age_18').have! + answer.clause('training').have!).toBe(360);
    expect(answer.tree.met).toBe(false);
    expect(Object.values({ ...answer.reasons('age_18'), ...answer.reasons('training') })).toContain(
      'counted_elsewhere',
    );
  });

  it('and are shared out so that both are met if they can be, whatever came first', () => {
    expect(asking(asked(), [course('a', { ethics: 4 }), course('b', { core: 6 })]).tree.met).toBe(true);
    expect(asking(asked(), [course('b', { core: 6 }), course('a', { ethics: 4 })]).tree.met).toBe(true);
  });

  it('unless the rule says that they are shared', () => {
    expect(asking(asked({ shared: true }), [course('a', { ethics: 6 })]).tree.met).toBe(true);
  });

  it('in a choice too: the way that leaves enough for the rest is taken', () => {
    const ways = {
      code: 'work_or_credits',
      kind: 'any_of',
      of: [
        { code: 'college_credits', kind: 'hours', of: 'training', topics: ['core'], min_hours: 4 },
        { code: 'work_months', kind: 'hours', of: 'training', topics: ['ethics'], min_hours: 4 },
      ],
    };
    const rule = { training: { total_hours: 6, buckets: [{ domain: 'core', min_hours: 6 }] }, prerequisites: [ways] };
    const answer = asking(rule, [course('a', { core: 6 }), course('b', { ethics: 4 })]);
    expect(answer.tree.met).toBe(true);
    expect(answer.clause('work_or_credits.work_months').have).toBe(240);
  });
});
