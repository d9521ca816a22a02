import type { AuthoringDesk } from '../use-cases/read-drafts.js';
import type { DraftView } from '../use-cases/read-draft.js';
import type { FileView } from '../use-cases/read-file.js';

/** The drafts and courses of whoever writes or reviews, as JSON. */
export function deskDocument({ drafts, courses }: AuthoringDesk) {
  return {
    drafts: drafts.map(({ id, courseCode, title, state, begunBy, organization, createdAt, settledAt, waitsFor }) => {
      const times = { createdAt: createdAt.toString(), settledAt: settledAt?.toString() ?? null };
      return { id, courseCode, title, state, begunBy, organization, waitsFor, ...times };
    }),
    courses: courses.map(({ id, courseCode, origin, definition }) => {
      return { code: courseCode, title: definition.title, version: definition.version, versionId: id, origin };
    }),
  };
}

/** One draft with its files, what the checks say, and what people said. */
export function draftDocument({ draft, title, files, examination, comments, rights }: DraftView) {
  const { id, courseCode, baseVersionId, publishedVersionId, state } = draft;
  return {
    id,
    courseCode,
    title,
    state,
    baseVersionId,
    publishedVersionId,
    files: files.map(({ savedAt, ...file }) => ({ ...file, savedAt: savedAt.toString() })),
    faults: examination.folder.faults,
    awaited: examination.awaited.map(({ categoryCode, awaiting, paths, pictures, approval }) => {
      return { categoryCode, awaiting, paths, pictures, isApproved: approval !== null };
    }),
    comments: comments.map(({ at, ...comment }) => ({ ...comment, at: at.toString() })),
    rights,
  };
}

/** One file of a draft, with what the checks say of it. */
export function fileDocument({ path, saved, text, faults, mayWrite }: FileView) {
  return { path, revision: saved.revision, savedBy: saved.by, text, faults, mayWrite };
}
