export type OrganizationKind = 'certifying-body' | 'employer' | 'training-provider';
export type Role =
  | 'administrator'
  | 'reviewer'
  | 'decider'
  | 'registrar'
  | 'proctor'
  | 'item-author'
  | 'item-reviewer'
  | 'psychometrician'
  | 'item-judge'
  | 'content-author'
  | 'content-reviewer'
  | 'roster-manager'
  | 'provider-administrator'
  | 'instructor';

export interface Membership {
  organizationId: string;
  organizationKind: OrganizationKind;
  role: Role;
}

/** Who acts. Everything a request or a job may see or do follows from this value. */
export type Actor =
  | { kind: 'anonymous' }
  | {
      kind: 'person';
      personId: string;
      sessionId: string;
      assurance: 'password' | 'two-factor';
      memberships: readonly Membership[];
    }
  | { kind: 'link'; purpose: string; subjectId: string; linkId: string }
  | { kind: 'system'; name: string };

export type PersonActor = Extract<Actor, { kind: 'person' }>;
export type SystemActor = Extract<Actor, { kind: 'system' }>;

export const anonymous: Actor = { kind: 'anonymous' };

/** A job, a command or a schedule, by its name in the audit. */
export function systemActor(name: string): SystemActor {
  return { kind: 'system', name };
}

/** Roles that can change the register, or who else may do what: only with a second factor. */
function needsSecondFactor({ organizationKind, role }: Membership): boolean {
  return organizationKind === 'certifying-body' || role === 'provider-administrator';
}

/** The organizations in which the actor holds one of the roles. Staff roles count only with a second factor. */
export function organizationsOf(actor: Actor, ...roles: Role[]): string[] {
  if (actor.kind !== 'person') return [];
  return actor.memberships
    .filter((m) => roles.includes(m.role))
    .filter((m) => !needsSecondFactor(m) || actor.assurance === 'two-factor')
    .map((m) => m.organizationId);
}

/** The person who acts. @throws when nobody is signed in: the route behind it must be `@SignedIn()` or stricter */
export function personIdOf(actor: Actor): string {
  if (actor.kind !== 'person') throw new Error(`A person must act here, not ${actor.kind}`);
  return actor.personId;
}

/** The person who acts; null where a link, time or the product does. */
export function personActing(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.personId : null;
}
