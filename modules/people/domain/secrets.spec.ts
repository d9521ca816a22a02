import { SecretBox } from './secrets.js';

describe('the box for keys of authenticators', () => {
  const box = new SecretBox('a master key of at least 32 characters');

  it('gives back what was sealed, to the row it was sealed for', () => {
    expect(box.open(box.seal('JBSWY3DPEHPK3PXP', 'row 1'), 'row 1')).toBe('JBSWY3DPEHPK3PXP');
  });

  it('does not show the secret, and seals it differently each time', () => {
    const [a, b] = [box.seal('JBSWY3DPEHPK3PXP', 'row 1'), box.seal('JBSWY3DPEHPK3PXP', 'row 1')];
    expect(a.includes('JBSWY3DPEHPK3PXP')).toBe(false);
    expect(a.equals(b)).toBe(false);
  });

  it('does not open for another row, another key or after a change', () => {
    const sealed = box.seal('JBSWY3DPEHPK3PXP', 'row 1');
    expect(() => box.open(sealed, 'row 2')).toThrow();
    expect(() => new SecretBox('another master key of 32 characters').open(sealed, 'row 1')).toThrow();
    const changed = Buffer.from(sealed);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => box.open(changed, 'row 1')).toThrow();
  });

  it('after the installation got another secret, opens what the one before sealed, and seals with the new one alone', () => {
    const sealed = box.seal('JBSWY3DPEHPK3PXP', 'row 1');
    const [first, second] = ['a secret in between of 32 characters', 'a master key of at least 32 characters'];
    const renewed = new SecretBox('the new master key of 32 characters', [first, second]);
    expect(renewed.open(sealed, 'row 1')).toBe('JBSWY3DPEHPK3PXP');
    expect(() => renewed.open(sealed, 'row 2')).toThrow();
    expect(() => box.open(renewed.seal('JBSWY3DPEHPK3PXP', 'row 1'), 'row 1')).toThrow();
  });
});
