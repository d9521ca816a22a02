import { personalTables } from '../../src/platform/personal-data/personal-table.js';

export const renewalsPersonalData = personalTables([
  {
    table: 'renewal',
    title: 'Your renewals',
    ofBody: true,
    gives: ['number', 'title', 'term_ends_on', 'submitted_at', 'late', 'state', 'confirmed_at', 'new_expires_on'],
  },
  {
    table: 'renewal_step',
    title: 'Steps of your renewals',
    ofBody: true,
    gives: ['move', 'to_state', 'reasons', 'clauses', 'note', 'new_expires_on', 'created_at'],
  },
  {
    table: 'renewal_reminder',
    title: 'Reminders to renew',
    ofBody: true,
    gives: ['kind', 'term_ends_on', 'due_on', 'channel', 'outcome', 'excuse', 'created_at'],
  },
]);
