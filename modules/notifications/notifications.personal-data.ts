import { personalTables } from '../../src/platform/personal-data/personal-table.js';

export const notificationsPersonalData = personalTables([
  {
    table: 'letter',
    title: 'Letters to you',
    ofBody: true,
    gives: ['kind', 'to_address', 'status', 'subject', 'body_text', 'created_at', 'settled_at'],
    // A body's letters are the proof that it gave notice: their text stays with it, without the address.
    erase: `with own as (delete from letter where person_id = $1 and body_id is null)
            update letter set to_address = '', secrets = null, settled_at = coalesce(settled_at, $2),
              excuse = case when status = 'due' then 'erased' else excuse end,
              status = case when status = 'due' then 'excused' else status end
            where person_id = $1 and body_id is not null`,
    keptFrom: 'settled_at',
  },
]);
