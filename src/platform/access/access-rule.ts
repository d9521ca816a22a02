import { SetMetadata } from '@nestjs/common';
import type { OrganizationKind, Role } from '../../kernel/actor.js';

export const ACCESS_RULE = 'goodstanding:access';

/** Who may call a route. Every route declares exactly one; the process does not start otherwise. */
export type AccessRule =
  | { kind: 'public'; reason: string }
  | { kind: 'signed-in' }
  | { kind: 'requires'; organization: OrganizationKind; roles: readonly Role[] }
  | { kind: 'by-link'; purpose: string };

type Decorator = MethodDecorator & ClassDecorator;

/** Open to everybody, for the stated reason. */
export const Public = (reason: string): Decorator => SetMetadata(ACCESS_RULE, { kind: 'public', reason });

/** Any signed-in person; the use case loads through the actor. */
export const SignedIn = (): Decorator => SetMetadata(ACCESS_RULE, { kind: 'signed-in' });

/**
 * Somebody who holds one of `roles` in an organization of that kind. Roles in a certifying body, and that of a provider's
 * administrator, count only in a session with a second factor (`organizationsOf` in the kernel).
 */
export const Requires = (rule: { organization: OrganizationKind; roles: readonly Role[] }): Decorator =>
  SetMetadata(ACCESS_RULE, { kind: 'requires', ...rule });

/** The holder of a mailed link; the use case checks the link itself. */
export const ByLink = (purpose: string): Decorator => SetMetadata(ACCESS_RULE, { kind: 'by-link', purpose });
