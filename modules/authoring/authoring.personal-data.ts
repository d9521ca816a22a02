import { personalTables } from '../../src/platform/personal-data/personal-table.js';

const course = '(select d.course_code from course_draft d where d.id = t.draft_id) as course';

/** What somebody wrote for an organization stays with its text, as authorship does; they get a copy of what was theirs. */
export const authoringPersonalData = personalTables([
  {
    table: 'course_draft_comment',
    title: 'Your comments on drafts of courses',
    whose: 't.written_by = $1',
    gives: [course, 'path', 'text', 'created_at'],
  },
  {
    table: 'course_draft_picture',
    title: 'When you put pictures into drafts of courses',
    whose: 't.saved_by = $1',
    gives: [course, 'name', 'alt', 'saved_at'],
  },
  {
    table: 'course_draft_file',
    title: 'When you saved files of drafts of courses',
    whose: 't.saved_by = $1',
    gives: [course, 'path', 'revision', 'saved_at'],
  },
]);
