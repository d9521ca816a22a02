import { personalTables } from '../../src/platform/personal-data/personal-table.js';

/** That there is a sealed file, never a word of it, and of a complaint only once there is notice. */
export const caseFilesPersonalData = personalTables([
  {
    table: 'case_file',
    title: 'Sealed files about you',
    ofBody: true,
    whose: `t.person_id = $1 and t.told_at is not null`,
    gives: ['kind', 'created_at', 'kept_from', 'keep_months', 'keep_until', 'shredded_at', 'shredded_rule'],
  },
  {
    table: 'case_file_document',
    title: 'What is inside sealed files about you',
    ofBody: true,
    whose: 't.file_id in (select id from case_file where person_id = $1)',
    gives: {
      withheld:
        'References, complaints and other sealed words hold what others said in confidence. Ask the certifying body: it tells you what the law gives you of them.',
    },
  },
  {
    table: 'case_file_reading',
    title: 'When sealed files about you were read',
    ofBody: true,
    whose: `t.person_id = $1 and t.file_id in (select id from case_file where told_at is not null)`,
    gives: ['read_at'],
  },
]);
