import { personalTables } from '../../src/platform/personal-data/personal-table.js';

const lesson = '(select l.code from lesson l where l.id = t.lesson_id) as lesson';
const course = '(select e.course_code from enrolment e where e.id = t.enrolment_id) as course';

/** Reflections are in no table: they stay on the learner's own device. */
const certificate = '(select c.number from completion_certificate c where c.id = t.certificate_id) as number';

export const coursesPersonalData = personalTables([
  {
    table: 'completion_document',
    title: 'Certificates of completion that were made for you',
    gives: [certificate, 'edition', 'payload', 'state', 'stored_at', 'created_at'],
    erase: 'delete from completion_document where person_id = $1',
  },
  {
    table: 'completion_certificate',
    title: 'Numbers of your certificates of completion',
    gives: [course, 'number', 'created_at'],
    erase: 'delete from completion_certificate where person_id = $1',
  },
  {
    table: 'lesson_completion',
    title: 'Lessons you finished',
    gives: [course, lesson, 'created_at'],
    erase: 'delete from lesson_completion where person_id = $1',
  },
  {
    table: 'lesson_check',
    title: 'What you chose in the checks of lessons',
    gives: [course, lesson, 'chosen', 'answered_at'],
    erase: 'delete from lesson_check where person_id = $1',
  },
  {
    table: 'lesson_time',
    title: 'Time at work in lessons of courses that count it',
    gives: [course, lesson, 'seconds', 'last_sign_at'],
    erase: 'delete from lesson_time where person_id = $1',
  },
  {
    table: 'enrolment_pause',
    title: 'When you paused a course',
    gives: [course, 'paused_at', 'resumed_at'],
    erase: 'delete from enrolment_pause where person_id = $1',
  },
  {
    table: 'enrolment',
    title: 'Courses you began',
    gives: ['course_code', 'created_at', 'completed_at', 'completed_on'],
    erase: 'delete from enrolment where person_id = $1',
  },
]);
