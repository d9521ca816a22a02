import { refuses, type Written } from '../../../../test/scenarios/support/contradicting.js';

const training = (rule: Written) => ({ training: { total_hours: 40, buckets: [], ...rule } });
const practice = (rule: Written) => ({ practice: { total_hours: 40, kinds: ['paid'], buckets: [], ...rule } });
const supervision = (rule: Written) => ({
  supervision: { received_hours: null, supervisor: { qualification: 'q' }, ...rule },
});

describe('rules about hours that nobody could meet are refused:', () => {
  refuses([
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
  ]);
});
