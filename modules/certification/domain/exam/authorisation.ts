import { Temporal } from 'temporal-polyfill';

/** Crockford's base 32: without I, L, O and U, which are misread or misheard. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SYMBOLS = 20;

/** The states of an authorisation and the moves between them; the same table is in the database (`exam_authorisation_move`). */
export const AUTHORISATION_MOVES = {
  /** The last sitting that it allows was reported, or one that passed. */
  use: { from: 'issued', to: 'used' },
  withdraw: { from: 'issued', to: 'withdrawn' },
} as const;
export type AuthorisationMove = keyof typeof AUTHORISATION_MOVES;
export type AuthorisationState = 'issued' | 'used' | 'withdrawn';

/** @returns null for a move that the table does not have */
export function authorisationAfter(state: AuthorisationState, move: AuthorisationMove): AuthorisationState | null {
  const { from, to } = AUTHORISATION_MOVES[move];
  return from === state ? to : null;
}

/**
 * The number of an authorisation, `AT-` and five groups of four: 100 random bits, which nobody guesses.
 * @param random twenty random bytes or more
 */
export function authorisationNumber(random: Uint8Array): string {
  if (random.length < SYMBOLS) throw new RangeError('an authorisation needs twenty random bytes');
  const text = Array.from(random.subarray(0, SYMBOLS), (byte) => ALPHABET[byte % 32]).join('');
  return `AT-${text.match(/.{4}/g)?.join('-') ?? ''}`;
}

/** A number as people and centres type it: case, spaces and dashes do not matter. @returns null where it cannot be one */
export function readAuthorisationNumber(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const body = plain.length === SYMBOLS + 2 && plain.startsWith('AT') ? plain.slice(2) : plain;
  const symbols = body.replace(/O/g, '0').replace(/[IL]/g, '1');
  if (symbols.length !== SYMBOLS || [...symbols].some((symbol) => !ALPHABET.includes(symbol))) return null;
  return `AT-${symbols.match(/.{4}/g)?.join('-') ?? ''}`;
}

export interface ValidityRules {
  /** In the body's zone. */
  readonly today: Temporal.PlainDate;
  readonly admittedOn: Temporal.PlainDate;
  /** Last day of the application; null where the scheme sets none. */
  readonly closesOn: Temporal.PlainDate | null;
  /** ISO 8601 duration within which attempts count, from the day of admission. */
  readonly attemptsWindow?: string;
  /** The first day on which the next attempt counts; null for at once. */
  readonly nextAttemptOn: Temporal.PlainDate | null;
}

/** Where a scheme sets no end, an authorisation is for a year: long enough to book, short enough to be looked at again. */
const WITHOUT_RULE = 'P1Y';

/**
 * First and last day of an authorisation by the scheme: not before the next attempt counts, not beyond the application or the
 * time in which attempts count.
 * @returns null where no day is left
 */
export function validityOf(rules: ValidityRules): { from: Temporal.PlainDate; to: Temporal.PlainDate } | null {
  const { today, admittedOn, closesOn, attemptsWindow, nextAttemptOn } = rules;
  const from = nextAttemptOn && Temporal.PlainDate.compare(nextAttemptOn, today) > 0 ? nextAttemptOn : today;
  // The first day after the window is not in it any more.
  const windowEnds = attemptsWindow
    ? admittedOn.add(Temporal.Duration.from(attemptsWindow)).subtract({ days: 1 })
    : null;
  const ends = [closesOn, windowEnds]
    .filter((day) => day !== null)
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b));
  const to = ends[0] ?? from.add(Temporal.Duration.from(WITHOUT_RULE)).subtract({ days: 1 });
  return Temporal.PlainDate.compare(from, to) <= 0 ? { from, to } : null;
}
