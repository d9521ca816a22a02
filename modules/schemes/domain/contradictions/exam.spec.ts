import { refuses, type Written } from '../../../../test/scenarios/support/contradicting.js';

const exam = (rule: Written) => ({
  exam: {
    items: null,
    minutes: null,
    score: { type: 'pass_fail', pass: null, method: null },
    retest_wait: null,
    max_attempts: null,
    ...rule,
  },
});

describe('rules about the exam that nobody could meet are refused:', () => {
  refuses([
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
  ]);
});
