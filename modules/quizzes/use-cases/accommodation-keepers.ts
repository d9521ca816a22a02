import { organizationsOf, type Actor } from '../../../src/kernel/actor.js';

/**
 * The bodies whose accommodations an actor looks after: as registrar or administrator, and never where they decide about
 * certifications too. What helps somebody is no part of any decision, so no decider sees it (ISO/IEC 17024, 7.3 and 9.2).
 */
export function bodiesLookedAfter(actor: Actor): string[] {
  const decides = new Set(organizationsOf(actor, 'decider'));
  const bodies = organizationsOf(actor, 'registrar', 'administrator');
  return [...new Set(bodies.filter((bodyId) => !decides.has(bodyId)))];
}
