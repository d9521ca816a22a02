import fc from 'fast-check';
import { wellKnownPasswords as wellKnown } from '../secrets/well-known-passwords.js';
import { minimumLength, normalPassword, passwordProblem } from './password-rules.js';

const alone = { secondFactor: false, personal: ['Robin Example', 'robin.e@lantern.example'], wellKnown };
const withFactor = { ...alone, secondFactor: true };

describe('a new password', () => {
  it('may be anything long enough: no kind of character is asked for', () => {
    for (const password of [
      'lantern over quiet water',
      'зелёный автобус едет домой',
      '緑のバスが静かに家に帰ります今日',
      '🌲🌊🪨🌬️🔥🍂🌙⭐🌲🌊🪨🌬️🔥🍂🌙',
      'eight words without any number or sign at all',
    ]) {
      expect(passwordProblem(password, alone)).toBeNull();
    }
  });

  it('needs 15 characters alone and 8 beside a second factor', () => {
    expect(passwordProblem('vetch plover 3', alone)).toBe('too_short');
    expect(passwordProblem('vetch plover 31', alone)).toBeNull();
    expect(passwordProblem('vetchpl', withFactor)).toBe('too_short');
    expect(passwordProblem('vetchplo', withFactor)).toBeNull();
  });

  it('may have 128 characters and not 129', () => {
    const sentence = 'the heron waits where the two rivers meet and the reeds are tall '.repeat(3);
    expect(passwordProblem(sentence.slice(0, 128), alone)).toBeNull();
    expect(passwordProblem(sentence.slice(0, 129), alone)).toBe('too_long');
  });

  it.each(['password', 'qwertyuiop', 'iloveyou1', 'Football!', 'dragon12345'])(
    'is not on the lists: %s',
    (password) => {
      expect(passwordProblem(password, withFactor)).toBe('well_known');
    },
  );

  it.each(['aaaaaaaaaaaaaaaa', 'abcabcabcabcabcabc', 'passwordpassword', '1234567890123456', 'zyxwvutsrqponmlk'])(
    'does not repeat itself: %s',
    (password) => {
      expect(passwordProblem(password, alone)).toBe('repeated');
    },
  );

  it.each(['Goodstanding 2026!!', 'peersupport-recovery', 'robin.example.2026', 'lantern-robin-2026'])(
    'is not made of names around it: %s',
    (password) => {
      expect(passwordProblem(password, alone)).toBe('about_you');
    },
  );

  it('may hold such a word among others', () => {
    expect(passwordProblem('recovery tastes of plums', alone)).toBeNull();
  });

  it('is judged by its length in characters, not by how a keyboard composed them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 160 }), fc.boolean(), (text, secondFactor) => {
        const setting = { ...alone, secondFactor };
        const problem = passwordProblem(text, setting);
        const length = [...normalPassword(text)].length;
        expect(problem === 'too_short' || problem === 'missing').toBe(length < minimumLength(setting));
        expect(problem === 'too_long').toBe(length > 128);
        expect(passwordProblem(text.normalize('NFD'), setting)).toBe(passwordProblem(text.normalize('NFC'), setting));
      }),
    );
  });

  it('never stumbles over a long hostile text', () => {
    const started = performance.now();
    passwordProblem('ab'.repeat(63) + 'c', alone);
    passwordProblem('a'.repeat(127) + 'b', alone);
    expect(performance.now() - started).toBeLessThan(100);
  });
});
