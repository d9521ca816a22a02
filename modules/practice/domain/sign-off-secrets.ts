import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export const LINK_DAYS = 14;
export const CODE_MINUTES = 10;
export const CODE_TRIES = 5;
export const CODES_PER_HOUR = 5;

/** What is kept of a link's token. The token has 256 random bits, so a plain hash tells nothing about it. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * What is kept of a six-digit code: keyed, since a million codes are soon tried out by whoever reads the table, and bound
 * to its own row, so that it opens nothing else.
 */
export function codeHash(key: string, codeId: string, code: string): Buffer {
  return createHmac('sha256', key).update(`practice.sign-off-code:${codeId}:${code}`).digest();
}

export function sameHash(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Six digits out of random bytes. */
export function sixDigits(random: Buffer): string {
  return String(random.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

/** A code as somebody typed it: spaces and dashes do not matter. */
export function readCode(typed: string): string {
  return typed.replace(/[\s-]/g, '');
}
