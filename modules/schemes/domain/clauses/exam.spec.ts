import { Temporal } from 'temporal-polyfill';
import { fact } from '../../../../test/scenarios/support/facts.js';
import { asking } from '../../../../test/scenarios/support/asking.js';

const exam = (rule: Record<string, unknown>, training: unknown = null) => ({
  training,
  exam: {
    items: null,
    minutes: null,
    score: { type: 'pass_fail', pass: null, method: null },
    retest_wait: null,
    max_attempts: null,
    ...rule,
  },
});
const sat = (on: string, score: number) => fact({ id: on, kind: 'exam', code: 'icrc-pr', on, value: { score } });
const trained = (id: string, on: string, hours: number) =>
  fact({ id, kind: 'training', on, topics: { ethics: hours } });

describe('scores', () => {
  it('as pass or not yet tell no figure', () => {
    const { clause } = asking(exam({}), [sat('2026-01-01', 0)]);
    expect(clause('exam')).toMatchObject({ state: 'still_needed', reasons: [{ code: 'needed.exam_pass_fail' }] });
    expect(clause('exam')).not.toHaveProperty('need');
    expect(asking(exam({}), [sat('2026-01-01', 1)]).tree.met).toBe(true);
  });

  it('in percent are a pass from the cut on', () => {
    const rule = exam({ score: { type: 'percent', pass: 70, method: null } });
    expect(asking(rule, [sat('2026-01-01', 69)]).clause('exam').reasons).toEqual([
      { code: 'needed.exam_percent', values: { pass: 70 } },
    ]);
    expect(asking(rule, [sat('2026-01-01', 70)]).tree.met).toBe(true);
    expect(asking(rule, [sat('2026-01-01', 101)]).reasons('exam')).toEqual({ '2026-01-01': 'no_score' });
  });
});

describe('attempts within a time', () => {
  const rule = exam({ max_attempts: 3, attempts_window: 'P12M' });
  const three = [sat('2025-05-31', 0), sat('2025-08-01', 0), sat('2025-10-01', 0)];

  it('are used up until the time ends, counted from the first sitting', () => {
    const answer = asking(rule, [...three, sat('2026-02-01', 1)]);
    expect(answer.reasons('exam')['2026-02-01']).toBe('beyond_attempts');
    expect([answer.needs('exam'), answer.earliest()]).toEqual([['needed.attempts_again'], '2026-05-31']);
    expect(asking(rule, [...three, sat('2026-05-31', 1)], '2026-06-01').tree.met).toBe(true);
  });

  it('are counted from admission where it is known', () => {
    const admittedOn = Temporal.PlainDate.from('2025-04-01');
    expect(asking(rule, three, '2026-03-01', { admittedOn }).earliest()).toBe('2026-04-01');
  });
});

describe('training before the next sitting', () => {
  const rule = exam(
    { max_attempts: 4, remediation: { after_attempts: 2, training_hours: 6 } },
    { total_hours: 10, buckets: [] },
  );
  const twice = [sat('2025-05-01', 0), sat('2025-08-01', 0)];
  const learned = trained('learned', '2025-01-01', 10);

  it('is asked after so many that were not passed, and is no requirement before', () => {
    expect(asking(rule, [learned, twice[0]!]).ids).not.toContain('exam_remediation');
    expect(asking(rule, [learned, ...twice]).clause('exam_remediation')).toMatchObject({
      need: 360,
      have: 0,
      state: 'still_needed',
    });
  });

  it('is done after the sitting, and a sitting before it is complete does not count', () => {
    const answer = asking(rule, [learned, ...twice, trained('again', '2025-09-01', 6), sat('2025-08-15', 1)]);
    expect(answer.state('exam_remediation')).toBe('met');
    expect(answer.reasons('exam')['2025-08-15']).toBe('before_remediation');
    expect(asking(rule, [learned, ...twice, trained('again', '2025-09-01', 6), sat('2025-09-01', 1)]).tree.met).toBe(
      true,
    );
  });

  it('is not taken from the hours of the training itself', () => {
    const answer = asking(rule, [...twice, trained('all', '2025-09-01', 12)]);
    expect(answer.tree.met).toBe(false);
    expect(answer.clause('training').have! + answer.clause('exam_remediation').have!).toBe(720);
  });
});
