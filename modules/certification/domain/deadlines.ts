import { Temporal } from 'temporal-polyfill';

/**
 * The day after which an application closes by itself while it is the person's turn.
 * @param validFor ISO 8601 duration of the scheme (`application.valid_for`), or null where it sets no limit
 */
export function closesOn(begunOn: Temporal.PlainDate, validFor: string | null): Temporal.PlainDate | null {
  return validFor === null ? null : begunOn.add(Temporal.Duration.from(validFor));
}
