import { fact } from '../../../../test/scenarios/support/facts.js';
import { asking } from '../../../../test/scenarios/support/asking.js';

const rule = (one: Record<string, unknown>) => ({ prerequisites: [one] });
const document = (id: string, type: string, on = '2026-01-10', value = {}) =>
  fact({ id, kind: 'document', code: type, on, body: 'body', value: { document_type: type, ...value } });

describe('a figure', () => {
  const age = rule({ code: 'age', kind: 'number', min: 18, max: 99 });
  const told = (id: string, number: number, given = {}) =>
    fact({ id, kind: 'declaration', code: 'age', on: '2026-01-01', value: { number }, ...given });

  it('is told by oneself or shown by an accepted document, and has to be in range', () => {
    expect(asking(age, [told('own', 18)]).state('age')).toBe('met');
    expect(asking(age, [document('card', 'age', '2026-01-01', { number: 40 })]).state('age')).toBe('met');
    const other = asking(age, [told('young', 17), told('old', 100)]);
    expect(other.reasons('age')).toEqual({ young: 'other_number', old: 'other_number' });
    expect(other.needs('age')).toEqual(['needed.number_between']);
  });
});

describe('amounts', () => {
  const work = rule({ code: 'work_months', kind: 'amount', unit: 'months', min: 12, within: 'P3Y' });
  const months = (id: string, on: string, amount: number, unit = 'months') =>
    document(id, 'work_months', on, { amount, unit });

  it('add up over documents to the day on which they are enough', () => {
    const answer = asking(work, [months('b', '2025-06-01', 5), months('a', '2024-01-01', 7)]);
    expect([answer.state('work_months'), answer.earliest('work_months')]).toEqual(['met', '2025-06-01']);
  });

  it('do not add up what is too old or of another unit', () => {
    const answer = asking(work, [
      months('old', '2023-02-28', 11),
      months('first', '2023-03-01', 11),
      months('y', '2025-01-01', 2, 'years'),
    ]);
    expect(answer.reasons('work_months')).toEqual({ old: 'too_old', y: 'no_amount' });
    expect(answer.clause('work_months').reasons).toEqual([
      { code: 'needed.amount', values: { amount: 1, unit: 'months' } },
    ]);
  });
});

describe('a look-back', () => {
  const oath = (within: string) => rule({ code: 'code_of_ethics', kind: 'signature', within });
  const signed = (on: string) => fact({ id: 'signed', kind: 'signature', code: 'code_of_ethics', on });

  it.each([
    ['P1Y', '2024-02-29', '2025-02-28', 'met'],
    ['P1Y', '2024-02-29', '2025-03-01', 'still_needed'],
    ['P1M', '2026-02-28', '2026-03-31', 'met'],
    ['P1M', '2026-02-27', '2026-03-31', 'still_needed'],
    ['P6Y', '2020-02-29', '2026-02-28', 'met'],
    ['P90D', '2025-12-01', '2026-03-01', 'met'],
    ['P90D', '2025-11-30', '2026-03-01', 'still_needed'],
  ])('of %s: signed %s, asked on %s, is %s', (within, signedOn, on, state) => {
    expect(asking(oath(within), [signed(signedOn)], on).state('code_of_ethics')).toBe(state);
  });
});

describe('several documents', () => {
  const letters = rule({ code: 'colleague', kind: 'document', at_least: 3 });

  it('have to be different ones: the same file twice is one', () => {
    const letter = (id: string, sha256: string, on: string) => document(id, 'colleague', on, { sha256 });
    const two = [letter('a', 'x', '2026-01-01'), letter('b', 'x', '2026-01-02'), letter('c', 'y', '2026-01-03')];
    expect(asking(letters, two).clause('colleague')).toMatchObject({ have: 2, need: 3, state: 'still_needed' });
    const three = asking(letters, [...two, letter('d', 'z', '2026-01-04')]);
    expect([three.state('colleague'), three.earliest('colleague')]).toEqual(['met', '2026-01-04']);
  });
});

describe('an attestation of a type', () => {
  const lived = rule({ code: 'lived_experience', kind: 'attestation', any_of: ['self', 'parent'] });
  const attested = (type: string) =>
    fact({ id: type, kind: 'attestation', code: 'lived_experience', on: '2026-01-01', value: { type } });

  it('counts when its type is among those asked for', () => {
    expect(asking(lived, [attested('parent')]).state('lived_experience')).toBe('met');
    expect(asking(lived, [attested('teacher')]).reasons('lived_experience')).toEqual({ teacher: 'other_type' });
  });
});

describe('a background check', () => {
  const check = rule({ code: 'criminal_history_and_registry', kind: 'background_check', within: 'P1Y' });
  const result = (id: string, on: string, value: string, by?: 'self') =>
    fact({ id, kind: 'background_check', on, value: { result: value }, ...(by && { by }) });

  it('has to be clear, recent and recorded by the body, and only the last one speaks', () => {
    const state = (...facts: ReturnType<typeof result>[]) =>
      asking(check, facts).state('criminal_history_and_registry');
    expect(state(result('a', '2026-01-01', 'clear'))).toBe('met');
    expect(state(result('a', '2025-02-28', 'clear'))).toBe('still_needed');
    expect(state(result('a', '2026-01-01', 'clear', 'self'))).toBe('still_needed');
    expect(state(result('a', '2026-01-01', 'clear'), result('b', '2026-02-01', 'listed'))).toBe('still_needed');
    expect(state(result('b', '2026-01-01', 'listed'), result('a', '2026-02-01', 'clear'))).toBe('met');
  });

  it('with an open result asks for the answer of the body, in words that shame nobody', () => {
    const answer = asking(check, [result('a', '2026-01-01', 'listed')]);
    expect(answer.needs('criminal_history_and_registry')).toEqual(['needed.background_answer']);
    expect(answer.reasons('criminal_history_and_registry')).toEqual({ a: 'not_settled' });
  });
});

