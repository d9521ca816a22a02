import { administrator, caseOf, open, own, self, STAFF, staff, type Row, type Sent, type Staff } from './rules.js';

const handlers: Staff[] = ['reviewer', 'registrar', 'administrator'];
const decider: Staff[] = ['decider'];
const registrar: Staff[] = ['registrar'];
const words = { sealedText: 'Invented, neutral words' };
const complaint = { ...words, number: 'GS-2222-2222-2222-2', allegations: ['boundaries'], eventOn: '2028-09-01' };
const reason = { reason: 'witness_awaited' };
const borneOut = { borneOut: ['boundaries'] };
const proposal = { outcome: 'dismissed', reasons: ['not_borne_out'] };
const word = { word: 'agree' };

/** For the reviewer who handles the case; to colleagues who could it says that it is not theirs. */
function handled(about: 'complaint' | 'appeal', send?: Sent): Row {
  const { expected } = caseOf(about, handlers);
  return { expected: { ...expected, registrar: 'refused', administrator: 'refused' }, about, send };
}

const assign: Sent = (world) => ({ handlerId: world.callers.reviewer.personId });

/** Complaints about holders and appeals of decisions: from the public's, the person's and the desk's side. */
export const conduct: Record<string, Row> = {
  'GET /complaints/new': open(),
  'POST /complaints': { ...open(), send: complaint },
  'POST /api/v1/complaints': { ...open(), send: complaint },
  'GET /notices': self(),
  'GET /notices/:id': own('complaint'),
  'POST /notices/:id/answers': own('complaint', words),
  'GET /api/v1/notices': self(),
  'GET /api/v1/notices/:id': own('complaint'),
  'POST /api/v1/notices/:id/answers': own('complaint', words),
  'GET /desk/complaints': staff(STAFF),
  'GET /desk/complaints/:id': caseOf('complaint', STAFF),
  'GET /api/v1/desk/complaints': staff(STAFF),
  'GET /api/v1/desk/complaints/:id': caseOf('complaint', STAFF),
  ...Object.fromEntries(
    ['/desk', '/api/v1'].flatMap((place): [string, Row][] => [
      [`POST ${place}/complaints/:id/assignments`, caseOf('complaint', administrator, assign)],
      [`POST ${place}/complaints/:id/set-asides`, handled('complaint', { reason: 'outside_scope' })],
      [`POST ${place}/complaints/:id/notices`, handled('complaint')],
      [`POST ${place}/complaints/:id/extensions`, handled('complaint', reason)],
      [`POST ${place}/complaints/:id/findings`, handled('complaint', borneOut)],
      [`POST ${place}/complaints/:id/proposals`, caseOf('complaint', decider, proposal)],
      [`POST ${place}/complaints/:id/seconds`, caseOf('complaint', decider, word)],
      [
        `POST ${place}/complaints/:id/immediate-suspensions`,
        caseOf('complaint', decider, { reason: 'not-of-the-list' }),
      ],
      [`POST ${place}/complaints/:id/confirmations`, caseOf('complaint', decider)],
      [`POST ${place}/complaints/:id/register-entries`, caseOf('complaint', registrar)],
      [`POST ${place}/appeals/:id/assignments`, caseOf('appeal', administrator, assign)],
      [`POST ${place}/appeals/:id/findings`, handled('appeal', { borneOut: ['procedure'] })],
      [`POST ${place}/appeals/:id/proposals`, caseOf('appeal', decider, { outcome: 'upheld' })],
      [`POST ${place}/appeals/:id/seconds`, caseOf('appeal', decider, word)],
    ]),
  ),
  'GET /appeals': self(),
  // Without naming a decision there is none.
  'GET /appeals/new': { expected: { ...own('appeal').expected, owner: 'absent' } },
  'GET /appeals/:id': own('appeal'),
  'POST /appeals': appeals(),
  'POST /appeals/:id/withdrawals': own('appeal'),
  'GET /api/v1/appeals': self(),
  'GET /api/v1/appeals/:id': own('appeal'),
  'POST /api/v1/appeals': appeals(),
  'POST /api/v1/appeals/:id/withdrawals': own('appeal'),
  'GET /desk/appeals': staff(STAFF),
  'GET /desk/appeals/:id': caseOf('appeal', STAFF),
  'GET /api/v1/desk/appeals': staff(STAFF),
  'GET /api/v1/desk/appeals/:id': caseOf('appeal', STAFF),
};

function appeals(): Row {
  const send: Sent = (_, decisionId) => ({ ...words, decisionId, grounds: ['procedure'] });
  return own('decision', send);
}
