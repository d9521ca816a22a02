import { personalTables } from '../../src/platform/personal-data/personal-table.js';

export const organizationsPersonalData = personalTables([
  {
    table: 'membership',
    title: 'What you do for an organization',
    gives: [
      '(select o.name from organization o where o.id = t.organization_id) as organization',
      'role',
      'from_at',
      'until_at',
    ],
  },
]);
