/** A NUL byte, or half of a pair of surrogates: PostgreSQL keeps neither, and nobody types one. */
const NO_LETTER = /[\p{Surrogate}\0]/u;

/** Bodies here are two or three levels deep. */
const DEEPEST = 20;

export function isWellFormed(text: string): boolean {
  return !NO_LETTER.test(text);
}

/**
 * Where in a body stands a text that cannot be read, or something nested beyond reason.
 * @returns the way to it, with dots; empty for the whole, undefined where there is none
 */
export function illFormedIn(value: unknown, way: readonly string[] = []): string | undefined {
  if (typeof value === 'string') return isWellFormed(value) ? undefined : way.join('.');
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return undefined;
  if (way.length > DEEPEST) return way[0];
  for (const [name, inner] of Object.entries(value)) {
    if (!isWellFormed(name)) return way.join('.');
    const found = illFormedIn(inner, [...way, name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The address of a request as it can be decoded. Where a `%` begins no letter (a number torn out of a mail, `/v/GS-7%`), it is
 * a sign like any other: the address then leads to the page that tells what it names, in the words of that page.
 */
export function decodable(url: string): string {
  if (!url.includes('%')) return url;
  const end = url.search(/[?#]/);
  const [path, rest] = end < 0 ? [url, ''] : [url.slice(0, end), url.slice(end)];
  return path.split('/').map(decodablePart).join('/') + rest;
}

function decodablePart(part: string): string {
  try {
    decodeURIComponent(part);
    return part;
  } catch {
    return part.replaceAll('%', '%25');
  }
}
