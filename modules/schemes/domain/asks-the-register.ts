import type { SchemeDefinition } from './scheme-definition.js';

/** Whether a supervisor's qualification is looked up on the register. */
export function asksTheRegister({ practice, supervision }: SchemeDefinition): boolean {
  return [practice?.supervisor, supervision?.supervisor].some((rule) => rule?.proven_by === 'register');
}
