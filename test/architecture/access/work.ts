import {
  administrator,
  caseOf,
  open,
  own,
  registrar,
  self,
  STAFF,
  staff,
  type Row,
  type Sent,
  type Staff,
} from './rules.js';

const timekeepers: Staff[] = ['reviewer', 'registrar', 'administrator'];
const waiver = { clauseId: 'training', reasonCode: 'hardship', reason: 'As we wrote to you.' };
const feeWaiver = { reasonCode: 'hardship', note: 'As we wrote to you.' };
const payment = { reference: 'Statement 7, line 3' };
const pause = { reason: 'outside_confirmation' };

/** For administrators of the body that is named in what is sent. */
const ofBody = (send: object): Row => ({
  expected: { ...staff(administrator).expected, elsewhere: 'absent' },
  send: (world) => ({ bodyId: world.bodyId, ...send }),
});
const holiday: Sent = (world) => ({ bodyId: world.bodyId });

/** A waiver that is not there: whoever may go that far is told so. */
const ofWaiver = (send?: Sent): Row => {
  const row = caseOf('application', registrar, send);
  return { ...row, expected: { ...row.expected, registrar: 'absent' } };
};

/** For who declared it: to colleagues it is not there. */
const declarer: Row = {
  expected: {
    ...staff(STAFF).expected,
    ...({ decider: 'absent', registrar: 'absent', administrator: 'absent', elsewhere: 'absent' } as const),
  },
  about: 'conflict',
};
const conflict: Sent = { personNumber: 'P-00000-00000', kind: 'friend' };

/** What goes on around applications: the body's settings, clocks, fees, waivers, conflicts, and the times of decisions. */
export const work: Record<string, Row> = {
  'GET /desk/settings': staff(administrator),
  'POST /desk/settings': ofBody({ code: 'warn_days', value: 6, reason: 'We are few' }),
  'POST /desk/settings/support-lines': ofBody({ way: 'call', phone: '988' }),
  'POST /desk/settings/holidays': ofBody({ onDate: '2028-12-25', name: 'Christmas Day' }),
  'POST /desk/settings/holidays/:id/removals': caseOf('holiday', administrator, holiday),
  'GET /api/v1/desk/settings': staff(administrator),
  'POST /api/v1/desk/settings': ofBody({ code: 'warn_days', value: 7, reason: 'We are few' }),
  'POST /api/v1/desk/settings/support-lines': ofBody({ way: 'text', phone: '988' }),
  'POST /api/v1/desk/settings/holidays': ofBody({ onDate: '2028-12-26', name: 'The day after' }),
  'POST /api/v1/desk/settings/holidays/:id/removals': caseOf('holiday', administrator, holiday),

  'POST /desk/applications/:id/pauses': caseOf('application', timekeepers, pause),
  'POST /desk/applications/:id/pauses/endings': caseOf('application', timekeepers, pause),
  'POST /desk/applications/:id/waivers': caseOf('application', registrar, waiver),
  'POST /api/v1/applications/:id/pauses': caseOf('application', timekeepers, pause),
  'POST /api/v1/applications/:id/pauses/endings': caseOf('application', timekeepers, pause),
  'POST /api/v1/applications/:id/waivers': caseOf('application', registrar, waiver),

  'GET /desk/applications/:id/waivers/:waiverId/endings/new': ofWaiver(),
  'POST /desk/applications/:id/waivers/:waiverId/endings': ofWaiver({ reason: 'As we wrote.' }),
  'POST /api/v1/applications/:id/waivers/:waiverId/endings': caseOf('application', registrar, {
    reason: 'As we wrote.',
  }),

  'GET /desk/conflicts': staff(STAFF),
  'POST /desk/conflicts': staff(STAFF, conflict),
  'POST /desk/conflicts/:id/endings': declarer,
  'GET /api/v1/desk/conflicts': staff(STAFF),
  'POST /api/v1/desk/conflicts': staff(STAFF, conflict),
  'POST /api/v1/desk/conflicts/:id/endings': declarer,

  'GET /invoices': self(),
  'GET /invoices/:id': own('invoice'),
  'GET /api/v1/invoices': self(),
  'GET /api/v1/invoices/:id': own('invoice'),
  'GET /desk/invoices': staff(STAFF),
  'GET /desk/invoices/:id': caseOf('invoice', STAFF),
  'GET /api/v1/desk/invoices': staff(STAFF),
  'GET /api/v1/desk/invoices/:id': caseOf('invoice', STAFF),
  ...Object.fromEntries(
    ['/desk', '/api/v1/desk'].flatMap((desk) => [
      [`POST ${desk}/invoices/:id/payments`, caseOf('invoice', registrar, payment)],
      [`POST ${desk}/invoices/:id/waivers`, caseOf('invoice', registrar, feeWaiver)],
      [`POST ${desk}/invoices/:id/cancellations`, caseOf('invoice', registrar, { reasonCode: 'body_error' })],
    ]),
  ),

  'GET /desk/scheme-withdrawals': staff(administrator),
  'GET /desk/scheme-withdrawals/new': staff(administrator),
  'POST /desk/scheme-withdrawals': ofBody({
    schemeCode: 'icrc-pr',
    withdrawnFrom: '2031-01-01',
    reason: 'Another one follows it',
    confirmed: 'yes',
  }),
  'POST /api/v1/desk/scheme-withdrawals': ofBody({
    schemeCode: 'icrc-pr',
    withdrawnFrom: '2031-01-01',
    reason: 'Another one follows it',
  }),

  'GET /bodies/:slug/decisions': open(),
  'GET /api/v1/bodies/:slug/decisions': open(),
};
