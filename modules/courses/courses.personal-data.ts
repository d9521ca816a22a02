import { personalTables } from '../../src/platform/personal-data/personal-table.js';

const lesson = '(select l.code from lesson l where l.id = t.lesson_id) as lesson';
const course = '(select e.course_code from enrolment e where e.id = t.enrolment_id) as course';

/** Reflections are in no table: they stay on the learner's own device. */
export const coursesPersonalData = personalTables([
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
