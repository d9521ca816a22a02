import { everyone, type Row, type Sent } from './rules.js';

/** For people who write or review courses for an organization: here the administrators of the body, with their second factor. */
const writers = (send?: Sent): Row => ({
  expected: everyone('refused', { nobody: 'sign-in', administrator: 'through' }),
  about: 'courseDraft',
  send,
});

/** For those of the draft's organization; for everybody else there is no such draft. */
const ofDraft = (send?: Sent): Row => ({
  expected: everyone('absent', { nobody: 'sign-in', administrator: 'through' }),
  about: 'courseDraft',
  send,
});

/** A question, or a lesson, that the draft does not have. */
const unknownItem: Row = { expected: everyone('absent', { nobody: 'sign-in' }), about: 'courseDraft' };

const item = {
  code: 'x-1',
  competency: 'core-1.1',
  examDomain: 'mentoring_education',
  kind: 'single',
  stem: 'x',
  revision: '1',
};
const approval = { categoryCode: 'rop-5', reviewerName: 'x', speaksFor: 'x', approvedOn: '2026-11-20' };

/** Courses in the making. */
export const authoring: Record<string, Row> = {
  'GET /authoring': writers(),
  'GET /authoring/drafts/new': writers(),
  'POST /authoring/drafts': writers({ code: 'a-new-course', title: 'x' }),
  'GET /authoring/courses/:course/differences': writers(),
  'GET /authoring/drafts/:id': ofDraft(),
  'GET /authoring/drafts/:id/differences': ofDraft(),
  'GET /authoring/drafts/:id/file': ofDraft(),
  'POST /authoring/drafts/:id/file': ofDraft({ text: 'code: x', revision: '1' }),
  'POST /authoring/drafts/:id/file-previews': ofDraft({ text: 'code: x', revision: '1' }),
  'GET /authoring/drafts/:id/files/new': ofDraft(),
  'POST /authoring/drafts/:id/files': ofDraft({ folder: 'lessons', name: '02-more' }),
  'GET /authoring/drafts/:id/items/:item': unknownItem,
  'POST /authoring/drafts/:id/items/:item': { ...unknownItem, send: item },
  'POST /authoring/drafts/:id/items/:item/previews': { ...unknownItem, send: item },
  'GET /authoring/drafts/:id/checks': unknownItem,
  'POST /authoring/drafts/:id/checks': { ...unknownItem, send: { revision: '1' } },
  'POST /authoring/drafts/:id/comments': ofDraft({ comment: 'x' }),
  'POST /authoring/drafts/:id/hand-ins': ofDraft(),
  'POST /authoring/drafts/:id/returns': ofDraft({ comment: 'x' }),
  'POST /authoring/drafts/:id/reviews': ofDraft(),
  'POST /authoring/drafts/:id/publications': ofDraft(),
  'POST /authoring/drafts/:id/discards': ofDraft(),
  'GET /api/v1/course-drafts': writers(),
  'POST /api/v1/course-drafts': writers({ code: 'one-more-course', title: 'x' }),
  'GET /api/v1/course-drafts/:id': ofDraft(),
  'GET /api/v1/course-drafts/:id/files': ofDraft(),
  'PUT /api/v1/course-drafts/:id/files': ofDraft({ text: 'code: x', revision: 1 }),
  'POST /api/v1/course-drafts/:id/files': ofDraft({ folder: 'lessons', name: '03-more' }),
  'POST /api/v1/course-drafts/:id/files/checks': ofDraft({ text: 'code: x', revision: 1 }),
  'POST /api/v1/course-drafts/:id/comments': ofDraft({ comment: 'x' }),
  'POST /api/v1/course-drafts/:id/hand-ins': ofDraft(),
  'POST /api/v1/course-drafts/:id/returns': ofDraft({ comment: 'x' }),
  'POST /api/v1/course-drafts/:id/reviews': ofDraft(),
  'POST /api/v1/course-drafts/:id/publications': ofDraft(),
  'POST /api/v1/course-drafts/:id/discards': ofDraft(),
  'POST /api/v1/course-drafts/:id/approvals': { ...unknownItem, send: approval },
  'GET /authoring/drafts/:id/pictures': ofDraft(),
  'POST /authoring/drafts/:id/pictures': ofDraft({ name: 'x', alt: 'x', picture: { contentBase64: 'eHg=' } }),
  // Pictures that the draft does not have.
  'POST /authoring/drafts/:id/pictures/removals': { ...unknownItem, send: { name: 'x.png' } },
  'GET /authoring/drafts/:id/pictures/:picture': unknownItem,
  'GET /api/v1/course-drafts/:id/pictures': ofDraft(),
  'POST /api/v1/course-drafts/:id/pictures': ofDraft({ name: 'x', alt: 'x', picture: { contentBase64: 'eHg=' } }),
  'POST /api/v1/course-drafts/:id/pictures/removals': { ...unknownItem, send: { name: 'x.png' } },
  // The shipped course is looked after by nobody here: there are two bodies.
  'GET /authoring/courses/:course/withdrawals/new': { expected: everyone('refused', { nobody: 'sign-in' }) },
  'POST /authoring/courses/:course/withdrawals': {
    expected: everyone('refused', { nobody: 'sign-in' }),
    send: { versionId: 'a'.repeat(64), reason: 'x' },
  },
  'POST /api/v1/courses/:course/withdrawals': {
    expected: everyone('refused', { nobody: 'sign-in' }),
    send: { versionId: 'a'.repeat(64), reason: 'x' },
  },
  // A draft that teaches nothing of a community has nothing to be approved.
  'POST /authoring/drafts/:id/approvals': { ...unknownItem, send: approval },
};
