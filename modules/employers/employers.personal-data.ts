import { personalTables } from '../../src/platform/personal-data/personal-table.js';

const employer = '(select o.name from organization o where o.id = t.organization_id) as employer';

export const employersPersonalData = personalTables([
  {
    table: 'sharing_consent',
    title: 'What you share with employers',
    gives: [employer, 'scopes', 'from_on', 'until_on', 'given_at', 'withdrawn_at'],
    erase: `update sharing_consent set withdrawn_at = $2 where person_id = $1 and withdrawn_at is null`,
  },
  {
    table: 'sharing_access',
    title: 'When employers looked at what you share',
    gives: [employer, 'scopes', 'channel', 'read_at'],
  },
  {
    table: 'roster_entry',
    title: 'Lists of employers that you were found on',
    gives: [employer, 'name', 'number', 'from_on', 'until_on'],
  },
]);
