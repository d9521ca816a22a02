import { ROLES, ROLE_WORDS } from '../domain/roles.js';
import type { StaffList } from '../use-cases/read-staff.js';

/** The staff of the bodies somebody administers, with the words for roles. */
export function staffPage(lists: StaffList[]) {
  const roles = ROLES['certifying-body'].map((role) => ({ value: role, ...ROLE_WORDS[role] }));
  const bodies = lists.map(({ members, ...body }) => ({
    ...body,
    members: members.map((member) => ({ ...member, roleLabel: ROLE_WORDS[member.role].label })),
  }));
  return { bodies, roles };
}
