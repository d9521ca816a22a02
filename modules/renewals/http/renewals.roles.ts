import type { OrganizationKind, Role } from '../../../src/kernel/actor.js';

const at = (...roles: Role[]): { organization: OrganizationKind; roles: readonly Role[] } => {
  return { organization: 'certifying-body', roles };
};

/** Who confirms, returns, and proposes that one is denied. */
export const REGISTRAR = at('registrar');
/** Who sees what waits, and can be the second person of a denial. */
export const DESK = at('registrar', 'decider');
