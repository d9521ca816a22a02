import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { SchemeDefinition } from '../domain/scheme-definition.js';

// The package is CommonJS and its types speak of a default export that is not there under Node's own rules.
const canonicalText = canonicalize as unknown as (value: unknown) => string;

/**
 * The identity of a version: sha256 of the canonical text (RFC 8785) of the scheme and the body that runs it. The same
 * rules give the same id however the file is laid out; any change to a rule gives another.
 */
export function schemeVersionId(bodySlug: string, scheme: SchemeDefinition): string {
  return sha256OfCanonical({ body: bodySlug, scheme });
}

/** sha256, in hex, of the canonical JSON of `value`; dates speak by their toJSON. */
export function sha256OfCanonical(value: unknown): string {
  return createHash('sha256').update(canonicalText(value)).digest('hex');
}
