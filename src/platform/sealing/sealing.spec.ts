import { KeyRing, seal, unseal } from './sealing.js';

const PURPOSE = 'invented files';
const [now, before] = ['present-secret'.padEnd(32, '-'), 'secret-before'.padEnd(32, '-')];

describe('what is sealed', () => {
  const ring = new KeyRing([now], PURPOSE);
  const key = ring.unwrap(ring.newKey('file-1'), 'file-1');

  it('opens for its owner with its key, and shows nothing of its words', () => {
    const sealed = seal(key, Buffer.from('Lantern hill, seven geese'), 'file-1:document-1');
    expect(sealed.toString('latin1')).not.toContain('Lantern');
    expect(unseal(key, sealed, 'file-1:document-1').toString()).toBe('Lantern hill, seven geese');
  });

  it('does not open in another row, with another key, or once a bit of it was changed', () => {
    const sealed = seal(key, Buffer.from('Lantern hill'), 'file-1:document-1');
    expect(() => unseal(key, sealed, 'file-1:document-2')).toThrow();
    const other = new KeyRing([before], PURPOSE);
    expect(() => unseal(other.unwrap(other.newKey('file-1'), 'file-1'), sealed, 'file-1:document-1')).toThrow();
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
    expect(() => unseal(key, changed, 'file-1:document-1')).toThrow();
  });

  it('is never the same twice', () => {
    const [one, two] = [1, 2].map(() => seal(key, Buffer.from('Lantern hill'), 'owner'));
    expect(one).not.toEqual(two);
  });
});

describe('the ring of keys', () => {
  it('opens what an earlier secret wrapped, and wraps the same key anew with the present one', () => {
    const stored = new KeyRing([before], PURPOSE).newKey('file-1');
    const both = new KeyRing([now, before], PURPOSE);
    const rewrapped = both.rewrap(stored, 'file-1');
    expect(rewrapped.keyId).not.toBe(stored.keyId);
    expect(new KeyRing([now], PURPOSE).unwrap(rewrapped, 'file-1')).toEqual(both.unwrap(stored, 'file-1'));
  });

  it('says which secret is missing instead of opening something else', () => {
    const stored = new KeyRing([before], PURPOSE).newKey('file-1');
    expect(() => new KeyRing([now], PURPOSE).unwrap(stored, 'file-1')).toThrow('SECRET_KEYS_BEFORE');
  });

  it('opens no key of another purpose', () => {
    const stored = new KeyRing([now], PURPOSE).newKey('file-1');
    expect(() => new KeyRing([now], 'another purpose').unwrap(stored, 'file-1')).toThrow('SECRET_KEYS_BEFORE');
  });

  it('opens no key of another file', () => {
    const ring = new KeyRing([now], PURPOSE);
    expect(() => ring.unwrap(ring.newKey('file-1'), 'file-2')).toThrow();
  });
});
