import type { OrganizationKind } from '../../../src/kernel/actor.js';
import { ROLES, ROLE_WORDS } from '../domain/roles.js';
import type { StaffList } from '../use-cases/read-staff.js';

/** Where each kind of organization has its list. */
export const STAFF_PATHS = { 'certifying-body': '/desk/staff', 'training-provider': '/provider/staff' } as const;

/** The staff of the organizations somebody administers, with the words for roles. */
export function staffPage(kind: OrganizationKind & keyof typeof STAFF_PATHS, lists: StaffList[]) {
  const roles = ROLES[kind].map((role) => ({ value: role, ...ROLE_WORDS[role] }));
  const bodies = lists.map(({ members, ...body }) => ({
    ...body,
    members: members.map((member) => ({ ...member, roleLabel: ROLE_WORDS[member.role].label })),
  }));
  return { bodies, roles, path: STAFF_PATHS[kind], isBody: kind === 'certifying-body' };
}
