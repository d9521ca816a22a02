/** Crockford's base 32: without I, L, O and U, which are misread or misheard. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SYMBOLS = 10;

/** Multiplication by α in GF(32), reduced by x⁵ + x² + 1. */
function timesAlpha(value: number): number {
  const doubled = value << 1;
  return doubled & 32 ? doubled ^ 0b100101 : doubled;
}

/**
 * Σ αⁱ·dᵢ over GF(32); zero for a well-formed number. The weights differ at every place, so one mistyped character and
 * two exchanged ones, next to each other or not, never give zero again.
 */
function checksum(digits: readonly number[]): number {
  return digits.reduceRight((sum, digit) => timesAlpha(sum) ^ digit, 0);
}

function format(digits: readonly number[]): string {
  const text = digits.map((digit) => ALPHABET[digit]).join('');
  return `P-${text.slice(0, 5)}-${text.slice(5)}`;
}

/**
 * A person's permanent number, `P-7K3M9-QWXT4`: 45 random bits and a check character.
 * @param random nine random bytes or more
 */
export function personNumber(random: Uint8Array): string {
  const free = Array.from(random.subarray(0, SYMBOLS - 1), (byte) => byte % 32);
  if (free.length < SYMBOLS - 1) throw new RangeError('a person number needs nine random bytes');
  // The check digit stands first, with weight 1, so it is the sum of all others.
  return format([checksum([0, ...free]), ...free]);
}

/**
 * Reads a number as people type it: case, spaces and dashes do not matter, O is 0, I and L are 1.
 * @returns the number in its one spelling, or null when it has a slip in it
 */
export function readPersonNumber(text: string): string | null {
  const plain = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const body = plain.length === SYMBOLS + 1 && plain.startsWith('P') ? plain.slice(1) : plain;
  if (body.length !== SYMBOLS) return null;
  const digits = [...body.replace(/O/g, '0').replace(/[IL]/g, '1')].map((symbol) => ALPHABET.indexOf(symbol));
  return digits.includes(-1) || checksum(digits) !== 0 ? null : format(digits);
}
