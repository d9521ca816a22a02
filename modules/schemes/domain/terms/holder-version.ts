import { isAfter } from '../../../../src/kernel/dates.js';
import type { Temporal } from 'temporal-polyfill';
import type { SchemeVersion } from '../scheme-version.js';

type Dated = Pick<SchemeVersion, 'id' | 'effectiveFrom'> & {
  definition: Pick<SchemeVersion['definition'], 'applies_to_existing_holders'>;
};

/**
 * The version that a holder is under on a day. Who was granted a credential keeps its rules; a later version holds for them
 * only where it says `applies_to_existing_holders`, from the day it begins (Pennsylvania's lateness rules of 1 January 2026).
 *
 * @param versions all of one scheme and body
 * @param grantedUnder the version of the grant, or of the newest stage
 * @returns undefined where `grantedUnder` is not among them
 */
export function versionForHolder<V extends Dated>(
  versions: readonly V[],
  grantedUnder: string,
  onDate: Temporal.PlainDate,
): V | undefined {
  let own = versions.find(({ id }) => id === grantedUnder);
  if (!own) return undefined;
  for (const version of versions) {
    if (!version.definition.applies_to_existing_holders || isAfter(version.effectiveFrom, onDate)) continue;
    if (isAfter(version.effectiveFrom, own.effectiveFrom)) own = version;
  }
  return own;
}
