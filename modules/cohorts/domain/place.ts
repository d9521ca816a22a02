/** waiting → offered → held; offered → lapsed when nobody answers in time; any of the three → left. */
export type PlaceState = 'waiting' | 'offered' | 'held' | 'left' | 'lapsed';

/** States in which a person has something to do with the cohort. */
export const LIVING = ['waiting', 'offered', 'held'] as const satisfies PlaceState[];

/** How long an offered place is kept for the one it is offered to. */
export const HOURS_TO_ANSWER = 72;

/** Letters and digits that are not mistaken for each other when read aloud or from a board. */
export const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A code as typed, spaces and hyphens and small letters aside. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/gu, '');
}

/** @param bytes random, at least `length` */
export function codeOf(bytes: Uint8Array, length: number): string {
  return [...bytes.subarray(0, length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
