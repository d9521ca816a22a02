import { Temporal } from 'temporal-polyfill';

/** "2026-11-21" → "21 November 2026"; texts that are no date are given back as they are. */
export function formatDate(iso: string, language = 'en-GB'): string {
  try {
    return Temporal.PlainDate.from(iso).toLocaleString(language, { day: 'numeric', month: 'long', year: 'numeric' });
  } catch {
    return iso;
  }
}
