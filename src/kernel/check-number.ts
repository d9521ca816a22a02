/**
 * Numbers that people read off paper: a prefix of two letters, twelve random symbols (60 bits) and a check symbol,
 * `GS-XXXX-XXXX-XXXX-C`.
 *
 * The alphabet leaves out 0, O, 1 and I, which people confuse. Its 32 symbols are the elements of the field GF(2^5), and
 * the check symbol makes Σ αⁱ·sᵢ = 0 with i counted from the right. Since all powers α⁰…α¹² differ and none is zero, every
 * single mistyped symbol and every swap of two symbols, adjacent or not, is caught (a decimal check digit cannot promise that).
 */
export const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const RANDOM_SYMBOLS = 12;
const SYMBOLS = RANDOM_SYMBOLS + 1;
const BITS_PER_SYMBOL = 5;

/** Multiplies a field element by α, modulo the primitive polynomial x⁵ + x² + 1. */
function timesAlpha(element: number): number {
  const shifted = element << 1;
  return shifted & 0b100000 ? (shifted ^ 0b100101) & 0b11111 : shifted;
}

/** Σ αⁱ·sᵢ by Horner's rule, the leftmost symbol having the highest power. */
function checkSum(symbols: readonly number[]): number {
  return symbols.reduce((sum, symbol) => timesAlpha(sum) ^ symbol, 0);
}

function write(prefix: string, symbols: readonly number[]): string {
  const text = symbols.map((symbol) => ALPHABET[symbol]).join('');
  return [prefix, text.slice(0, 4), text.slice(4, 8), text.slice(8, 12), text.slice(12)].join('-');
}

/**
 * Makes a number of random bytes.
 * @param prefix what kind of number it is, two letters
 * @param random at least eight bytes from a cryptographic source; their first 60 bits are used
 */
export function checkNumberFrom(prefix: string, random: Uint8Array): string {
  if (random.length * 8 < RANDOM_SYMBOLS * BITS_PER_SYMBOL) throw new RangeError('a number needs eight random bytes');
  let bits = random.slice(0, 8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) >> 4n;
  const symbols: number[] = [];
  for (let i = 0; i < RANDOM_SYMBOLS; i += 1) {
    symbols.unshift(Number(bits & 31n));
    bits >>= 5n;
  }
  // Horner with a last symbol of zero leaves exactly the symbol that brings the sum to zero (addition is xor).
  return write(prefix, [...symbols, checkSum([...symbols, 0])]);
}

/**
 * Reads what a person typed: spaces, dashes, case and the prefix do not matter.
 * @returns the number as it is printed, or null when it cannot be one (a symbol mistyped, swapped, missing or too many)
 */
export function readCheckNumber(prefix: string, typed: string): string | null {
  const compact = compactOf(typed);
  const isPrefixed = compact.length === SYMBOLS + prefix.length && compact.startsWith(prefix);
  const text = isPrefixed ? compact.slice(prefix.length) : compact;
  if (text.length !== SYMBOLS) return null;
  const symbols = [...text].map((symbol) => ALPHABET.indexOf(symbol));
  if (symbols.includes(-1) || checkSum(symbols) !== 0) return null;
  return write(prefix, symbols);
}

/** Whether somebody typed a number of this kind, with or without a slip in it: it begins with the prefix and is that long. */
export function isTypedAs(prefix: string, typed: string): boolean {
  const compact = compactOf(typed);
  return compact.length === SYMBOLS + prefix.length && compact.startsWith(prefix);
}

function compactOf(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, '');
}
