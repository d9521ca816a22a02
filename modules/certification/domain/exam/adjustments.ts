/**
 * Adjustments that an exam centre can make. The centre is told the adjustment and never why: the reason is in nobody's
 * authorisation, letter or list.
 */
export const ADJUSTMENTS = {
  extra_time_25: 'A quarter more time',
  extra_time_50: 'Half more time',
  extra_time_100: 'Double time',
  extra_breaks: 'Breaks when they are needed',
  separate_room: 'A room of one’s own',
  screen_reader: 'Screen reader',
  human_reader: 'A person who reads aloud',
  scribe: 'A person who writes',
  large_print: 'Large print',
  sign_language: 'Sign-language interpreter',
  comfort_items: 'Items for comfort at the desk',
} as const;
export type Adjustment = keyof typeof ADJUSTMENTS;

export const ADJUSTMENT_CODES = Object.keys(ADJUSTMENTS) as Adjustment[];

/** Words for codes, in the order of the table; a code that is not in it has none. */
export function adjustmentWords(codes: readonly string[]): string[] {
  return ADJUSTMENT_CODES.filter((code) => codes.includes(code)).map((code) => ADJUSTMENTS[code]);
}
