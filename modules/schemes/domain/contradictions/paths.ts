import type { SchemeDefinition } from '../scheme-definition.js';
import type { Check, Contradiction } from './contradiction.js';

// What a scheme says about its own values.

function unsurePathsExist(scheme: SchemeDefinition): Contradiction[] {
  return scheme.unsure.flatMap((path, index) =>
    isThere(scheme, path) ? [] : [{ path: ['unsure', index], reason: `the scheme has no ${path}` }],
  );
}

function sourcedPathsExist(scheme: SchemeDefinition): Contradiction[] {
  return Object.keys(scheme.sourced ?? {}).flatMap((path) =>
    isThere(scheme, path) ? [] : [{ path: ['sourced', path], reason: `the scheme has no ${path}` }],
  );
}

/** A reader of the scheme finds all of its sources in one place. */
function sourcedFromItsSources({ sources, sourced = {} }: SchemeDefinition): Contradiction[] {
  return Object.entries(sourced).flatMap(([path, { source }]) =>
    sources.includes(source)
      ? []
      : [{ path: ['sourced', path, 'source'], reason: `the source ${source} is not among the sources of this scheme` }],
  );
}

function isThere(scheme: SchemeDefinition, path: string): boolean {
  let value: unknown = scheme;
  for (const key of path.split('.')) {
    value =
      typeof value === 'object' && value !== null && key in value ? (value as Record<string, unknown>)[key] : undefined;
  }
  return value !== undefined;
}

export const PATHS: readonly Check[] = [unsurePathsExist, sourcedPathsExist, sourcedFromItsSources];
