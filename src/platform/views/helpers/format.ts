import { Temporal } from 'temporal-polyfill';

/** Formatting for people, pure. Dates are written out, day first, so that no two readers read them differently. */

type DateLike = Temporal.PlainDate | string | null | undefined;
type InstantLike = Temporal.Instant | string | null | undefined;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${language} ${key}`;
  const known = formatters.get(id) ?? new Intl.DateTimeFormat(language, options);
  formatters.set(id, known);
  return known;
}

/** Texts already written: the same few thousand days and minutes stand on every page, and writing one takes longer than all else of its line. */
const written = new Map<string, string>();
const REMEMBERED = 20_000;
const MINUTE_MS = 60_000;
/** `2026-11-21T10:42…Z`: its first characters are its minute. */
const IN_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*Z$/;
const TO_THE_MINUTE = 16;

function writtenOnce(key: string, write: () => string): string {
  const known = written.get(key);
  if (known !== undefined) return known;
  if (written.size >= REMEMBERED) written.clear();
  const text = write();
  written.set(key, text);
  return text;
}

/** English dates day first everywhere ("21 November 2026"); other languages as they are. */
function dateLanguage(language: string): string {
  return /^en\b/.test(language) ? 'en-GB' : asHere(language);
}

/** As the languages are written where these certifications are: with the names of its time zones, and a point in decimals. */
function asHere(language: string): string {
  return IN_THE_COUNTRY[language] ?? language;
}

const IN_THE_COUNTRY: Readonly<Record<string, string>> = { en: 'en-US', es: 'es-US' };

/**
 * A calendar date or its ISO text → "21 November 2026"; nothing → "".
 * @throws RangeError for a text that is no date
 */
export function formatDate(date: DateLike, language = 'en'): string {
  if (date === null || date === undefined || date === '') return '';
  return writtenOnce(`${language} ${date.toString()}`, () => {
    const { epochMilliseconds } = Temporal.PlainDate.from(date).toZonedDateTime('UTC');
    const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
    return formatter(dateLanguage(language), 'date', options).format(epochMilliseconds);
  });
}

/**
 * An instant or its ISO text, in a time zone → "21 November 2026, 10:42 am EST"; nothing → "".
 * @param timeZone IANA name, usually the body's
 */
export function formatInstant(instant: InstantLike, timeZone = 'UTC', language = 'en'): string {
  if (instant === null || instant === undefined || instant === '') return '';
  const text = instant.toString();
  const minute = IN_UTC.test(text) ? text.slice(0, TO_THE_MINUTE) : text;
  return writtenOnce(`${language} ${timeZone} ${minute}`, () => {
    const { epochMilliseconds } = Temporal.Instant.from(text);
    return minuteInWords(Math.floor(epochMilliseconds / MINUTE_MS) * MINUTE_MS, timeZone, language);
  });
}

function minuteInWords(epochMilliseconds: number, timeZone: string, language: string): string {
  const day = formatter(dateLanguage(language), `day ${timeZone}`, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(epochMilliseconds);
  const clock = formatter(asHere(language), `clock ${timeZone}`, {
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(epochMilliseconds);
  return `${day}, ${clock.replace(/\s?AM\b/, ' am').replace(/\s?PM\b/, ' pm')}`;
}

/** Whole minutes → hours for a sum ("42", "42.5"), rounded down so that 59 h 59 min never reads as 60. */
export function formatHours(minutes: number | null | undefined, language = 'en'): string {
  if (minutes === null || minutes === undefined) return '';
  return formatNumber(Math.floor((minutes * 10) / 60) / 10, language);
}

/** 12345.6 → "12,345.6" in the page's language, at most one decimal. */
export function formatNumber(value: number, language = 'en'): string {
  return value.toLocaleString(asHere(language), { maximumFractionDigits: 1 });
}

/** 42, 60 → "70%", rounded down (100% only when complete), between 0 and 100. */
export function formatPercent(part: number, whole: number): string {
  return `${percentOf(part, whole)}%`;
}

/** Whole percent, rounded down, 0 to 100; a need of nothing is met. */
export function percentOf(part: number, whole: number): number {
  if (whole <= 0) return 100;
  return Math.max(0, Math.min(100, Math.floor((part / whole) * 100)));
}

/** 1, "entry", "entries" → "1 entry"; 3 → "3 entries". The plural defaults to the singular with an s. */
export function formatCount(count: number, one: string, many = `${one}s`, language = 'en'): string {
  return `${formatNumber(count, language)} ${count === 1 ? one : many}`;
}

/**
 * An address for href and action: this site's own (`/…`, `#…`, `?…`), http(s), mailto, tel. Anything else (a
 * `javascript:` that someone typed as their website) becomes "#".
 */
export function safeAddress(address: unknown): string {
  const text = typeof address === 'string' ? address.trim() : '';
  if (/^(\/(?![/\\])|#|\?)/.test(text)) return text;
  return /^(https?:\/\/|mailto:|tel:|sms:)/i.test(text) ? text : '#';
}
