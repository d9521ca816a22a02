import {
  aDay,
  administrator,
  byLink,
  caseOf,
  own,
  registrar,
  reviewer,
  self,
  STAFF,
  staff,
  type Row,
  type Staff,
} from './rules.js';
import type { Sent } from './rules.js';

const readers: Staff[] = ['reviewer', 'registrar', 'administrator'];
const retention = { kind: 'reference', months: 24 };

/** From outside: for administrators of the body and for the file's one named reader, the reviewer. */
const outside = (send?: Sent): Row => {
  const { expected } = caseOf('caseFile', readers);
  return { expected: { ...expected, registrar: 'absent' }, about: 'caseFile', send };
};

/** Inside: for the named reader alone; an administrator is nobody here. */
const inside: Row = {
  expected: { ...caseOf('caseFile', readers).expected, registrar: 'absent', administrator: 'absent' },
  about: 'caseFile',
};

const setsRetention: Row = {
  ...caseOf('caseFile', administrator, (world) => ({ ...retention, bodyId: world.bodyId })),
  about: undefined,
};

const administers = caseOf('caseFile', administrator, (world) => {
  return { readerId: world.callers.reviewer.personId, reason: 'stands_in' };
});

/** A part of a file that is not there: those with the role get as far as being told so. */
function nobodysPart(roles: Staff[]): Row {
  const { expected } = caseOf('caseFile', roles);
  const absent = Object.fromEntries(roles.map((role) => [role, 'absent' as const]));
  return { expected: { ...expected, ...absent }, about: 'caseFile' };
}

const referee = { code: 'supervisor_letter', name: 'Ines Invented', email: 'ines@referee.example' };
const check = { code: 'registry', result: 'clear', provider: 'Invented Checks', reference: 'B-1', checkedOn: aDay };
const question = { answerUntil: aDay };
const answer = { sealedText: 'Invented, neutral words' };

/** A request that is not there: the owner is told so, too. */
const ownPart: Row = {
  expected: { ...own('application').expected, owner: 'absent' },
  about: 'application',
};
const casePart: Row = {
  ...caseOf('application', reviewer, { outcome: 'accepted' }),
  expected: { ...caseOf('application', reviewer).expected, reviewer: 'absent' },
};

/** Sealed case files, and what leads into them. */
export const sealed: Record<string, Row> = {
  'GET /case-files': self(),
  'GET /api/v1/case-files': self(),
  'GET /desk/case-files': staff(readers),
  'GET /api/v1/desk/case-files': staff(readers),
  'POST /desk/case-files/retentions': setsRetention,
  'GET /desk/case-files/:id': outside(),
  'GET /api/v1/desk/case-files/:id': outside(),
  'POST /desk/case-files/:id/readings': inside,
  'POST /api/v1/case-files/:id/readings': inside,
  'POST /desk/case-files/:id/documents/:documentId/copies': nobodysPart(readers),
  'POST /desk/case-files/:id/readers': administers,
  'POST /api/v1/case-files/:id/readers': administers,
  'POST /desk/case-files/:id/readers/:readerId/removals': nobodysPart(administrator),
  'DELETE /api/v1/case-files/:id/readers/:readerId': nobodysPart(administrator),

  // references and background checks of an application
  'GET /applications/:id/references': own('application'),
  'POST /applications/:id/references': own('application', referee),
  'POST /applications/:id/references/:requestId/withdrawals': ownPart,
  'GET /api/v1/applications/:id/references': own('application'),
  'POST /api/v1/applications/:id/references': own('application', referee),
  'POST /api/v1/applications/:id/references/:requestId/withdrawals': ownPart,
  'GET /desk/applications/:id/references': caseOf('application', STAFF),
  'POST /desk/applications/:id/references/:requestId/reviews': casePart,
  'POST /api/v1/applications/:id/references/:requestId/reviews': casePart,
  'GET /reference-links/:token': byLink(),
  'GET /references/:id': byLink('caseFile'),
  'POST /references/:id/letters': byLink('caseFile'),
  'POST /references/:id/refusals': byLink('caseFile'),
  'GET /desk/applications/:id/background-checks': caseOf('application', STAFF),
  'POST /desk/applications/:id/background-checks': caseOf('application', registrar, check),
  'POST /api/v1/applications/:id/background-checks': caseOf('application', registrar, check),
  'POST /desk/applications/:id/background-questions': caseOf('application', ['registrar', 'reviewer'], question),
  'POST /api/v1/applications/:id/background-questions': caseOf('application', ['registrar', 'reviewer'], question),
  'GET /applications/:id/background-answer': own('application'),
  'GET /api/v1/applications/:id/background-answers': own('application'),
  'POST /applications/:id/background-answers': own('application', answer),
  'POST /api/v1/applications/:id/background-answers': own('application', answer),
};
