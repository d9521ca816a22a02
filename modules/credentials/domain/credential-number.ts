import { checkNumberFrom, readCheckNumber } from '../../../src/kernel/check-number.js';

export { ALPHABET } from '../../../src/kernel/check-number.js';

const PREFIX = 'GS';

/**
 * The number of a credential, `GS-XXXX-XXXX-XXXX-C`, of random bytes. See src/kernel/check-number.ts.
 * @param random at least eight bytes from a cryptographic source; their first 60 bits are used
 */
export function numberFrom(random: Uint8Array): string {
  return checkNumberFrom(PREFIX, random);
}

/** @returns the number as it is printed, or null when what was typed cannot be one */
export function readNumber(typed: string): string | null {
  return readCheckNumber(PREFIX, typed);
}
