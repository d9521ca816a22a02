import { ROLES, ROLE_WORDS, STAFFED, type StaffedKind } from '../domain/roles.js';
import type { StaffList } from '../use-cases/read-staff.js';

/** What a kind of organization says of its staff. */
const WORDS: Readonly<Record<StaffedKind, { readonly secondFactor: string; readonly given: string }>> = {
  'certifying-body': {
    secondFactor: 'Every role needs a second factor',
    given: 'The role is given. It counts from now on, with a second factor.',
  },
  'training-provider': {
    secondFactor: 'Administrators need a second factor',
    given: 'The role is given. It counts from now on.',
  },
};

/** Where each kind of organization has its list. */
export function staffPath(kind: StaffedKind): string {
  return `/${STAFFED[kind].path}`;
}

export function givenNotice(kind: StaffedKind): string {
  return WORDS[kind].given;
}

/** The staff of the organizations somebody administers, with the words for roles. */
export function staffPage(kind: StaffedKind, lists: readonly StaffList[]) {
  return {
    path: staffPath(kind),
    secondFactor: WORDS[kind].secondFactor,
    roles: ROLES[kind].map((role) => ({ value: role, ...ROLE_WORDS[role] })),
    organizations: lists.map(({ members, ...organization }) => ({
      ...organization,
      members: members.map((member) => ({ ...member, roleLabel: ROLE_WORDS[member.role].label })),
    })),
  };
}
