import type { World } from '../../support/world.js';
import type { ObjectKind } from '../../support/world-things.js';
import { caseOf, desk, everyone, own, registrar, room, self, staff, type Row, type Sent, type Staff } from './rules.js';

/** For candidates, of whom there is none among these callers: everybody else is told that there is no such thing. */
const candidates = (about: ObjectKind, send?: Sent): Row => ({
  expected: everyone('absent', { nobody: 'sign-in' }),
  about,
  send,
});

// In this world the registrar is the psychometrician.
const newExam = (world: World) => ({
  bodyId: world.bodyId,
  schemeCode: 'icrc-pr',
  title: 'Invented exam',
  minutesAllowed: 90,
  blueprint: {},
  studyId: '00000000-0000-4000-8000-000000000000',
  identityText: 'I am who I say I am.',
  nondisclosureText: 'I keep the questions to myself.',
});
const answers = { answers: [{ versionId: '00000000-0000-4000-8000-000000000000', revision: 1, chosen: ['a'] }] };
/** What a psychometrician sends names the body: in another there is none of theirs. */
const atOwnBody = (send: Sent): Row => {
  const { expected } = staff(registrar);
  return { expected: { ...expected, elsewhere: 'absent' }, send };
};
/** A part of an exam that is not there: those with the role get as far as being told so. */
const partOf = (roles: Staff[], send?: Sent): Row => {
  const row = caseOf('exam', roles, send);
  const absent = Object.fromEntries(roles.map((role) => [role, 'absent' as const]));
  return { ...row, expected: { ...row.expected, ...absent } };
};
const nobody = '00000000-0000-4000-8000-000000000000';
/** Somebody in a room who is not expected there: those who watch over it get as far as being told so. */
const inRoom = (send?: Sent): Row => {
  const row = caseOf('examRoom', room, send);
  return { ...row, expected: { ...row.expected, registrar: 'absent', administrator: 'absent', proctor: 'absent' } };
};
const contact = { unreachableSeconds: 0 };
const late = { answers: [{ versionId: '00000000-0000-4000-8000-000000000000', secondsAgo: 5, chosen: ['a'] }] };
const outage = { minutes: 5, reason: 'power' };

/** Exams that are sat here. */
export const exams: Record<string, Row> = {
  'GET /exams': self(),
  'GET /exams/:id': candidates('exam'),
  'POST /exams/:id/sittings': candidates('exam'),
  'GET /sittings/:id': own('sitting'),
  'POST /sittings/:id/answers': own('sitting'),
  'PUT /sittings/:id/answers': candidates('sitting', { answers: JSON.stringify(answers.answers) }),
  'POST /sittings/:id/breaks': own('sitting'),
  'POST /sittings/:id/break-endings': own('sitting'),
  'POST /sittings/:id/contacts': own('sitting', contact),
  'POST /sittings/:id/late-answers': own('sitting', { answers: JSON.stringify(late.answers) }),
  'GET /sittings/:id/submission': own('sitting'),
  'POST /sittings/:id/submissions': own('sitting'),
  'GET /sittings/:id/result': own('sitting'),

  'POST /api/v1/sittings': candidates('exam', (_, examId) => ({ examId })),
  'GET /api/v1/sittings/:id': own('sitting'),
  'PUT /api/v1/sittings/:id/answers': candidates('sitting', answers),
  'PUT /api/v1/sittings/:id/answers/:item': candidates('sitting', { revision: 1, chosen: [] }),
  'POST /api/v1/sittings/:id/contacts': own('sitting', contact),
  'POST /api/v1/sittings/:id/late-answers': own('sitting', late),
  'POST /api/v1/sittings/:id/breaks': own('sitting'),
  'POST /api/v1/sittings/:id/break-endings': own('sitting'),
  'POST /api/v1/sittings/:id/submissions': own('sitting'),

  'GET /desk/exams': staff(room),
  'GET /desk/exams/new': staff(registrar),
  'POST /desk/exams': atOwnBody(newExam),
  'GET /desk/exams/:id': caseOf('exam', desk),
  'POST /desk/exams/:id/forms': caseOf('exam', registrar),
  'POST /desk/exams/:id/forms/:formId/approvals': partOf(desk),
  'POST /desk/exams/:id/forms/:formId/withdrawals': partOf(desk),
  'GET /desk/exams/:id/room': caseOf('exam', room),
  'GET /desk/exams/:id/sittings/:sittingId': partOf(room),
  'POST /desk/exams/:id/outages': caseOf('exam', room, outage),
  'POST /desk/exams/:id/sittings/:sittingId/outages': partOf(room, outage),
  'POST /desk/exams/:id/sittings/:sittingId/voids': partOf(room, { voidReason: 'left' }),
  'POST /desk/exams/:id/sittings/:sittingId/void-proposals': partOf(room, { voidReason: 'left' }),
  'POST /desk/exams/:id/sittings/:sittingId/void-decisions': partOf(room, { outcome: 'agreed' }),

  'POST /desk/exams/:id/rooms': caseOf('exam', room, { place: 'Library, room 2' }),
  'GET /desk/exams/rooms/:id': caseOf('examRoom', room),
  'POST /desk/exams/rooms/:id/openings': caseOf('examRoom', room),
  'POST /desk/exams/rooms/:id/closings': caseOf('examRoom', room),
  'POST /desk/exams/rooms/:id/outages': caseOf('examRoom', room, outage),
  'GET /desk/exams/rooms/:id/people/:authorisationId': inRoom(),
  'POST /desk/exams/rooms/:id/people/:authorisationId/check-ins': inRoom({ identitySeen: 'documents' }),
  'POST /desk/exams/rooms/:id/people/:authorisationId/check-in-endings': inRoom(),

  'POST /api/v1/exams/:id/rooms': caseOf('exam', room, { place: 'Library, room 2' }),
  'GET /api/v1/exam-rooms/:id': caseOf('examRoom', room),
  'POST /api/v1/exam-rooms/:id/openings': caseOf('examRoom', room),
  'POST /api/v1/exam-rooms/:id/closings': caseOf('examRoom', room),
  'POST /api/v1/exam-rooms/:id/outages': caseOf('examRoom', room, outage),
  'POST /api/v1/exam-rooms/:id/check-ins': inRoom({ authorisationId: nobody, identitySeen: 'documents' }),
  'POST /api/v1/exam-rooms/:id/check-in-endings': inRoom({ authorisationId: nobody }),

  'GET /api/v1/exams': staff(room),
  'POST /api/v1/exams': atOwnBody(newExam),
  'GET /api/v1/exams/:id': caseOf('exam', desk),
  'POST /api/v1/exams/:id/forms': caseOf('exam', registrar),
  'POST /api/v1/exam-forms/:id/approvals': caseOf('examForm', desk),
  'POST /api/v1/exam-forms/:id/withdrawals': caseOf('examForm', desk),
  'GET /api/v1/exams/:id/sittings': caseOf('exam', room),
  'POST /api/v1/exams/:id/outages': caseOf('exam', room, outage),
  'POST /api/v1/proctored-sittings/:id/outages': caseOf('sitting', room, outage),
  'POST /api/v1/proctored-sittings/:id/voids': caseOf('sitting', room, { reason: 'left' }),
  'POST /api/v1/proctored-sittings/:id/void-proposals': caseOf('sitting', room, { reason: 'left' }),
  'POST /api/v1/proctored-sittings/:id/void-decisions': caseOf('sitting', room, { outcome: 'agreed' }),
};
