import { personalTables } from '../../src/platform/personal-data/personal-table.js';

const group = '(select c.title from cohort c where c.id = t.cohort_id) as "group"';
const session = '(select s.session_code from cohort_session s where s.id = t.session_id) as session';

export const cohortsPersonalData = personalTables([
  {
    table: 'attendance',
    title: 'Live sessions that were written down for you',
    gives: [group, session, 'minutes', 'live_interaction', 'marked_at'],
  },
  {
    table: 'session_check_in',
    title: 'When you checked in to live sessions',
    gives: [session, 'checked_in_at'],
    erase: 'delete from session_check_in where person_id = $1',
  },
  {
    table: 'cohort_place',
    title: 'Groups that you asked for a place in',
    gives: [group, 'state', 'asked_at', 'offered_until', 'changed_at'],
    erase: 'delete from cohort_place where person_id = $1',
  },
  {
    table: 'cohort_instructor',
    title: 'Groups that you teach',
    gives: [group, 'created_at'],
  },
  {
    table: 'course_invitation',
    title: 'Invitations to courses that you answered',
    gives: ['course_code', 'name', 'email', 'state', 'created_at', 'answered_at'],
    erase: 'delete from course_invitation where person_id = $1',
  },
]);
