import { personalTables } from '../../src/platform/personal-data/personal-table.js';

/** What somebody works toward is theirs alone: no body is shown it. */
export const portalPersonalData = personalTables([
  {
    table: 'aim',
    title: 'The certification that you work toward',
    ofBody: true,
    gives: ['scheme_code as certification', 'chosen_at'],
    erase: 'delete from aim where person_id = $1',
  },
]);
