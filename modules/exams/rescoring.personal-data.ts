import { personalTables } from '../../src/platform/personal-data/personal-table.js';

const exam = '(select e.title from sitting s join exam e on e.id = s.exam_id where s.id = t.sitting_id) as exam';

/** What a person said of an exam, and what rescoring made of their results: legal file, like the sittings. */
export const rescoringPersonalData = personalTables([
  {
    table: 'exam_remark_decision',
    title: 'What was decided of your challenges',
    ofBody: true,
    gives: [
      '(select r.place from exam_remark r where r.id = t.remark_id) as question',
      'outcome',
      'ruling',
      'reason',
      'decided_at',
    ],
  },
  {
    table: 'exam_remark',
    title: 'Your challenges of questions and comments on exams; your words stay with the questions, which are secret',
    ofBody: true,
    gives: [exam, 'kind', 'place as question', 'created_at'],
  },
  {
    table: 'sitting_score',
    title: 'Your results after an exam was scored again',
    ofBody: true,
    gives: [exam, 'number', 'scaled_score', 'passed', 'domains', 'recorded_at'],
  },
  {
    table: 'exam_pass_decision',
    title: 'Whether a pass of yours stays',
    ofBody: true,
    gives: [exam, 'proposed_at', 'answer_until', 'outcome', 'decided_at'],
  },
  {
    table: 'exam_rescore_sitting',
    title: 'What scoring an exam again found of your sittings',
    ofBody: true,
    gives: [exam, 'outcome', 'old_scaled', 'old_passed', 'new_scaled', 'new_passed', 'recorded_at'],
  },
]);
