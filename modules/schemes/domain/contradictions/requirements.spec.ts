import { refuses, type Written } from '../../../../test/scenarios/support/contradicting.js';

const rule = (...prerequisites: unknown[]) => ({ prerequisites });
const reciprocity = (given: Written) => ({ reciprocity: { mode: 'board', requires: ['active'], ...given } });
const ways = [
  { code: 'active', kind: 'signature' },
  { code: 'release', kind: 'signature' },
];

describe('rules about single requirements that nobody could meet are refused:', () => {
  refuses([
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
      'a source for nothing',
      { sourced: { 'exam.fee': { source: 'S3', confidence: 'A' } } },
      'sourced.exam.fee',
      /no exam\.fee/,
    ],
  ]);
});
