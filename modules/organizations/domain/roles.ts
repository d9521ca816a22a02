import type { OrganizationKind, Role } from '../../../src/kernel/actor.js';

/** Which roles each kind of organization has; the table `membership` refuses any other. */
export const ROLES: Readonly<Record<OrganizationKind, readonly Role[]>> = {
  'certifying-body': [
    'administrator',
    'reviewer',
    'decider',
    'registrar',
    'proctor',
    'item-author',
    'item-reviewer',
    'psychometrician',
    'item-judge',
    'content-author',
    'content-reviewer',
  ],
  employer: ['roster-manager'],
  'training-provider': ['provider-administrator', 'instructor', 'content-author', 'content-reviewer'],
};

/** Kinds of organizations whose administrators say who works there: the role of those, and where they have their list. */
export const STAFFED = {
  'certifying-body': { administrator: 'administrator', path: 'desk/staff' },
  'training-provider': { administrator: 'provider-administrator', path: 'provider/staff' },
} as const satisfies Partial<Record<OrganizationKind, { administrator: Role; path: string }>>;
export type StaffedKind = keyof typeof STAFFED;

/** Roles that say who else works at their organization; none of them is ever left without its last one. */
export const ADMINISTRATORS = Object.values(STAFFED).map(({ administrator }) => administrator);

/** Roles in words, and what they are for. */
export const ROLE_WORDS: Readonly<Record<Role, { label: string; hint: string }>> = {
  administrator: { label: 'Administrator', hint: 'Adds and ends the roles of staff.' },
  reviewer: { label: 'Reviewer', hint: 'Checks applications and outside training.' },
  decider: { label: 'Decider', hint: 'Grants or denies, with reasons.' },
  registrar: { label: 'Registrar', hint: 'Keeps the register: scores, suspensions, reinstatements.' },
  proctor: {
    label: 'Proctor',
    hint: 'Checks people in and watches over a room where an exam is sat; never an answer, nothing of the register.',
  },
  'item-author': { label: 'Item author', hint: 'Writes exam items. Never somebody who teaches.' },
  'item-reviewer': { label: 'Item reviewer', hint: 'Reviews items that others wrote. Never somebody who teaches.' },
  psychometrician: {
    label: 'Psychometrician',
    hint: 'Puts items into use and takes them out, leads the setting of cut scores. Never somebody who teaches.',
  },
  'item-judge': {
    label: 'Standard-setting judge',
    hint: 'Judges items in an Angoff study. Never somebody who teaches.',
  },
  'content-author': {
    label: 'Content author',
    hint: 'Writes the next versions of courses. Never somebody who works with exam items.',
  },
  'content-reviewer': {
    label: 'Content reviewer',
    hint: 'Reviews and publishes versions of courses that others wrote. Never somebody who works with exam items.',
  },
  'roster-manager': { label: 'Roster manager', hint: 'Sees the standing of the people who work here.' },
  'provider-administrator': { label: 'Administrator', hint: 'Adds and ends the roles of people who work here.' },
  instructor: { label: 'Instructor', hint: 'Teaches courses.' },
};
