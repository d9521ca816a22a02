import type { HttpRequest } from './request-context.js';

const COOKIE = 'zone';
/** No name of a zone is longer; what is longer is not worth a look. */
const LONGEST = 60;
/** All zones and their other names: far fewer than this, unless somebody plays with cookies. */
const REMEMBERED = 1_000;

const asked = new Map<string, string | undefined>();

/**
 * The time zone of the reader's device, which the layout's script keeps in a cookie for whoever is signed in: a moment that
 * no body's zone belongs to, such as a letter's, is told by the reader's own clock.
 * @returns the IANA name; undefined where nothing is known, or what is known names no zone
 */
export function zoneOf(request: Pick<HttpRequest, 'cookies'>): string | undefined {
  const name = request.cookies?.[COOKIE];
  if (!name || name.length > LONGEST) return undefined;
  if (!asked.has(name)) {
    if (asked.size >= REMEMBERED) asked.clear();
    asked.set(name, zoneNamed(name));
  }
  return asked.get(name);
}

/** The zone under the one name that it is written by, so that no spelling makes a formatter of its own. */
function zoneNamed(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