describe('a credential', () => {
  const event = (code: string, on: string, value = {}) =>
    fact({
      id: `${code} ${on}`,
      kind: 'credential_event',
      code,
      on,
      value: { credential_id: 'c', scheme_code: 'tx-mhps', ...value },
    });
  const held = rule({ code: 'active', kind: 'credential', scheme: 'tx-mhps' });
  const issued = event('issued', '2024-03-01', { expires_on: '2026-03-01' });

  it.each([
    ['on its last valid day', [issued], '2026-03-01', 'met'],
    ['on the day after', [issued], '2026-03-02', 'still_needed'],
    [
      'renewed',
      [issued, event('renewed', '2026-02-01', { starts_on: '2026-03-02', expires_on: '2028-03-01' })],
      '2026-03-02',
      'met',
    ],
    ['suspended', [issued, event('suspended', '2025-01-01')], '2025-01-01', 'still_needed'],
    ['reinstated', [issued, event('suspended', '2025-01-01'), event('reinstated', '2025-02-01')], '2025-02-01', 'met'],
    [
      'renewed while suspended',
      [issued, event('suspended', '2025-01-01'), event('renewed', '2025-02-01', { expires_on: '2028-03-01' })],
      '2025-03-01',
      'still_needed',
    ],
    ['revoked', [issued, event('revoked', '2025-01-01')], '2025-06-01', 'still_needed'],
  ])('%s', (_, facts, on, state) => {
    expect(asking(held, facts, on).state('active')).toBe(state);
  });

  it('counts as it stood once a line was taken back or restated', () => {
    const line = (one: ReturnType<typeof event>, id: string) => ({ ...one, source: { module: 'credentials', id } });
    const suspended = line(event('suspended', '2025-01-01'), 'line-2');
    const back = event('reversed', '2025-01-10', { amends: 'line-2' });
    expect(asking(held, [issued, suspended, back], '2025-01-20').state('active')).toBe('met');
    const corrected = event('corrected', '2024-03-01', { amends: 'line-1', expires_on: '2025-03-01' });
    expect(asking(held, [line(issued, 'line-1'), corrected], '2025-03-02').state('active')).toBe('still_needed');
  });

  it('of another body is shown by a document where the scheme says so', () => {
    const elsewhere = rule({ code: 'active', kind: 'credential', elsewhere: true });
    expect(asking(elsewhere, [document('card', 'active')]).state('active')).toBe('met');
    expect(asking(held, [document('card', 'active')]).state('active')).toBe('still_needed');
  });
});

describe('time that must have passed', () => {
  const waiting = (since: string) => rule({ code: 'work_experience', kind: 'elapsed', since, at_least: 'P6M' });
  const applied = (on: string) => ({ appliedOn: fact({ id: 'x', kind: 'document', on }).occurredOn });

  it('is counted from the event, month ends included', () => {
    const on = (day: string) => asking(waiting('application'), [], day, applied('2025-08-31'));
    expect([on('2026-02-27').state('work_experience'), on('2026-02-27').earliest()]).toEqual([
      'still_needed',
      '2026-02-28',
    ]);
    expect(on('2026-02-28').state('work_experience')).toBe('met');
  });

  it('names the event while it has not happened, and the first day that is possible', () => {
    const answer = asking(waiting('application'), []);
    expect(answer.clause('work_experience').reasons).toEqual([
      { code: 'needed.event', values: { event: 'application' } },
    ]);
    expect(answer.earliest()).toBe('2026-09-01');
  });
});

describe('a choice', () => {
  const choice = (at_least?: number) =>
    rule({
      code: 'work_or_credits',
      kind: 'any_of',
      ...(at_least && { at_least }),
      of: [
        { code: 'work_months', kind: 'amount', unit: 'months', min: 12 },
        { code: 'college_credits', kind: 'amount', unit: 'credits', min: 24 },
        { code: 'photo_id', kind: 'document' },
      ],
    });
  const credits = document('credits', 'college_credits', '2025-05-01', { amount: 24 });
  const photo = document('photo', 'photo_id', '2025-07-01');

  it('is met by one way, from the day it was gone', () => {
    const answer = asking(choice(), [credits]);
    expect([answer.tree.met, answer.earliest('work_or_credits')]).toEqual([true, '2025-05-01']);
  });

  it('shows every way while it is open, with what each would need', () => {
    const answer = asking(choice(), []);
    expect(answer.ids).toEqual([
      'work_or_credits',
      'work_or_credits.work_months',
      'work_or_credits.college_credits',
      'work_or_credits.photo_id',
    ]);
    expect(answer.needs('work_or_credits')).toEqual(['needed.ways']);
  });

  it('of two asks for two different ways, and is met on the day of the second', () => {
    expect(asking(choice(2), [credits]).clause('work_or_credits')).toMatchObject({
      state: 'still_needed',
      have: 1,
      need: 2,
    });
    expect(asking(choice(2), [credits, photo]).earliest('work_or_credits')).toBe('2025-07-01');
  });

  it('is met by a way that the body waived', () => {
    const waived = fact({
      id: 'w',
      kind: 'waiver',
      code: 'work_or_credits.work_months',
      on: '2026-01-01',
      value: { scheme_code: 'icrc-pr' },
    });
    expect(asking(choice(), [waived]).state('work_or_credits')).toBe('met');
  });
});
