import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

// The package is CommonJS, but its types describe an ES module.
const canonical = canonicalize as unknown as (value: unknown) => string;

/** The identity of a version of content: SHA-256 of its canonical JSON (RFC 8785), so that the order of keys changes nothing. */
export function contentIdOf(content: object): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}
