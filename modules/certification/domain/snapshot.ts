import { canonicalHash } from '../../../src/kernel/canonical-json.js';
import type { EligibilityTree } from '../../schemes/schemes.public.js';

/** An eligibility tree as it was seen at one step of an application. */
export interface Snapshot {
  /** Plain JSON, dates as ISO text. */
  tree: unknown;
  /** SHA-256 of the canonical JSON (RFC 8785), lower-case hex: equal trees have equal hashes. */
  hash: string;
  met: boolean;
}

/** Freezes a tree for the record. */
export function snapshotOf(eligibility: EligibilityTree): Snapshot {
  const tree: unknown = JSON.parse(JSON.stringify(eligibility));
  return { tree, hash: canonicalHash(tree), met: eligibility.met };
}
