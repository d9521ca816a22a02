import { administrator, caseOf, self, staff, type Row, type Staff } from './rules.js';
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
  return { readerId: world.callers.registrar.personId, reason: 'stands_in' };
});

/** A part of a file that is not there: those with the role get as far as being told so. */
function nobodysPart(roles: Staff[]): Row {
  const { expected } = caseOf('caseFile', roles);
  const absent = Object.fromEntries(roles.map((role) => [role, 'absent' as const]));
  return { expected: { ...expected, ...absent }, about: 'caseFile' };
}

/** Sealed case files. */
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
};
