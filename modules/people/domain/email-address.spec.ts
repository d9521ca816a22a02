import { readEmailAddress } from './email-address.js';

describe('an e-mail address', () => {
  it.each([
    ['Robin@Example.ORG', 'robin@example.org'],
    ['  robin+peers@mail.example.org ', 'robin+peers@mail.example.org'],
    ["o'neill@example.org", "o'neill@example.org"],
    ['用户@例え.example', '用户@xn--r8jz45g.example'],
    ['robin@BÜCHER.example', 'robin@xn--bcher-kva.example'],
  ])('%s is one mailbox, however it is spelled', (typed, key) => {
    expect(readEmailAddress(typed)?.key).toBe(key);
  });

  it('keeps what was typed for the letter', () => {
    expect(readEmailAddress(' Robin@Example.org ')?.address).toBe('Robin@Example.org');
  });

  it.each([
    '',
    'robin',
    '@example.org',
    'robin@',
    'robin@localhost',
    'a b@example.org',
    'robin@exa mple.org',
    'robin@example.org\nbcc: all@example.org',
    'robin@example.org, kim@example.org',
    'Robin <robin@example.org>',
    'a@b@example.org',
    `${'x'.repeat(65)}@example.org`,
    'robin@example.org/path',
    'robin@example.org:25',
  ])('cannot be "%s"', (typed) => {
    expect(readEmailAddress(typed)).toBeNull();
  });
});
