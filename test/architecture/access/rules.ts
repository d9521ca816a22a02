import { CALLERS, type CallerKind, type World } from '../../support/world.js';
import type { ObjectKind } from '../../support/world-things.js';

/**
 * How a route answers a kind of caller: asked to sign in, asked for the second factor, refused (403), told that there is no such
 * thing (404) or that the link is not good any more (410), or let through, whatever the use case then says.
 */
export type Answer = 'sign-in' | 'second-factor' | 'refused' | 'absent' | 'gone' | 'through';

export interface Row {
  expected: Record<CallerKind, Answer>;
  /** What `:id` or `:number` names, or what is sent. */
  about?: ObjectKind;
  /** What the caller sends; without what the use case needs, a stranger would be told of the form and not of the thing. */
  send?: object | ((world: World, thing: string) => object);
}

export type Sent = Row['send'];
export type Staff = 'reviewer' | 'decider' | 'registrar' | 'administrator' | 'proctor';

export const STAFF: Staff[] = ['reviewer', 'decider', 'registrar', 'administrator'];

export function everyone(answer: Answer, except: Partial<Record<CallerKind, Answer>> = {}): Record<CallerKind, Answer> {
  return Object.fromEntries(CALLERS.map((kind) => [kind, except[kind] ?? answer])) as Record<CallerKind, Answer>;
}

/** For everybody, signed in or not. */
export const open = (about?: ObjectKind): Row => ({ expected: everyone('through'), about });

/** For whoever has the token of a letter, which is none of these callers. */
export const openByToken: Row = { expected: everyone('gone') };

/** For whoever came by the link of a letter, which is none of these callers, the owner neither. */
export const byLink = (about?: ObjectKind): Row => ({ expected: everyone('gone'), about });

/** For anybody signed in: it is about themselves. */
export const self = (send?: Sent): Row => ({ expected: everyone('through', { nobody: 'sign-in' }), send });

/** For the owner of a thing; for everyone else there is no such thing. */
export const own = (about: ObjectKind, send?: Sent): Row => ({
  expected: everyone('absent', { nobody: 'sign-in', owner: 'through' }),
  about,
  send,
});

/** For the owner, and for staff of the body in one of these roles. */
export const ownOrCase = (about: ObjectKind, roles: Staff[]): Row => {
  const { expected } = own(about);
  return { expected: { ...expected, ...Object.fromEntries(roles.map((role) => [role, 'through'])) }, about };
};

/** For staff in one of these roles, in whichever body they work: what they see there is of their own body. */
export const staff = (roles: Staff[], send?: Sent): Row => ({
  expected: everyone('refused', {
    nobody: 'sign-in',
    unproven: 'second-factor',
    elsewhere: 'through',
    ...Object.fromEntries(roles.map((role) => [role, 'through'])),
  }),
  send,
});

/** For staff in one of these roles of the body that the thing belongs to; in another body there is no such thing. */
export const caseOf = (about: ObjectKind, roles: Staff[], send?: Sent): Row => {
  const { expected } = staff(roles);
  return { expected: { ...expected, elsewhere: 'absent' }, about, send };
};

/** For an employer's roster managers: what they see is their own employer's. */
export const roster = (send?: Sent): Row => ({
  expected: everyone('refused', { nobody: 'sign-in', roster: 'through', rosterElsewhere: 'through' }),
  send,
});

/** For the roster managers of the employer that the thing belongs to. */
export const rosterOf = (about: ObjectKind, send?: Sent): Row => ({
  expected: { ...roster().expected, rosterElsewhere: 'absent' },
  about,
  send,
});

export const registrar: Staff[] = ['registrar'];
export const reviewer: Staff[] = ['reviewer'];
export const desk: Staff[] = ['registrar', 'administrator'];
/** Whoever watches over exam rooms. */
export const room: Staff[] = [...desk, 'proctor'];
export const administrator: Staff[] = ['administrator'];
export const aDay = '2028-10-15';
