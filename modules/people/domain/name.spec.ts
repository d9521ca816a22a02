import fc from 'fast-check';
import { tidyName } from '../../../src/kernel/tidy-name.js';
import { displayName, nameProblem } from './name.js';

describe('a name', () => {
  it.each([
    ['Arabic', 'فاطمة الزهراء بنت محمد'],
    ['Devanagari', 'क्षितिज श्रीवास्तव'],
    ['Vietnamese', 'Nguyễn Thị Ánh Tuyết'],
    ['Chinese', '欧阳修'],
    ['Cherokee', 'ᏍᏏᏉᏯ'],
    ['Hangul', '김수현'],
    ['Persian with a joiner', 'علی‌رضا'],
    ['one letter', 'Ø'],
    ['an emoji of several code points', 'Robin 👩🏽‍🚒'],
    ['digits and signs', "X Æ A-12 d'O'Neill"],
  ])('is kept as it is: %s', (_, name) => {
    expect(tidyName(name)).toBe(name.normalize('NFC'));
    expect(nameProblem(tidyName(name))).toBeNull();
  });

  it('is the same name whether its accents were typed in one piece or in two', () => {
    const inTwo = 'Nguyễn'.normalize('NFD');
    expect(inTwo).not.toBe('Nguyễn');
    expect(tidyName(inTwo)).toBe('Nguyễn');
  });

  it('loses surrounding and doubled white space, line breaks and control characters, and nothing else', () => {
    expect(tidyName('  Ana \t María\n de la\u0000 Cruz ')).toBe('Ana María de la Cruz');
  });

  it('cannot turn the text around it the other way', () => {
    expect(tidyName('Robin\u202E elpmaxE')).toBe('Robin elpmaxE');
  });

  it('may have 200 characters as a reader counts them, in any script, and not 201', () => {
    expect(nameProblem('क्षि'.repeat(200))).toBeNull();
    expect(nameProblem('é'.repeat(201))).toBe('too_long');
  });

  it('is not taken for a name when its marks pile up without end', () => {
    expect(nameProblem(`a${'\u0301'.repeat(1500)}`)).toBe('too_long');
  });

  it('is missing when nothing readable was typed', () => {
    expect(nameProblem(tidyName(' \n\t'))).toBe('missing');
    expect(nameProblem(tidyName('\u200D \u200E'))).toBe('missing');
  });

  it('tidied twice is tidied once, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const once = tidyName(text);
        expect(tidyName(once)).toBe(once);
        expect(once).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      }),
    );
  });

  it('chosen by the person stands before the legal one', () => {
    expect(displayName({ legalName: 'Robin Example', chosenName: 'Rob' })).toBe('Rob');
    expect(displayName({ legalName: 'Robin Example', chosenName: null })).toBe('Robin Example');
  });
});
