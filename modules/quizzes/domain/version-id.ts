import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { QuizDefinition } from './quiz-definition.js';

// The package is CommonJS, but its types describe an ES module.
const canonical = canonicalize as unknown as (value: unknown) => string;

/** The identity of a version: SHA-256 of the canonical JSON (RFC 8785), so that the order of keys changes nothing. */
export function versionIdOf(definition: QuizDefinition): string {
  return createHash('sha256').update(canonical(definition)).digest('hex');
}
