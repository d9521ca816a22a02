import type { OrganizationKind, Role } from '../../../src/kernel/actor.js';

const at = (...roles: Role[]): { organization: OrganizationKind; roles: readonly Role[] } => {
  return { organization: 'certifying-body', roles };
};

/** Who sees that there is a case. */
export const STAFF = at('reviewer', 'decider', 'registrar', 'administrator');
/** Who hands a case to somebody. */
export const ADMINISTRATOR = at('administrator');
/** Who may handle a case; which one, says the case. */
export const HANDLER = at('reviewer', 'registrar', 'administrator');
/** Who keeps the register. */
export const REGISTRAR = at('registrar');
export const DECIDER = at('decider');
