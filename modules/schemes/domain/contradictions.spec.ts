import { schemeOf } from '../../../test/scenarios/support/asking.js';
import { sampleScheme } from '../../../test/scenarios/support/sample-scheme.js';
import { contradictions } from './contradictions.js';

const exam = (rule: Record<string, unknown>) => ({
  exam: {
    items: null,
    minutes: null,
    score: { type: 'pass_fail', pass: null, method: null },
    retest_wait: null,
    max_attempts: null,
    ...rule,
  },
});
const training = (rule: Record<string, unknown>) => ({ training: { total_hours: 40, buckets: [], ...rule } });
const practice = (rule: Record<string, unknown>) => ({
  practice: { total_hours: 40, kinds: ['paid'], buckets: [], ...rule },
});
const supervision = (rule: Record<string, unknown>) => ({
  supervision: { received_hours: null, supervisor: { qualification: 'q' }, ...rule },
});
const rule = (...prerequisites: unknown[]) => ({ prerequisites });
const stages = (...list: unknown[]) => ({ credential: { stages: list } });
const full = { code: 'full', validity: 'P2Y' };
const renewal = (given: Record<string, unknown>, ce: Record<string, unknown> = {}) => ({
  renewal: { ...sampleScheme().renewal, ...given, ce: { ...sampleScheme().renewal.ce, ...ce } },
});
const lapse = (...tiers: unknown[]) => ({ lapse: { grace: 'P0D', tiers } });
const reciprocity = (given: Record<string, unknown>) => ({
  reciprocity: { mode: 'board', requires: ['active'], ...given },
});
const ways = [
  { code: 'active', kind: 'signature' },
  { code: 'release', kind: 'signature' },
];

