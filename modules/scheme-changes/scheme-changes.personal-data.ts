import { personalTables } from '../../src/platform/personal-data/personal-table.js';

export const schemeChangesPersonalData = personalTables([
  {
    table: 'impact_difference',
    title: 'What rules in the making would change for you',
    ofBody: true,
    gives: { withheld: 'It is a trial of rules that do not hold, and is forgotten with them.' },
    erase: 'delete from impact_difference where person_id = $1',
  },
]);
