import { Temporal } from 'temporal-polyfill';

/** How each language writes dates; English with the day first, as everywhere in the product. */
const LOCALES: Readonly<Record<string, string>> = { en: 'en-GB', es: 'es-US' };

/** "2026-11-21" → "21 November 2026", in Spanish "21 de noviembre de 2026"; texts that are no date are given back as they are. */
export function formatDate(iso: string, language = 'en'): string {
  try {
    return Temporal.PlainDate.from(iso).toLocaleString(LOCALES[language] ?? language, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
  } catch {
    return iso;
  }
}
