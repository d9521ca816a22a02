import { personalTables } from '../../src/platform/personal-data/personal-table.js';

const OF_SITTING = 't.sitting_id in (select id from sitting where person_id = $1)';
const exam = '(select e.title from sitting s join exam e on e.id = s.exam_id where s.id = t.sitting_id) as exam';

/** A person's sittings belong to the legal file: they stay while the body must be able to show how it decided. */
export const examsPersonalData = personalTables([
  {
    table: 'sitting_answer',
    title: 'Your answers in exams',
    whose: OF_SITTING,
    gives: {
      withheld: 'The questions of an exam stay secret, and with them the answers. Your result is told by domain.',
    },
  },
  {
    table: 'sitting_event',
    title: 'What became of your sittings',
    whose: OF_SITTING,
    ofBody: true,
    gives: [exam, 'move', 'to_state', 'reason', 'happened_at'],
  },
  {
    table: 'sitting_outage',
    title: 'Time given back to you after an interruption',
    whose: OF_SITTING,
    ofBody: true,
    gives: [exam, 'minutes', 'reason', 'recorded_at'],
  },
  {
    table: 'sitting_contact',
    title: 'When the page of your exam was heard last',
    whose: OF_SITTING,
    gives: [exam, 'heard_at'],
  },
  {
    table: 'sitting_late_answer',
    title: 'Answers that came after the end of an exam; what they say stays with the questions, which are secret',
    ofBody: true,
    gives: [exam, 'answers', 'first_given_at', 'last_given_at', 'received_at'],
  },
  {
    table: 'sitting_void_proposal',
    title: 'Whether a sitting of yours counts',
    ofBody: true,
    gives: [exam, 'reason', 'proposed_at', 'outcome', 'settled_at'],
  },
  {
    table: 'sitting_break',
    title: 'Breaks you took in exams',
    whose: OF_SITTING,
    ofBody: true,
    gives: [exam, 'began_at', 'until_at', 'ended_at'],
  },
  {
    table: 'sitting_result',
    title: 'Your results of exams taken here',
    ofBody: true,
    gives: [exam, 'scaled_score', 'passed', 'domains', 'recorded_at'],
  },
  {
    table: 'exam_check_in',
    title: 'Rooms where you were checked in for an exam',
    ofBody: true,
    gives: [
      '(select e.title from exam_room r join exam e on e.id = r.exam_id where r.id = t.room_id) as exam',
      '(select r.place from exam_room r where r.id = t.room_id) as place',
      'identity_seen',
      'checked_in_at',
      'undone_at',
    ],
  },
  {
    table: 'sitting',
    title: 'Exams you sat here',
    ofBody: true,
    gives: [
      '(select e.title from exam e where e.id = t.exam_id) as exam',
      'state',
      'started_at',
      'minutes_allowed',
      'outage_minutes',
      'accommodations',
      'deadline_at',
      'closed_at',
    ],
  },
]);
