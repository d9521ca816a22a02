import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';

export interface Credentials {
  /** From the session cookie; pages only. */
  sessionToken?: string;
  /** From `Authorization: Bearer …`; the API only. */
  bearerToken?: string;
}

/** Turns what a request carries into the one who acts. A business module provides it. */
export abstract class Authenticator {
  /** @returns the anonymous actor when nothing valid was carried; never throws for that */
  abstract authenticate(manager: EntityManager, credentials: Credentials, now: Temporal.Instant): Promise<Actor>;
}
