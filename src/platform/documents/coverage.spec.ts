import { describe, expect, it } from '@jest/globals';
import { unprintable } from './coverage.js';

describe('characters that the documents cannot print', () => {
  it.each([
    'Zoë O’Brien',
    'Nguyễn Thị Ánh',
    'Nguye\u0302\u0303n',
    'عبد الرحمن',
    'श्रीमती',
    '欧阳晓明',
    '김서연',
    'ᏩᎭᏯ',
    'Щербакова Ελένη',
    'Ana\u200d\u2067 Ruiz\n',
  ])('are none in %s', (name) => expect(unprintable(name)).toEqual([]));

  it('are named once each, in the order of the text', () => {
    expect(unprintable('Sam 👩🏽‍🚀 Lee 😀😀 𒀀')).toEqual(['👩🏽‍🚀', '😀', '𒀀']);
  });

  it('are control characters too', () => {
    expect(unprintable('Sam\u0007')).toEqual(['\u0007']);
  });

  it('are marks that no font puts on that letter', () => {
    expect(unprintable('Ꮹ\u0651')).toEqual(['Ꮹ\u0651']);
  });
});
