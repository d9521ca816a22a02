import { formatDate, formatInstant } from '../../../src/platform/views/helpers/format.js';
import { kindOf } from '../domain/draft-files.js';
import type { AwaitedWord } from '../use-cases/examine-draft.js';
import type { DraftView } from '../use-cases/read-draft.js';
import { stateWords } from './desk.page.js';

const KINDS = { course: 'The course', lesson: 'Lesson', session: 'Live session', quiz: 'Questions' } as const;

/** One draft: its files, what is still to be mended, what others say, and what can be done with it now. */
export function draftPage(view: DraftView) {
  const { draft, title, examination, rights, comments, timeZone } = view;
  const { faults } = examination.folder;
  const base = `/authoring/drafts/${draft.id}`;
  const prefix = `courses/${draft.courseCode}/`;
  const isOpen = !['published', 'discarded'].includes(draft.state);
  const mayWrite = rights.writes && draft.state === 'draft';
  const second = rights.reviews && !rights.wrote;
  return {
    title,
    base,
    path: base,
    ...stateWords(draft.state),
    isOpen,
    mayWrite,
    facts: factsOf(view),
    fileColumns: [{ label: 'File' }, { label: 'What it is' }, { label: 'To mend', numeric: true }, { label: 'Saved' }],
    files: view.files.map(({ path, savedBy, savedAt, revision }) => ({
      cells: [
        { text: path, href: fileHref(base, path) },
        { text: KINDS[kindOf(path)] },
        { text: String(faults.filter(({ file }) => file === prefix + path).length) },
        { text: revision === 1 ? 'As it was begun' : `${savedBy}, ${formatInstant(savedAt, timeZone)}` },
      ],
    })),
    items: view.items.map(({ code = '', stem = '' }) => ({
      href: `${base}/items/${encodeURIComponent(code)}`,
      code,
      stem,
    })),
    faults: faults.map(({ file, line, reason }) => {
      const path = file.startsWith(prefix) ? file.slice(prefix.length) : null;
      const isHere = path !== null && view.files.some((one) => one.path === path);
      return { href: isHere ? fileHref(base, path) : null, place: `${path ?? file}, line ${line}`, reason };
    }),
    isWhole: faults.length === 0,
    awaited: examination.awaited.map((word) => awaitedView(word, base)),
    timeZone,
    comments: comments.map(({ path, text, by, at }) => ({ path, text, by, at: at.toString() })),
    paths: view.files.map(({ path }) => ({ value: path, label: path })),
    today: view.today.toString(),
    mayHandIn: mayWrite,
    mayReturn: rights.reviews && ['in_review', 'reviewed'].includes(draft.state),
    mayReview: second && draft.state === 'in_review',
    mayPublish: second && draft.state === 'reviewed',
    mayApprove: second && isOpen && examination.awaited.some(({ approval }) => !approval),
    mayDiscard: rights.writes && isOpen,
    waitsForSecond: ['in_review', 'reviewed'].includes(draft.state) && !second,
    open: examination.awaited
      .filter(({ approval }) => !approval)
      .map(({ categoryCode, title: label }) => ({ value: categoryCode, label })),
    courseHref: `/courses/${draft.courseCode}`,
    isPublished: draft.state === 'published',
  };
}

export function fileHref(base: string, path: string): string {
  return `${base}/file?path=${encodeURIComponent(path)}`;
}

/** Where the questions of a lesson's file are written in a form. */
export function checksHref(base: string, path: string): string {
  return `${base}/checks?path=${encodeURIComponent(path)}`;
}

function factsOf({ draft, people, examination, timeZone }: DraftView) {
  const { base, folder } = examination;
  return [
    { key: 'Course', value: draft.courseCode },
    { key: 'Begun', value: `${people.begunBy}, ${formatInstant(draft.createdAt, timeZone)}` },
    {
      key: 'From',
      value: base
        ? `version ${base.definition.version}, published ${formatInstant(base.createdAt, timeZone)}`
        : 'nothing: the course is new',
    },
    ...(draft.reviewedAt
      ? [{ key: 'Reviewed', value: `${people.reviewedBy}, ${formatInstant(draft.reviewedAt, timeZone)}` }]
      : []),
    ...(draft.settledAt
      ? [
          {
            key: draft.state === 'published' ? 'Published' : 'Discarded',
            value: `${people.settledBy}, ${formatInstant(draft.settledAt, timeZone)}`,
          },
        ]
      : []),
    { key: 'Holds', value: `${folder.lessons} lessons, ${folder.sessions} live sessions, ${folder.items} questions` },
  ];
}

function awaitedView({ categoryCode, title, awaiting, paths, pictures, approval }: AwaitedWord, base: string) {
  return {
    heading: `${title} (${categoryCode})`,
    awaiting,
    paths: paths.map((path) => ({ path, href: fileHref(base, path) })),
    pictures: pictures.map(({ name, sha256, words }) => ({ name, src: `${base}/pictures/${sha256}`, words })),
    approval:
      approval &&
      `${approval.reviewerName}, for ${approval.speaksFor}, agreed to this text${pictures.length > 0 ? ' and its pictures' : ''} on ${formatDate(approval.approvedOn)}.`,
  };
}
