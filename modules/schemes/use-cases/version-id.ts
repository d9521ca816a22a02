import { contentIdOf } from '../../../src/platform/content/content-id.js';
import type { SchemeDefinition } from '../domain/scheme-definition.js';

/**
 * The identity of a version: that of the scheme and the body that runs it. The same rules give the same id however the file
 * is laid out; any change to a rule gives another.
 */
export function schemeVersionId(bodySlug: string, scheme: SchemeDefinition): string {
  return contentIdOf({ body: bodySlug, scheme });
}
