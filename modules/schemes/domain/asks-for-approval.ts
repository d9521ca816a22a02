import type { SchemeDefinition } from './scheme-definition.js';

/** Whether training counts only where the body approved it. */
export function asksForApproval({ training }: SchemeDefinition): boolean {
  return training?.providers === 'approved_only';
}
