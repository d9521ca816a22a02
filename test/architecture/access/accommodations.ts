import type { World } from '../../support/world.js';
import { caseOf, desk, own, self, staff, type Row } from './rules.js';

const larger = { largeText: true };
const settled = { ...larger, validFrom: '2028-10-15' };
const unasked = {
  extraTimePercent: 25,
  validFrom: '2028-10-15',
  personNumber: 'P-22222-22222',
  personName: 'Nora Nobody',
};
/** For those who look after accommodations at the body that is named in what is sent. */
const ofBody = (send: object): Row => ({
  expected: { ...staff(desk).expected, elsewhere: 'absent' },
  send: (world) => ({ bodyId: world.bodyId, ...send }),
});
const asking = (world: World) => ({ ...larger, bodyId: world.bodyId });

/** What helps people in quizzes and exams. */
export const accommodations: Record<string, Row> = {
  'GET /accommodations': self(),
  'POST /accommodations/requests': self(asking),
  'POST /accommodations/requests/:id/withdrawals': own('accommodationRequest'),
  'POST /accommodations/:id/endings': own('accommodation'),

  'GET /api/v1/accommodations': self(),
  'POST /api/v1/accommodation-requests': self(asking),
  'POST /api/v1/accommodation-requests/:id/withdrawals': own('accommodationRequest'),
  'POST /api/v1/accommodations/:id/endings': own('accommodation'),

  'GET /desk/accommodations': staff(desk),
  'GET /desk/accommodations/new': staff(desk),
  'POST /desk/accommodations': ofBody(unasked),
  'GET /desk/accommodations/requests/:id': caseOf('accommodationRequest', desk),
  'POST /desk/accommodations/requests/:id/grants': caseOf('accommodationRequest', desk, settled),
  'POST /desk/accommodations/requests/:id/declines': caseOf('accommodationRequest', desk, { reason: 'another_body' }),
  'GET /desk/accommodations/:id': caseOf('accommodation', desk),
  'POST /desk/accommodations/:id/adjustments': caseOf('accommodation', desk, settled),
  'POST /desk/accommodations/:id/endings': caseOf('accommodation', desk),

  'GET /api/v1/desk/accommodation-requests': staff(desk),
  'GET /api/v1/desk/accommodations': staff(desk),
  'POST /api/v1/desk/accommodations': ofBody(unasked),
  'POST /api/v1/desk/accommodation-requests/:id/grants': caseOf('accommodationRequest', desk, settled),
  'POST /api/v1/desk/accommodation-requests/:id/declines': caseOf('accommodationRequest', desk, {
    reason: 'another_body',
  }),
  'POST /api/v1/desk/accommodations/:id/adjustments': caseOf('accommodation', desk, settled),
  'POST /api/v1/desk/accommodations/:id/endings': caseOf('accommodation', desk),
};