/** What a board might write, where the contradiction is, and what is said about it. */
const impossible: [string, Record<string, unknown>, string, RegExp][] = [
  [
    'parts above the total',
    training({ buckets: [{ domain: 'core', min_hours: 41 }] }),
    'training.total_hours',
    /add up to 41/,
  ],
  [
    'a domain twice',
    training({
      buckets: [
        { domain: 'core', min_hours: 1 },
        { domain: 'core', min_hours: 1 },
      ],
    }),
    'training.buckets.1.domain',
    /listed twice/,
  ],
  [
    'a part that its cap keeps empty',
    training({ buckets: [{ domain: 'core', min_hours: 10 }], caps: [{ of: { topic: 'core' }, max_hours: 9 }] }),
    'training.buckets.0',
    /caps leave 9/,
  ],
  [
    'caps on every delivery that leave too little',
    training({
      caps: ['in_person', 'live_online', 'self_paced'].map((delivery) => ({ of: { delivery }, max_percent: 30 })),
    }),
    'training.caps',
    /leave 36 hours/,
  ],
  [
    'caps on every topic that leave too little',
    training({ buckets: [{ domain: 'core', min_hours: 1 }], caps: [{ of: { topic: 'core' }, max_hours: 39 }] }),
    'training.caps',
    /leave 39 hours/,
  ],
  [
    'a cap twice',
    training({
      caps: [
        { of: { category: 'x' }, max_hours: 9 },
        { of: { category: 'x' }, max_hours: 8 },
      ],
    }),
    'training.caps.1',
    /listed twice/,
  ],
  [
    'shares above the whole',
    training({
      shares: [
        { of: { delivery: 'in_person' }, min_percent: 60 },
        { of: { delivery: 'self_paced' }, min_percent: 50 },
      ],
    }),
    'training.shares',
    /110 percent/,
  ],
  [
    'a share that a cap forbids',
    training({
      caps: [{ of: { delivery: 'in_person' }, max_hours: 10 }],
      shares: [{ of: { delivery: 'in_person' }, min_percent: 50 }],
    }),
    'training.shares.0',
    /less than this share/,
  ],
  [
    'an order after nothing',
    training({ buckets: [{ domain: 'core', min_hours: 1, after: 'basics' }] }),
    'training.buckets.0.after',
    /no part of these hours/,
  ],
  [
    'an order in a circle',
    training({
      buckets: [
        { domain: 'a', min_hours: 1, after: 'b' },
        { domain: 'b', min_hours: 1, after: 'a' },
      ],
    }),
    'training.buckets.0.after',
    /after itself/,
  ],
  ['a look-back of nothing', training({ within: 'P0D' }), 'training.within', /that recent/],
  [
    'different hours from oneself',
    training({ different_hours_from: ['icrc-pr'] }),
    'training.different_hours_from',
    /themselves/,
  ],
  ['a time without a beginning', practice({ must_finish_within: 'P6M' }), 'practice.must_finish_within', /from when/],
  [
    'practice that waits for its own certification',
    practice({ counts_from: 'initial_certification' }),
    'practice.counts_from',
    /asks for it before/,
  ],
  [
    'practice after an exam that is not held',
    practice({ counts_from: 'exam_passed' }),
    'practice.counts_from',
    /has none/,
  ],
  [
    'a ratio without practice',
    supervision({ ratio: { hours: 1, per_practice_hours: 20 } }),
    'supervision.ratio',
    /asks for none/,
  ],
  [
    'a ratio of nothing',
    { ...practice({}), ...supervision({ ratio: { hours: 1, per_practice_hours: 0 } }) },
    'supervision.ratio',
    /asks for nothing/,
  ],
  [
    'a cadence of an unknown stage',
    supervision({ cadence: [{ stage: 'gold', at_least_every: 'P1W' }] }),
    'supervision.cadence.0.stage',
    /no stage gold/,
  ],
  [
    'a cadence longer than its stage',
    supervision({ cadence: [{ stage: 'full', at_least_every: 'P3Y' }] }),
    'supervision.cadence.0.at_least_every',
    /is over before/,
  ],
  [
    'remediation without a number of attempts',
    exam({ remediation: { after_attempts: 2, training_hours: 6 } }),
    'exam.remediation',
    /no number of attempts/,
  ],
  [
    'remediation after the last attempt',
    exam({ max_attempts: 2, remediation: { after_attempts: 2, training_hours: 6 } }),
    'exam.remediation.after_attempts',
    /no attempt is left/,
  ],
  [
    'a time for attempts without a number',
    exam({ attempts_window: 'P1Y' }),
    'exam.attempts_window',
    /no number of attempts/,
  ],
  [
    'a wait as long as the time for attempts',
    exam({ max_attempts: 2, attempts_window: 'P90D', retest_wait: 'P90D' }),
    'exam.retest_wait',
    /as long as/,
  ],
  ['an area twice', exam({ areas: ['advocacy', 'advocacy'] }), 'exam.areas.1', /listed twice/],
  ['a prerequisite twice', rule(ways[0], ways[0]), 'prerequisites.1.code', /listed twice/],
  [
    'a prerequisite with the name of a rule',
    rule({ code: 'training', kind: 'signature' }),
    'prerequisites.0.code',
    /another rule/,
  ],
  [
    'more ways than there are',
    rule({ code: 'choice', kind: 'any_of', at_least: 3, of: ways }),
    'prerequisites.0.at_least',
    /3 of 2 ways/,
  ],
  [
    'a way twice',
    rule({ code: 'choice', kind: 'any_of', of: [ways[0], ways[0]] }),
    'prerequisites.0.of',
    /listed twice/,
  ],
  [
    'a figure between nothing',
    rule({ code: 'age', kind: 'number', min: 18, max: 17 }),
    'prerequisites.0.max',
    /at least 18/,
  ],
  [
    'a credential of nobody',
    rule({ code: 'active', kind: 'credential' }),
    'prerequisites.0.kind',
    /neither which scheme/,
  ],
  [
    'the credential itself',
    rule({ code: 'active', kind: 'credential', scheme: 'icrc-pr' }),
    'prerequisites.0.scheme',
    /itself/,
  ],
  [
    'time since an exam that is not held',
    rule({ code: 'wait', kind: 'elapsed', since: 'exam_passed', at_least: 'P1M' }),
    'prerequisites.0.since',
    /waits for the exam/,
  ],
  [
    'time since a certification that waits for it',
    rule({ code: 'wait', kind: 'elapsed', since: 'initial_certification', at_least: 'P1M' }),
    'prerequisites.0.since',
    /it is asked for/,
  ],
  [
    'no time at all',
    rule({ code: 'wait', kind: 'elapsed', since: 'application', at_least: 'P0D' }),
    'prerequisites.0.at_least',
    /no time/,
  ],
  [
    'hours of nothing',
    rule({ code: 'more', kind: 'hours', of: 'training', min_hours: 0 }),
    'prerequisites.0.min_hours',
    /no hours/,
  ],
  [
    'a type that is not among the types',
    rule({ code: 'lived', kind: 'attestation', type: 'self', any_of: ['parent'] }),
    'prerequisites.0.any_of',
    /not among/,
  ],
  [
    'a requirement of an endorsement in a choice without a way',
    { endorsements: [{ code: 'youth', requires: [{ code: 'choice', kind: 'any_of', at_least: 3, of: ways }] }] },
    'endorsements.0.requires.0.at_least',
    /3 of 2/,
  ],
  ['an endorsement twice', { endorsements: ['adult', 'adult'] }, 'endorsements.1', /listed twice/],
  ['a stage twice', stages(full, full), 'credential.stages.1.code', /listed twice/],
  [
    'a stage that nothing leads to',
    stages({ code: 'initial', validity: 'P6M' }, full),
    'credential.stages.1',
    /nothing leads to the stage full/,
  ],
  ['extensions of unknown length', stages({ ...full, extensions: 1 }), 'credential.stages.0.extensions', /by how long/],
  [
    'an extension that is never given',
    stages({ ...full, extension: 'P6M' }),
    'credential.stages.0.extension',
    /how often/,
  ],
  [
    'a stage that is never valid',
    stages({ ...full, validity: 'P0D' }),
    'credential.stages.0.validity',
    /never be valid/,
  ],
  [
    'a fixed day that is not in every year',
    stages({ ...full, starts: { fixed_day: '02-29', years: 'odd' } }),
    'credential.stages.0.starts.fixed_day',
    /no day 02-29/,
  ],
  [
    'a fixed day that does not exist',
    stages({ ...full, starts: { fixed_day: '04-31', years: 'every' } }),
    'credential.stages.0.starts.fixed_day',
    /no day 04-31/,
  ],
  [
    'a term from an exam that is not held',
    stages({ ...full, starts: 'exam_pass_date' }),
    'credential.stages.0.starts',
    /has none/,
  ],
  ['a rule of an unknown stage', training({ stage: 'gold' }), 'training.stage', /no stage gold/],
  [
    'a requirement of an unknown stage',
    rule({ code: 'x', kind: 'signature', stage: 'gold' }),
    'prerequisites.0.stage',
    /no stage gold/,
  ],
  ['a cycle of no length', renewal({ cycle: 'P0D', opens_before_expiry: null }), 'renewal.cycle', /cannot be renewed/],
  [
    'a renewal that opens before its term',
    renewal({ opens_before_expiry: 'P25M' }),
    'renewal.opens_before_expiry',
    /longer than the cycle/,
  ],
  ['something asked again that was never asked', renewal({ also: ['oath'] }), 'renewal.also.0', /no prerequisite oath/],
  [
    'more carried over than a term asks for',
    renewal({}, { carry_over: { max_hours: 21 } }),
    'renewal.ce.carry_over.max_hours',
    /more could be carried/,
  ],
  [
    'education that is always waived',
    renewal({}, { waived_when_certified_less_than: 'P3Y' }),
    'renewal.ce.waived_when_certified_less_than',
    /never be asked/,
  ],
  ['reciprocity that asks for nothing', reciprocity({ requires: [] }), 'reciprocity.requires', /asks for nothing/],
  [
    'more ethics than education',
    reciprocity({ ce: { hours: 5, ethics: 6, within: 'P2Y' } }),
    'reciprocity.ce.ethics',
    /more ethics/,
  ],
  [
    'more hours than there are',
    reciprocity({ practice_hours: { hours: 800, within: 'P1M' } }),
    'reciprocity.practice_hours',
    /not so many hours/,
  ],
  [
    'a grace with nothing to do in it',
    { lapse: { grace: 'P1M', tiers: [{ from: 'P0D', to: null, public_status: null, action: 'reapply' }] } },
    'lapse.grace',
    /nothing can be renewed/,
  ],
  [
    'tiers that get easier again',
    lapse(
      { from: 'P0D', to: 'P1M', public_status: null, action: 'reapply' },
      { from: 'P1M', to: null, public_status: null, action: 'renew_late' },
    ),
    'lapse.tiers.1.action',
    /cannot come again/,
  ],
  [
    'a source for nothing',
    { sourced: { 'exam.fee': { source: 'S3', confidence: 'A' } } },
    'sourced.exam.fee',
    /no exam\.fee/,
  ],
];

describe('a scheme is refused for', () => {
  it.each(impossible)('%s', (...[, written, path, reason]) => {
    const found = contradictions(schemeOf(written));
    expect(found.map((one) => one.path.join('.'))).toContain(path);
    expect(found.find((one) => one.path.join('.') === path)!.reason).toMatch(reason);
  });

  it('nothing when its rules can be met', () => {
    expect(contradictions(schemeOf({}))).toEqual([]);
    expect(contradictions(sampleScheme())).toEqual([]);
  });
});
