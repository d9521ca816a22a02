import fc from 'fast-check';
import { personNumber, readPersonNumber } from './person-number.js';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const numbers = fc.uint8Array({ minLength: 9, maxLength: 9 }).map(personNumber);

describe("a person's number", () => {
  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(number).toMatch(/^P-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
        expect(readPersonNumber(number)).toBe(number);
        expect(readPersonNumber(` ${number.toLowerCase().replaceAll('-', ' ')} `)).toBe(number);
        expect(readPersonNumber(number.slice(2).replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(number);
      }),
    );
  });

  it('with one character mistyped belongs to nobody, at every place and for every other character', () => {
    const number = personNumber(Uint8Array.from([3, 141, 59, 26, 53, 58, 97, 93, 238]));
    for (const [place, symbol] of [...number].entries()) {
      if (place < 2 || symbol === '-') continue;
      for (const other of ALPHABET.replace(symbol, '')) {
        expect(readPersonNumber(number.slice(0, place) + other + number.slice(place + 1))).toBeNull();
      }
    }
  });

  it('with two different characters exchanged belongs to nobody', () => {
    fc.assert(
      fc.property(numbers, fc.nat(9), fc.nat(9), (number, a, b) => {
        const symbols = [...number.slice(2).replace('-', '')];
        fc.pre(symbols[a] !== symbols[b]);
        [symbols[a], symbols[b]] = [symbols[b] as string, symbols[a] as string];
        expect(readPersonNumber(symbols.join(''))).toBeNull();
      }),
    );
  });

  it('is not any other text', () => {
    for (const text of ['', 'P', 'P-12345', 'hello there', 'P-AAAAA-AAAAU', '١٢٣٤٥٦٧٨٩٠']) {
      expect(readPersonNumber(text)).toBeNull();
    }
  });
});
