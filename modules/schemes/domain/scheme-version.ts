import { Temporal } from 'temporal-polyfill';
import type { SchemeDefinition } from './scheme-definition.js';

/** The rules of one credential as one body runs them from one day on. Never changes. */
export interface SchemeVersion {
  /** sha256 of the canonical text of body and rules. */
  readonly id: string;
  readonly code: string;
  readonly version: string;
  readonly bodyId: string;
  readonly title: string;
  readonly definition: SchemeDefinition;
  readonly effectiveFrom: Temporal.PlainDate;
  /** Whether the body confirmed the values; an unconfirmed version grants nothing outside a demonstration. */
  readonly confirmed: boolean;
}

/**
 * The version that covers a date: the one that began last, among versions of one scheme and body.
 * @returns undefined before the first of them began: there is no fallback
 */
export function versionOn<V extends Pick<SchemeVersion, 'effectiveFrom'>>(
  versions: readonly V[],
  onDate: Temporal.PlainDate,
): V | undefined {
  let covering: V | undefined;
  for (const version of versions) {
    const began = Temporal.PlainDate.compare(version.effectiveFrom, onDate) <= 0;
    if (began && (!covering || Temporal.PlainDate.compare(version.effectiveFrom, covering.effectiveFrom) > 0)) {
      covering = version;
    }
  }
  return covering;
}
