import { linkedParts } from './letters.page.js';

describe('a letter on the page of its reader', () => {
  it('lets an address in it be pressed, without what ends the sentence', () => {
    expect(linkedParts('See https://peers.example/home?a=1. Thank you')).toEqual([
      { text: 'See ' },
      { text: 'https://peers.example/home?a=1', href: 'https://peers.example/home?a=1' },
      { text: '. Thank you' },
    ]);
  });

  it('begins and ends with an address, and keeps every letter and line', () => {
    const text = 'http://a.example/1\n\nor (https://b.example/2)';
    expect(
      linkedParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
    expect(linkedParts(text).flatMap(({ href }) => href ?? [])).toEqual(['http://a.example/1', 'https://b.example/2']);
  });

  it('makes no address of anything that is not one of the web', () => {
    expect(linkedParts('javascript:alert(1) and mailto:a@b.example')).toHaveLength(1);
  });
});
