import { personalTables } from '../../src/platform/personal-data/personal-table.js';

const OF_ATTEMPT = 't.attempt_id in (select id from quiz_attempt where person_id = $1)';
const attempt =
  "(select a.quiz_code || ', attempt ' || a.number from quiz_attempt a where a.id = t.attempt_id) as quiz";

export const quizzesPersonalData = personalTables([
  {
    table: 'quiz_answer',
    title: 'Your answers in quizzes',
    whose: OF_ATTEMPT,
    gives: [attempt, 'item_code', 'answer', 'saved_at'],
    erase: `delete from quiz_answer where attempt_id in (select id from quiz_attempt where person_id = $1)`,
    keptFrom: 'saved_at',
  },
  {
    table: 'quiz_late_answer',
    title: 'Your answers that came after the end of a quiz',
    gives: [attempt, 'item_code', 'answer', 'given_at', 'received_at'],
    erase: 'delete from quiz_late_answer where person_id = $1',
    keptFrom: 'received_at',
  },
  {
    table: 'quiz_attempt_item',
    title: 'Questions of your quizzes',
    whose: OF_ATTEMPT,
    gives: [attempt, 'item_code', 'place', 'competency', 'exam_domain', 'earned_parts'],
    erase: `delete from quiz_attempt_item where attempt_id in (select id from quiz_attempt where person_id = $1)`,
  },
  {
    table: 'quiz_attempt',
    title: 'Quizzes you took',
    gives: ['quiz_code', 'number', 'started_at', 'closed_at', 'closed_by', 'percent', 'passed'],
    erase: 'delete from quiz_attempt where person_id = $1',
  },
  {
    table: 'accommodation',
    title: 'What is made easier for you in quizzes and exams',
    ofBody: true,
    gives: [
      'extra_time_percent',
      'break_minutes',
      'reader',
      'large_text',
      'wide_spacing',
      'valid_from',
      'valid_until',
      'granted_at',
      'ended_at',
    ],
  },
  {
    table: 'accommodation_request',
    title: 'What you asked to be made easier in quizzes and exams',
    ofBody: true,
    gives: [
      'extra_time_percent',
      'break_minutes',
      'reader',
      'large_text',
      'wide_spacing',
      'asked_at',
      'state',
      'answered_at',
      'reason',
    ],
  },
]);
