const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const SYMBOLS = 16;

/** How many are handed out at once. */
export const RECOVERY_CODES = 10;

/**
 * A code for the day the phone is gone: `7k3m-9qwx-t4pd-01ya`, 80 random bits.
 * @param random sixteen random bytes or more
 */
export function recoveryCode(random: Uint8Array): string {
  const symbols = Array.from(random.subarray(0, SYMBOLS), (byte) => ALPHABET[byte % 32]).join('');
  return symbols.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as typed, brought to the spelling that was hashed; null when it cannot be one. */
export function readRecoveryCode(text: string): string | null {
  const plain = text.toLowerCase().replace(/o/g, '0').replace(/[il]/g, '1').replace(/[\s-]/g, '');
  if (plain.length !== SYMBOLS || [...plain].some((symbol) => !ALPHABET.includes(symbol))) return null;
  return plain.replace(/(.{4})(?=.)/g, '$1-');
}
