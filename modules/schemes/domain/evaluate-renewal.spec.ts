import { Temporal } from 'temporal-polyfill';
import { fact } from '../../../test/scenarios/support/facts.js';
import { askingToRenew } from '../../../test/scenarios/support/asking.js';

const term = { startsOn: '2024-03-02', on: '2026-03-01' };
const previousTerm = { startsOn: Temporal.PlainDate.from('2022-03-02') };
const renewal = (ce: Record<string, unknown>, rest: Record<string, unknown> = {}) => ({
  renewal: {
    cycle: 'P2Y',
    ce: { total_hours: 20, buckets: [{ topic: 'ethics', min_hours: 6 }], caps: [], carry_over: false, ...ce },
    opens_before_expiry: null,
    ...rest,
  },
});
const learned = (id: string, on: string, topics: Record<string, number>, value = {}) =>
  fact({ id, kind: 'continuing_education', on, topics, body: 'body', value });
const event = (code: string, on: string, value = {}) =>
  fact({
    id: code,
    kind: 'credential_event',
    code,
    on,
    value: { credential_id: 'c', scheme_code: 'icrc-pr', ...value },
  });

describe('hours that go on to the next term', () => {
  const carry = renewal({ carry_over: { max_hours: 5, topics: ['peer_recovery'] } });
  const before = [learned('then', '2023-05-01', { ethics: 6, peer_recovery: 24 })];
  const ask = (facts: typeof before, options = { previousTerm }) =>
    askingToRenew(carry, [...before, ...facts], term, options);

  it('are those beyond the need of the term before, and at most so many', () => {
    const answer = ask([learned('now', '2025-01-01', { ethics: 6, peer_recovery: 9 })]);
    expect(answer.clause('continuing_education')).toMatchObject({ have: 1200, state: 'met' });
    expect(ask([learned('now', '2025-01-01', { ethics: 6, peer_recovery: 8 })]).tree.met).toBe(false);
  });

  it('are told apart from those that the term before used', () => {
    const answer = ask([]);
    expect(answer.clause('continuing_education').have).toBe(300);
    expect(
      answer.clause('continuing_education').notCounted.map(({ ref, reason }) => [ref.minutes, reason.code]),
    ).toEqual([
      [1200, 'not_counted.used_last_term'],
      [300, 'not_counted.over_cap'],
    ]);
  });

  it('are none where the term before is not known, or the scheme lets none go on', () => {
    const now = learned('now', '2025-01-01', { ethics: 6, peer_recovery: 9 });
    expect(askingToRenew(carry, [...before, now], term).tree.met).toBe(false);
    expect(askingToRenew(renewal({}), [...before, now], term, { previousTerm }).tree.met).toBe(false);
  });
});

describe('continuing education', () => {
  it('counts a kind up to its cap', () => {
    const capped = renewal({ caps: [{ of: { category: 'in_service' }, max_hours: 12 }] });
    const inService = learned('a', '2025-01-01', { ethics: 20 }, { category: 'in_service' });
    expect(askingToRenew(capped, [inService], term).clause('continuing_education').have).toBe(720);
  });

  it.each([
    ['2025-03-02', 'waived'],
    ['2025-03-01', 'still_needed'],
  ])('of somebody certified on %s is %s when the term ends on 1 March 2026 and a year is asked', (on, state) => {
    const nebraska = renewal({ waived_when_certified_less_than: 'P12M' });
    const issued = event('issued', on, { expires_on: '2026-03-01' });
    expect(askingToRenew(nebraska, [issued], term).state('continuing_education')).toBe(state);
  });

  it('that was counted for another credential is not counted again', () => {
    const different = renewal({ different_hours_from: ['tx-rsps'] });
    const renewed = event('renewed', '2026-01-01', { scheme_code: 'tx-rsps', counted: { a: 1200 } });
    const answer = askingToRenew(different, [learned('a', '2025-01-01', { ethics: 25 }), renewed], term);
    expect(answer.clause('continuing_education').have).toBe(300);
  });
});

describe('what a renewal asks again', () => {
  const again = {
    prerequisites: [{ code: 'code_of_ethics', kind: 'signature' }],
    ...renewal(
      { total_hours: 0, buckets: [] },
      { also: ['background_check', 'code_of_ethics', 'good_standing', 'no_ethics_violations'] },
    ),
  };
  const signed = (on: string) => fact({ id: 'signed', kind: 'signature', code: 'code_of_ethics', on });
  const checked = (on: string) => fact({ id: 'checked', kind: 'background_check', on, value: { result: 'clear' } });

  it('has to be of this term', () => {
    expect(askingToRenew(again, [signed('2024-03-02'), checked('2025-01-01')], term).tree.met).toBe(true);
    const old = askingToRenew(again, [signed('2024-03-01'), checked('2024-03-01')], term);
    expect([old.reasons('code_of_ethics'), old.reasons('background_check')]).toEqual([
      { signed: 'before_term' },
      { checked: 'before_term' },
    ]);
  });

  it('is not in the way of somebody in good standing, and waits for the body after a suspension', () => {
    const facts = [signed('2025-01-01'), checked('2025-01-01'), event('issued', '2024-03-01')];
    const suspended = askingToRenew(again, [...facts, event('suspended', '2025-02-01')], term);
    expect([suspended.state('good_standing'), suspended.needs('good_standing')]).toEqual([
      'still_needed',
      ['needed.body_answer'],
    ]);
    const lifted = askingToRenew(
      again,
      [...facts, event('suspended', '2023-02-01'), event('reinstated', '2023-03-01')],
      term,
    );
    expect([lifted.state('good_standing'), lifted.state('no_ethics_violations')]).toEqual(['met', 'met']);
  });
});

describe('supervision at a cadence', () => {
  it('is asked over the term in the last stage', () => {
    const monthly = {
      ...renewal({ total_hours: 0, buckets: [] }),
      supervision: {
        received_hours: null,
        cadence: [{ stage: 'full', at_least_every: 'P1M' }],
        supervisor: { qualification: 'q' },
      },
    };
    const supervised = (on: string) =>
      fact({ id: on, kind: 'supervision', on, hours: 1, value: { supervisor_qualification: 'q' } });
    const ask = (...days: string[]) =>
      askingToRenew(monthly, days.map(supervised), { startsOn: '2026-01-31', on: '2026-04-15' });
    expect(ask('2026-02-27', '2026-03-30').state('supervision_cadence')).toBe('met');
    expect(ask('2026-02-28', '2026-03-30').state('supervision_cadence')).toBe('still_needed');
  });
});
