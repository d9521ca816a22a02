/** What decisions made of a credential. Expiry is not among them: it is computed from dates. */
export const DECIDED_STATUSES = ['active', 'suspended', 'revoked', 'surrendered', 'superseded'] as const;
export type DecidedStatus = (typeof DECIDED_STATUSES)[number];

/** `not_active`: the last valid day has passed, and the board does not say what it calls that. */
export type Status = DecidedStatus | 'expired' | 'not_active' | 'not_yet_in_force';

/** Whether the last valid day has passed and nothing weightier is true. */
export function hasLapsed(status: Status): boolean {
  return status === 'expired' || status === 'not_active';
}

/** Whether a decision ended it for good; nothing but taking that decision back makes it active again. */
export function hasEnded(status: Status): boolean {
  return status === 'revoked' || status === 'surrendered' || status === 'superseded';
}

/** Which status is told when several are true on one day: what ended a credential outweighs what pauses it. */
export const precedence: readonly Status[] = [
  'revoked',
  'surrendered',
  'superseded',
  'suspended',
  'not_yet_in_force',
  'expired',
  'not_active',
  'active',
];
