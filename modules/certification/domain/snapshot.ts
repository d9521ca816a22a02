import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { EligibilityTree } from '../../schemes/schemes.public.js';

// The package is CommonJS, but its types describe an ES module.
const canonical = canonicalize as unknown as (value: unknown) => string;

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
  return { tree, hash: createHash('sha256').update(canonical(tree)).digest('hex'), met: eligibility.met };
}
