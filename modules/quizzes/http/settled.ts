import { Temporal } from 'temporal-polyfill';
import type { Accommodation } from '../domain/accommodation.js';
import type { Days } from '../use-cases/grant-accommodation.js';
import type { SettleAccommodationDto } from './accommodations.dto.js';

/** What was sent, with its days as dates. */
export function settled({ validFrom, validUntil, ...given }: SettleAccommodationDto): Accommodation & Days {
  return {
    ...given,
    validFrom: Temporal.PlainDate.from(validFrom),
    validUntil: validUntil ? Temporal.PlainDate.from(validUntil) : null,
  };
}
