import { checkNumberFrom, isTypedAs, readCheckNumber } from '../../../src/kernel/check-number.js';

/** Another prefix than a credential's: nobody takes the one for the other. */
const PREFIX = 'GC';

/** @param random at least eight bytes from a cryptographic source */
export function completionNumberFrom(random: Uint8Array): string {
  return checkNumberFrom(PREFIX, random);
}

/** @returns the number as it is printed, or null when what was typed cannot be one */
export function readCompletionNumber(typed: string): string | null {
  return readCheckNumber(PREFIX, typed);
}

/** Whether what was typed is meant as the number of a completion: it says so by its first letters. */
export function isCompletionNumber(typed: string): boolean {
  return isTypedAs(PREFIX, typed);
}
