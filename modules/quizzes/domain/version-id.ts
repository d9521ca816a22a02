import { canonicalHash } from '../../../src/kernel/canonical-json.js';
import type { QuizDefinition } from './quiz-definition.js';

/** The identity of a version: SHA-256 of the canonical JSON (RFC 8785), so that the order of keys changes nothing. */
export function versionIdOf(definition: QuizDefinition): string {
  return canonicalHash(definition);
}
