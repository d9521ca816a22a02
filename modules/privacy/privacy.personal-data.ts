import { personalTables } from '../../src/platform/personal-data/personal-table.js';

export const privacyPersonalData = personalTables([
  {
    table: 'erasure',
    title: 'When you asked for erasure',
    gives: ['state', 'asked_at', 'due_at', 'settled_at'],
  },
  {
    table: 'erasure_file',
    title: 'How long legal files need your name',
    ofBody: true,
    gives: ['answer_by', 'keep_until', 'reason', 'answered_at'],
  },
]);
