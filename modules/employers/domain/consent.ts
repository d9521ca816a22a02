import { Temporal } from 'temporal-polyfill';

/** What a person may let an employer see beyond their standing, which is public. */
export const SCOPES = ['competencies', 'hours', 'results'] as const;
export type Scope = (typeof SCOPES)[number];

/** A person's consent, for one named employer. */
export interface Consent {
  readonly id: string;
  readonly personId: string;
  readonly organizationId: string;
  readonly scopes: readonly Scope[];
  readonly fromOn: Temporal.PlainDate;
  /** Last day; open when null. */
  readonly untilOn: Temporal.PlainDate | null;
  readonly withdrawnAt: Temporal.Instant | null;
}

const { compare } = Temporal.PlainDate;

/** Whether the employer may look on that day, in the employer's zone. A withdrawal counts from its own moment. */
export function holds({ fromOn, untilOn, withdrawnAt }: Consent, today: Temporal.PlainDate): boolean {
  if (withdrawnAt) return false;
  return compare(fromOn, today) <= 0 && (untilOn === null || compare(today, untilOn) <= 0);
}
