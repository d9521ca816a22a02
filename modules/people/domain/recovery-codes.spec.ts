import fc from 'fast-check';
import { readRecoveryCode, recoveryCode } from './recovery-codes.js';

describe('a recovery code', () => {
  it('is read back however it is typed from paper', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (random) => {
        const code = recoveryCode(random);
        expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/);
        expect(readRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')}`)).toBe(code);
      }),
    );
  });

  it('is not six digits, nor any other text', () => {
    for (const text of ['123456', '', 'u'.repeat(16), 'x'.repeat(17)]) expect(readRecoveryCode(text)).toBeNull();
  });
});
