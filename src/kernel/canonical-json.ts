import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

// The package is CommonJS, but its types describe an ES module.
const serialize = canonicalize as unknown as (value: unknown) => string | undefined;

/**
 * Canonical JSON (RFC 8785): the one text of a value, whatever order its keys were written in.
 * @throws TypeError when JSON has no text for the value itself (undefined, a function)
 * @throws Error when it holds NaN or an infinity
 */
export function canonicalJson(value: unknown): string {
  const text = serialize(value);
  if (text === undefined) throw new TypeError(`There is no JSON of ${typeof value}`);
  return text;
}

/** SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** SHA-256 of the canonical JSON: equal content has an equal hash, on every machine and in twenty years. Throws as {@link canonicalJson}. */
export function canonicalHash(value: unknown): string {
  return sha256(canonicalJson(value));
}
