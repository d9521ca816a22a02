import { personalTables } from '../personal-data/personal-table.js';

export const auditPersonalData = personalTables([
  {
    table: 'audit',
    title: 'What you did here about yourself',
    whose: `t.person_id = $1 and t.actor_kind = 'person' and t.actor_id = $1::uuid::text`,
    gives: ['recorded_at', 'action', 'subject_kind'],
  },
]);
