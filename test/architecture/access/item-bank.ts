import type { ObjectKind } from '../../support/world-things.js';
import { administrator, caseOf, registrar, staff, type Row, type Sent, type Staff } from './rules.js';

// In this world the decider writes items and judges in studies, the reviewer reviews them, and the registrar is the
// psychometrician. Administrators teach, so they have nothing to do with items but the log.
const author: Staff[] = ['decider'];
const judges: Staff[] = ['decider'];
const items: Staff[] = ['decider', 'reviewer', 'registrar'];
const editors: Staff[] = ['decider', 'registrar'];
const enemies: Staff[] = ['reviewer', 'registrar'];

/** A part of a thing that is not there: those with the role get as far as being told so. */
function nobodysPart(about: ObjectKind, roles: Staff[], send?: Sent): Row {
  const row = caseOf(about, roles, send);
  const absent = Object.fromEntries(roles.map((role) => [role, 'absent' as const]));
  return { ...row, expected: { ...row.expected, ...absent } };
}

const head = { examDomain: 'advocacy', competency: 'core-1', difficulty: 'easy' };
const basedOn = '00000000-0000-4000-8000-000000000000';
const form = {
  ...head,
  basedOn,
  kind: 'single',
  sealedStem: 'An invented question?',
  sealedOption1: 'One',
  sealedWhy1: 'Yes.',
  right1: 'yes',
  sealedOption2: 'Two',
  sealedWhy2: 'No.',
};
const content = {
  kind: 'single',
  stem: 'An invented question?',
  options: [
    { key: 'a', text: 'One', rationale: 'Yes.', correct: true },
    { key: 'b', text: 'Two', rationale: 'No.' },
  ],
};
const move = { versionId: basedOn, move: 'hand_in' };
const enemy = { number: 999, reason: 'too_alike' };
const judge: Sent = (world) => ({ judgeId: world.callers.decider.personId });

/** The item bank of a body: items, the log of readings, studies, judging. */
export const itemBank: Record<string, Row> = {
  'GET /desk/item-bank': staff(items),
  'GET /desk/item-bank/items/new': staff(author),
  'POST /desk/item-bank/items': staff(author),
  'GET /desk/item-bank/items/:id': caseOf('bankItem', items),
  'GET /desk/item-bank/items/:id/edit': caseOf('bankItem', editors),
  'POST /desk/item-bank/items/:id/versions': caseOf('bankItem', editors, form),
  'GET /desk/item-bank/items/:id/differences': caseOf('bankItem', items),
  'POST /desk/item-bank/items/:id/moves': nobodysPart('bankItem', items, move),
  'POST /desk/item-bank/items/:id/enemies': caseOf('bankItem', enemies, enemy),
  'POST /desk/item-bank/items/:id/enemies/:enemyId/removals': nobodysPart('bankItem', enemies),
  'POST /desk/item-bank/hand-ins': staff(author),
  'GET /desk/item-bank/imports/new': staff(author),
  'POST /desk/item-bank/imports': staff(author),
  'GET /desk/item-bank/readings': staff(administrator),
  'GET /desk/item-bank/studies': staff(registrar),
  'GET /desk/item-bank/studies/new': staff(registrar),
  'POST /desk/item-bank/studies': staff(registrar),
  'GET /desk/item-bank/studies/:id': caseOf('bankStudy', registrar),
  'GET /desk/item-bank/studies/:id/document': nobodysPart('bankStudy', registrar),
  'POST /desk/item-bank/studies/:id/moves': caseOf('bankStudy', registrar, { move: 'next_round' }),
  'POST /desk/item-bank/studies/:id/judges': caseOf('bankStudy', registrar, judge),
  'POST /desk/item-bank/studies/:id/judges/:judgeId/removals': nobodysPart('bankStudy', registrar),
  'GET /desk/item-bank/judging': staff(judges),
  'GET /desk/item-bank/judging/:id': caseOf('bankStudy', judges),
  'POST /desk/item-bank/judging/:id/estimates': caseOf('bankStudy', judges),

  'GET /api/v1/item-bank/items': staff(items),
  'POST /api/v1/item-bank/items': staff(author),
  'GET /api/v1/item-bank/items/:id': caseOf('bankItem', items),
  'POST /api/v1/item-bank/items/:id/versions': caseOf('bankItem', editors, { ...head, basedOn, content }),
  'GET /api/v1/item-bank/items/:id/differences': caseOf('bankItem', items),
  'POST /api/v1/item-bank/items/:id/moves': nobodysPart('bankItem', items, move),
  'POST /api/v1/item-bank/items/:id/enemies': caseOf('bankItem', enemies, enemy),
  'DELETE /api/v1/item-bank/items/:id/enemies/:enemyId': nobodysPart('bankItem', enemies),
  'POST /api/v1/item-bank/items/hand-ins': staff(author),
  'POST /api/v1/item-bank/imports': staff(author),
  'GET /api/v1/item-bank/readings': staff(administrator),
  'GET /api/v1/item-bank/studies': staff(registrar),
  'POST /api/v1/item-bank/studies': staff(registrar),
  'GET /api/v1/item-bank/studies/:id': caseOf('bankStudy', registrar),
  'POST /api/v1/item-bank/studies/:id/moves': caseOf('bankStudy', registrar, { move: 'next_round' }),
  'POST /api/v1/item-bank/studies/:id/judges': caseOf('bankStudy', registrar, judge),
  'DELETE /api/v1/item-bank/studies/:id/judges/:judgeId': nobodysPart('bankStudy', registrar),
  'GET /api/v1/item-bank/judging': staff(judges),
  'GET /api/v1/item-bank/judging/:id': caseOf('bankStudy', judges),
  'PUT /api/v1/item-bank/judging/:id/estimates': caseOf('bankStudy', judges, {
    estimates: [{ versionId: basedOn, percent: 50 }],
  }),
};
