import { canonicalHash } from '../../kernel/canonical-json.js';

/** The identity of a version of content: SHA-256 of its canonical JSON (RFC 8785), so that the order of keys changes nothing. */
export function contentIdOf(content: object): string {
  return canonicalHash(content);
}
