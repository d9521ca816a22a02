import { personalTables } from '../../src/platform/personal-data/personal-table.js';

/** Signed hours are evidence for a certification and stay; what nobody signed is the person's own note, and goes. */
export const practicePersonalData = personalTables([
  {
    table: 'practice_sign_off_link',
    title: 'Links that were mailed to your supervisors',
    whose: 't.sign_off_id in (select id from practice_sign_off where person_id = $1)',
    gives: { withheld: 'They open the page of a supervisor, and are kept only as a hash.' },
    erase: `update practice_sign_off_link l set ended_at = $2, ended_by = 'revoked'
            from practice_sign_off s
            where s.id = l.sign_off_id and s.person_id = $1 and s.state = 'open' and l.ended_at is null`,
  },
  {
    table: 'practice_entry_domain',
    title: 'What your practice hours were about',
    whose: 't.entry_id in (select id from practice_entry where person_id = $1)',
    gives: ['entry_id as entry', 'domain', 'minutes'],
  },
  {
    table: 'practice_entry',
    title: 'Your practice hours',
    gives: [
      'id',
      'kind',
      'worked_on',
      'starts_at',
      'minutes',
      'method',
      'setting',
      'activity',
      'supervisor_name',
      'supervisor_email',
      'state',
      'corrects',
      'recorded_at',
    ],
    erase: 'delete from practice_entry where person_id = $1 and fact_id is null',
  },
  {
    table: 'practice_sign_off',
    title: 'What you asked supervisors to sign',
    gives: [
      'supervisor_name',
      'supervisor_email',
      'state',
      'notes',
      'content',
      'signed_name',
      'signed_credential_number',
      'signed_method',
      'created_at',
      'closed_at',
    ],
    erase: `update practice_sign_off set state = 'revoked', closed_at = $2 where person_id = $1 and state = 'open'`,
  },
  { table: 'practice_day', title: 'Sums of your days', gives: { withheld: 'They are sums of your practice hours.' } },
]);
