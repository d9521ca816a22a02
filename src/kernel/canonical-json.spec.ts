import { canonicalHash, canonicalJson, sha256 } from './canonical-json.js';

describe('canonical JSON', () => {
  it('is one text whatever order the keys were written in, at any depth', () => {
    const text = '{"a":[{"x":1,"y":2}],"b":null}';
    expect(canonicalJson({ b: null, a: [{ y: 2, x: 1 }] })).toBe(text);
    expect(canonicalJson({ a: [{ x: 1, y: 2 }], b: null })).toBe(text);
  });

  it('keeps the order of a list, which is part of what was said', () => {
    expect(canonicalHash([1, 2])).not.toBe(canonicalHash([2, 1]));
  });

  it('writes numbers and letters as RFC 8785 shows it', () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('leaves out what is not there, so that a missing and an undefined key are the same content', () => {
    expect(canonicalHash({ a: 1, b: undefined })).toBe(canonicalHash({ a: 1 }));
  });

  it('refuses what JSON has no text for', () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
    expect(() => canonicalHash({ minutes: Number.NaN })).toThrow('NaN');
  });
});

describe('the hash of a text', () => {
  it('is the SHA-256 of its UTF-8 bytes, in lower-case hexadecimal', () => {
    // FIPS 180-4's own example, and one letter of two bytes (sha256sum)
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('ü')).toBe('607474ca475a9724d7360aba71a56d5df77e61350e3f724cfa1f46e857e2d85f');
    expect(canonicalHash({ b: 1, a: 2 })).toBe(sha256('{"a":2,"b":1}'));
  });
});
