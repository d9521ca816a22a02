import { Temporal } from 'temporal-polyfill';
import type { Accommodation } from '../domain/accommodation.js';
import type { Days } from '../domain/accommodation-days.js';
import type { SettleAccommodationDto } from './accommodations.dto.js';

/** What was sent, with its days as dates. */
export function settled<T extends SettleAccommodationDto>(
  sent: T,
): Omit<T, keyof SettleAccommodationDto> & Accommodation & Days {
  const { validFrom, validUntil } = sent;
  return { ...sent, validFrom: Temporal.PlainDate.from(validFrom), validUntil: dayOf(validUntil) };
}

/** @returns null where none was sent */
export function dayOf(text: string | undefined): Temporal.PlainDate | null {
  return text ? Temporal.PlainDate.from(text) : null;
}
