import type { Stage } from '../definition/credential.js';
import type { SchemeDefinition } from '../scheme-definition.js';

/** Events after which a scheme may count terms from a new anchor. A first grant always sets one. */
export type AnchorEvent = 'stage_advance' | 'reinstatement' | 'reapplication';

/**
 * The stage of a code.
 * @param code the first stage where it is left out
 * @throws RangeError for a stage that the scheme does not have
 */
export function stageOf({ id, credential }: SchemeDefinition, code?: string | null): Stage {
  if (code === undefined || code === null) return credential.stages[0];
  const found = credential.stages.find((stage) => stage.code === code);
  if (!found) throw new RangeError(`the scheme ${id} has no stage ${code}`);
  return found;
}

/** The stage that a credential goes on to, or null after the last one, which is renewed. */
export function stageAfter({ credential }: SchemeDefinition, code: string): Stage | null {
  const at = credential.stages.findIndex((stage) => stage.code === code);
  return at < 0 ? null : (credential.stages[at + 1] ?? null);
}

/** How often a stage can be extended: on request, and beyond that at the body's discretion, with a reason. */
export function extensionLimits({ extensions = 0, discretionary_extensions: discretionary = 0 }: Stage): {
  onRequest: number;
  discretionary: number;
} {
  return { onRequest: extensions, discretionary };
}

/** Whether terms are counted from a new anchor after an event; after each of them where the scheme says nothing. */
export function setsNewAnchor({ credential }: SchemeDefinition, event: AnchorEvent): boolean {
  return credential.new_anchor_on?.includes(event) ?? true;
}
