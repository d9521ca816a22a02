import { Temporal } from 'temporal-polyfill';
import { isWaiting, needsSecondAdministrator } from './second-factor-removal.js';

const at = (text: string) => Temporal.Instant.from(text);
const now = at('2026-11-22T12:00:00Z');

describe('a second administrator', () => {
  it.each([
    ['a trainee who kept their mailbox', { worksForBody: false, mailboxMovedAt: null }, false],
    ['somebody who works for a body', { worksForBody: true, mailboxMovedAt: null }, true],
    ['a mailbox moved 29 days ago', { worksForBody: false, mailboxMovedAt: at('2026-10-24T12:00:00Z') }, true],
    ['a mailbox moved 30 days ago', { worksForBody: false, mailboxMovedAt: at('2026-10-23T12:00:00Z') }, false],
  ])('%s: %j → %j', (_, person, needed) => {
    expect(needsSecondAdministrator(person, now)).toBe(needed);
  });
});

describe('an asked removal', () => {
  const askedAt = at('2026-11-20T12:00:00Z');
  const step = (text: string) => at(text).epochMilliseconds / 30_000;

  it.each([
    ['nothing happened since', null, null, true],
    ['the app was used before', step('2026-11-20T11:59:30Z'), null, true],
    ['the app was used since', step('2026-11-20T12:00:30Z'), null, false],
    ['a recovery code was used before', null, at('2026-11-19T12:00:00Z'), true],
    ['a recovery code was used since', null, at('2026-11-21T12:00:00Z'), false],
  ])('when %s', (_, lastUsedStep, recoveryCodeUsedAt, waits) => {
    expect(isWaiting(askedAt, { lastUsedStep, recoveryCodeUsedAt }, now)).toBe(waits);
  });

  it('lapses after seven days', () => {
    const unused = { lastUsedStep: null, recoveryCodeUsedAt: null };
    expect(isWaiting(askedAt, unused, at('2026-11-27T11:59:59Z'))).toBe(true);
    expect(isWaiting(askedAt, unused, at('2026-11-27T12:00:00Z'))).toBe(false);
  });
});
