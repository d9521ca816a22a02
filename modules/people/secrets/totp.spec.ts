import { Temporal } from 'temporal-polyfill';
import { newTotpSecret, totpCode, totpStep, totpUri } from './totp.js';

/** RFC 6238, appendix B, SHA-1: the key "12345678901234567890"; its last six digits. */
const RFC_KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

describe('a code of an authenticator', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [2_000_000_000, '279037'],
  ])('is that of RFC 6238 at second %d', (seconds, code) => {
    expect(totpCode(RFC_KEY, at(seconds))).toBe(code);
    expect(totpStep({ secret: RFC_KEY, code, now: at(seconds), lastUsedStep: null })).toBe(Math.floor(seconds / 30));
  });

  it('counts when the phone is half a minute off, and not when it is a whole one', () => {
    const secret = newTotpSecret();
    const now = at(1_800_000_000);
    const step = (offset: number) =>
      totpStep({ secret, code: totpCode(secret, now.add({ seconds: offset })), now, lastUsedStep: null });
    expect([step(-30), step(0), step(30)].map((one) => one !== null)).toEqual([true, true, true]);
    expect([step(-61), step(90)]).toEqual([null, null]);
  });

  it('counts once: neither it nor an older one is taken again', () => {
    const secret = newTotpSecret();
    const now = at(1_800_000_000);
    const code = totpCode(secret, now);
    const first = totpStep({ secret, code, now, lastUsedStep: null });
    expect(totpStep({ secret, code, now, lastUsedStep: first })).toBeNull();
    const older = totpCode(secret, now.subtract({ seconds: 30 }));
    expect(totpStep({ secret, code: older, now, lastUsedStep: first })).toBeNull();
  });

  it('may be typed with a space, and nothing else is a code', () => {
    const now = at(59);
    expect(totpStep({ secret: RFC_KEY, code: '287 082', now, lastUsedStep: null })).toBe(1);
    for (const code of ['', '28708', '2870820', 'abcdef']) {
      expect(totpStep({ secret: RFC_KEY, code, now, lastUsedStep: null })).toBeNull();
    }
  });

  it('comes from a key that any authenticator app reads', () => {
    expect(totpUri(RFC_KEY, 'robin@example.org')).toMatch(/^otpauth:\/\/totp\/Goodstanding:robin%40example\.org\?/);
  });
});
