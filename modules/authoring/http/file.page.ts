import {
  HIGHEST_GRADE,
  lessonNumbers,
  lessonPreview,
  readLesson,
  readSession,
  sessionPreview,
} from '../../courses/authoring.public.js';
import { kindOf, partsOf } from '../domain/draft-files.js';
import { itemsIn } from '../domain/quiz-items.js';
import type { FileView } from '../use-cases/read-file.js';
import { linesOf } from './difference.page.js';
import { checksHref } from './draft.page.js';

/** One file in its editor, with what it comes to, what is to be mended and how its readers will see it. */
export function filePage(view: FileView) {
  const { draft, path, text, saved, faults, examination } = view;
  const base = `/authoring/drafts/${draft.id}`;
  const kind = kindOf(path);
  const query = `?path=${encodeURIComponent(path)}`;
  return {
    title: path,
    path,
    base,
    trail: [
      { text: 'Writing courses', href: '/authoring' },
      { text: examination.course.title, href: base },
      { text: path },
    ],
    save: `${base}/file${query}`,
    preview: `${base}/file-previews${query}`,
    revision: saved.revision,
    savedBy: saved.by,
    mayWrite: view.mayWrite,
    isOpen: !['published', 'discarded'].includes(draft.state),
    hasParts: kind === 'lesson' || kind === 'session',
    ...partsOf(text),
    text,
    meanwhile: view.meanwhile && { by: saved.by, lines: linesOf(view.meanwhile) },
    faults,
    isWhole: faults.length === 0,
    ...shownAs(kind, view),
    items:
      kind === 'quiz'
        ? itemsIn(text).map(({ code = '', stem = '' }) => ({
            href: `${base}/items/${encodeURIComponent(code)}`,
            code,
            stem,
          }))
        : null,
    newItem: `${base}/items/new`,
    checksForm: kind === 'lesson' ? checksHref(base, path) : null,
    timeZone: view.timeZone,
    comments: view.comments.map(({ text: words, by, at }) => ({ text: words, by, at: at.toString() })),
  };
}

/** A lesson or a session as its readers see it; null while it cannot be read. */
function shownAs(kind: string, { draft, path, text, examination }: FileView) {
  const course = { ...examination.course, picturesAt: `/authoring/drafts/${draft.id}/pictures` };
  const lesson = kind === 'lesson' ? readLesson(text) : null;
  const session = kind === 'session' ? readSession(text) : null;
  return {
    lesson: lesson && lessonPreview(lesson, course, placeOf(path, examination.lessons)),
    session: session && sessionPreview(session, course),
    numbers: lesson && numbersOf(lessonNumbers(lesson)),
    isUnreadable: (kind === 'lesson' && !lesson) || (kind === 'session' && !session),
  };
}

/** A lesson that course.yaml does not name yet is shown as if it came last. */
function placeOf(path: string, lessons: readonly string[]) {
  const at = lessons.indexOf(path.slice('lessons/'.length));
  return at < 0 ? { number: lessons.length + 1, total: lessons.length + 1 } : { number: at + 1, total: lessons.length };
}

function numbersOf(numbers: ReturnType<typeof lessonNumbers>) {
  const { words, grade, readingMinutes, exerciseMinutes, claimedMinutes } = numbers;
  return {
    columns: [{ label: 'What' }, { label: 'This lesson', numeric: true }, { label: 'Asked for', numeric: true }],
    rows: [
      [`Reading grade`, String(grade), `${HIGHEST_GRADE} at most`],
      ['Words', String(words), '–'],
      ['Minutes claimed', String(claimedMinutes), `${readingMinutes + exerciseMinutes} at most`],
      ['Of these, reading at 200 words a minute', String(readingMinutes), '–'],
      ['Of these, exercises and reflection', String(exerciseMinutes), '–'],
    ].map((cells) => ({ cells: cells.map((cell) => ({ text: cell })) })),
  };
}
