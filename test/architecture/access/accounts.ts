import { open, openByToken, self, own, staff, caseOf, desk, administrator, type Row, type Sent } from './rules.js';

const madeSure = { identityCheck: 'photo-id-in-person' };
const notNeeded: Sent = ({ bodyId }) => ({ bodyId, reason: 'not_needed' });
const newAddress = { ...madeSure, email: 'new-address@example.test' };

/** Whose account it is, and what is open to all: platform, people, organizations, notifications, competencies, portal. */
export const accounts: Record<string, Row> = {
  // platform
  'GET /dev/components': open(),
  'POST /dev/components': open(),
  'GET /health/live': open(),
  'GET /health/ready': open(),
  'GET /language/:language': open(),
  'GET /metrics': open(),

  // people
  'GET /sign-in': open(),
  'POST /sign-in': open(),
  'GET /sign-in/code': open(),
  'POST /sign-in/code': open(),
  'POST /sign-out': open(),
  'POST /api/v1/tokens': open(),
  'DELETE /api/v1/tokens': self(),
  'GET /register': open(),
  'POST /register': open(),
  'GET /register/sent': open(),
  'POST /api/v1/people': open(),
  'GET /verifications/:token': openByToken,
  'POST /verifications/:token': openByToken,
  'POST /api/v1/verifications': open(),
  'GET /password-resets': open(),
  'POST /password-resets': open(),
  'GET /password-resets/sent': open(),
  'GET /password-resets/:token': openByToken,
  'POST /password-resets/:token': openByToken,
  'POST /api/v1/password-resets': open(),
  'POST /api/v1/passwords': open(),
  'GET /api/v1/me': self(),
  'GET /api/v1/me/sessions': self(),
  'DELETE /api/v1/me/sessions/:id': own('session'),
  'POST /api/v1/me/second-factors': self(),
  'POST /api/v1/me/second-factors/confirmations': self(),
  'GET /profile': self(),
  'GET /profile/names': self(),
  'POST /profile/names': self(),
  'GET /profile/language': self(),
  'POST /profile/language': self(),
  'GET /profile/contacts': self(),
  'POST /profile/contacts': self(),
  'POST /profile/contacts/:id/choices': own('contact'),
  'POST /profile/contacts/:id/removals': own('contact'),
  'GET /profile/confirmation': self(),
  'POST /profile/confirmation': self(),
  'GET /profile/password': self(),
  'POST /profile/password': self(),
  'GET /profile/sessions': self(),
  'POST /profile/sessions/endings': self(),
  'POST /profile/sessions/:id/endings': own('session'),
  'GET /second-factor': self(),
  'GET /profile/second-factor': self(),
  'POST /profile/second-factor/confirmations': self(),
  'POST /profile/second-factor/removals': self(),

  // organizations, notifications, competencies
  'GET /desk/staff': staff(['administrator']),
  'POST /desk/staff/memberships': caseOf('newcomer', ['administrator'], ({ bodyId }, personNumber) => {
    return { organizationId: bodyId, personNumber, role: 'reviewer' };
  }),
  'POST /desk/staff/memberships/endings': caseOf('membership', ['administrator'], ({ bodyId }, membershipId) => {
    return { organizationId: bodyId, membershipId };
  }),
  'GET /letters': self(),
  'GET /dev/mail': open(),
  'GET /competencies': open(),
  'GET /api/v1/competencies': open(),

  // privacy
  'GET /profile/data': self(),
  'POST /profile/data/copies': self(),
  'GET /profile/data/erasures/new': self(),
  'POST /profile/data/erasures': self(),
  'POST /profile/data/erasures/withdrawals': self(),
  'GET /api/v1/me/data': self(),
  'POST /api/v1/me/data/copies': self(),
  'POST /api/v1/erasures': self(),
  'POST /api/v1/erasures/withdrawals': self(),
  'GET /desk/erasures': staff(desk),
  'POST /desk/erasures/:id/answers': caseOf('erasure', desk, notNeeded),
  'GET /api/v1/desk/erasures': staff(desk),
  'POST /api/v1/desk/erasures/:id/answers': caseOf('erasure', desk, notNeeded),

  // portal
  'GET /desk/people': staff(desk),
  'GET /desk/people/:number': caseOf('person', desk),
  'GET /desk/people/:number/mailbox-recoveries/new': caseOf('person', desk),
  'POST /desk/people/:number/mailbox-recoveries': caseOf('person', desk, newAddress),
  'POST /api/v1/mailbox-recoveries': caseOf('person', desk, (_, number) => ({ ...newAddress, number })),
  'GET /desk/people/:number/second-factor-removals/new': caseOf('person', administrator),
  'POST /desk/people/:number/second-factor-removals': caseOf('person', administrator, madeSure),
  'GET /desk/second-factor-removals/:id': caseOf('removal', administrator),
  'POST /desk/second-factor-removals/:id/confirmations': caseOf('removal', administrator, madeSure),
  'GET /api/v1/second-factor-removals': staff(administrator),
  'POST /api/v1/second-factor-removals': caseOf('person', administrator, (_, number) => ({ ...madeSure, number })),
  'POST /api/v1/second-factor-removals/:id/confirmations': caseOf('removal', administrator, madeSure),
  'GET /': open(),
  'GET /help': open(),
  'GET /dev/sign-ins': open(),
  'GET /home': { expected: { ...self().expected, unproven: 'second-factor' } },
  'GET /api/v1/demonstration/clock': open(),
  'POST /api/v1/demonstration/clock': open(),
  'GET /api/v1/demonstration/letters': open(),
  'GET /api/v1/demonstration/effects': open(),
};
