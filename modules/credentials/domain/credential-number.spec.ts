import fc from 'fast-check';
import { ALPHABET, numberFrom, readNumber } from './credential-number.js';

const numbers = fc.uint8Array({ minLength: 8, maxLength: 8 }).map(numberFrom);
const compact = (number: string): string[] => [...number.slice(2).replaceAll('-', '')];

describe('a credential number', () => {
  it('reads back as itself however it is typed', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(number).toMatch(/^GS-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]$/);
        expect(readNumber(number)).toBe(number);
        expect(readNumber(` ${number.toLowerCase().replaceAll('-', ' ')} `)).toBe(number);
        expect(readNumber(number.replaceAll('-', '–'))).toBe(number);
        expect(readNumber(compact(number).join(''))).toBe(number);
      }),
    );
  });

  it('is refused with any one symbol mistyped', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const symbols = compact(number);
        for (let at = 0; at < symbols.length; at += 1) {
          for (const other of `${ALPHABET}01OI`) {
            if (other !== symbols[at]) expect(readNumber(symbols.with(at, other).join(''))).toBeNull();
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is refused with any two symbols swapped', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const symbols = compact(number);
        for (let a = 0; a < symbols.length; a += 1) {
          for (let b = a + 1; b < symbols.length; b += 1) {
            if (symbols[a] === symbols[b]) continue;
            const swapped = symbols.with(a, symbols[b] ?? '').with(b, symbols[a] ?? '');
            expect(readNumber(swapped.join(''))).toBeNull();
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is refused when a symbol is missing or doubled', () => {
    fc.assert(
      fc.property(numbers, fc.nat(12), (number, at) => {
        const symbols = compact(number);
        expect(readNumber(symbols.toSpliced(at, 1).join(''))).toBeNull();
        expect(readNumber(symbols.toSpliced(at, 0, symbols[at] ?? '').join(''))).toBeNull();
      }),
    );
  });

  it('keeps a number that itself begins with GS apart from the prefix', () => {
    const random = Uint8Array.from([0b0111_0110, 0b0000_0000, 7, 0, 0, 0, 0, 0]);
    const number = numberFrom(random);
    expect(number.startsWith('GS-GS')).toBe(true);
    expect(readNumber(number)).toBe(number);
    expect(readNumber(number.slice(3))).toBe(number);
  });

  it('uses sixty random bits: numbers do not repeat in a hundred thousand draws', () => {
    const draws = new Set<string>();
    for (let i = 0; i < 100_000; i += 1) draws.add(numberFrom(crypto.getRandomValues(new Uint8Array(8))));
    expect(draws.size).toBe(100_000);
  });
});
