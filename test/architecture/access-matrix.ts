import type { CallerKind, ObjectKind, World } from '../support/world.js';
import { CALLERS, entryOn, proof } from '../support/world.js';

/**
 * How a route answers a kind of caller: asked to sign in, asked for the second factor, refused (403), told that there is no such
 * thing (404) or that the link is not good any more (410), or let through, whatever the use case then says.
 */
export type Answer = 'sign-in' | 'second-factor' | 'refused' | 'absent' | 'gone' | 'through';

export interface Row {
  expected: Record<CallerKind, Answer>;
  /** What `:id` or `:number` names, or what is sent. */
  about?: ObjectKind;
  /** What the caller sends; without what the use case needs, a stranger would be told of the form and not of the thing. */
  send?: object | ((world: World, thing: string) => object);
}

type Sent = Row['send'];
type Staff = 'reviewer' | 'decider' | 'registrar' | 'administrator';

const STAFF: Staff[] = ['reviewer', 'decider', 'registrar', 'administrator'];

function everyone(answer: Answer, except: Partial<Record<CallerKind, Answer>> = {}): Record<CallerKind, Answer> {
  return Object.fromEntries(CALLERS.map((kind) => [kind, except[kind] ?? answer])) as Record<CallerKind, Answer>;
}

/** For everybody, signed in or not. */
const open = (about?: ObjectKind): Row => ({ expected: everyone('through'), about });

/** For whoever has the token of a letter, which is none of these callers. */
const openByToken: Row = { expected: everyone('gone') };

/** For whoever came by the link of a letter, which is none of these callers, the owner neither. */
const byLink = (about?: ObjectKind): Row => ({ expected: everyone('gone'), about });

/** For anybody signed in: it is about themselves. */
const self = (send?: Sent): Row => ({ expected: everyone('through', { nobody: 'sign-in' }), send });

/** For the owner of a thing; for everyone else there is no such thing. */
const own = (about: ObjectKind, send?: Sent): Row => ({
  expected: everyone('absent', { nobody: 'sign-in', owner: 'through' }),
  about,
  send,
});

/** For the owner, and for staff of the body in one of these roles. */
const ownOrCase = (about: ObjectKind, roles: Staff[]): Row => {
  const { expected } = own(about);
  return { expected: { ...expected, ...Object.fromEntries(roles.map((role) => [role, 'through'])) }, about };
};

/** For staff in one of these roles, in whichever body they work: what they see there is of their own body. */
const staff = (roles: Staff[], send?: Sent): Row => ({
  expected: everyone('refused', {
    nobody: 'sign-in',
    unproven: 'second-factor',
    elsewhere: 'through',
    ...Object.fromEntries(roles.map((role) => [role, 'through'])),
  }),
  send,
});

/** For staff in one of these roles of the body that the thing belongs to; in another body there is no such thing. */
const caseOf = (about: ObjectKind, roles: Staff[], send?: Sent): Row => {
  const { expected } = staff(roles);
  return { expected: { ...expected, elsewhere: 'absent' }, about, send };
};

/** For an employer's roster managers: what they see is their own employer's. */
const roster = (send?: Sent): Row => ({
  expected: everyone('refused', { nobody: 'sign-in', roster: 'through', rosterElsewhere: 'through' }),
  send,
});

/** For the roster managers of the employer that the thing belongs to. */
const rosterOf = (about: ObjectKind, send?: Sent): Row => ({
  expected: { ...roster().expected, rosterElsewhere: 'absent' },
  about,
  send,
});

const registrar: Staff[] = ['registrar'];
const reviewer: Staff[] = ['reviewer'];
const desk: Staff[] = ['registrar', 'administrator'];
const administrator: Staff[] = ['administrator'];
const madeSure = { identityCheck: 'photo-id-in-person' };
const newAddress = { ...madeSure, email: 'new-address@example.test' };
const aDay = '2028-10-15';
const training = {
  provider: 'Open Door',
  title: 'x',
  startedOn: aDay,
  finishedOn: aDay,
  topics: [{ topic: 'advocacy', minutes: 60 }],
  proof: proof(),
};
const trainingForm = {
  provider: 'Open Door',
  title: 'x',
  startedOn: aDay,
  finishedOn: aDay,
  'topics.advocacyHours': 1,
};
const change = { reason: 'concern_looked_into', effectiveOn: aDay, publicFrom: aDay };
const examReport = { satOn: aDay, score: 600, centre: 'Invented Centre', reference: 'R-matrix' };
const decision = { outcome: 'granted', reasons: ['all_requirements_met'] };
const entryForm = {
  kind: 'paid',
  workedOn: aDay,
  'time.advocacyHours': 1,
  method: 'one_to_one',
  setting: 'recovery_community',
  activity: 'support_conversation',
  supervisorName: 'Samira Okafor',
  supervisorEmail: 'samira.okafor@lantern-house.example',
};

/** Every route of the product and who may call it. `:token`, `:code` and the like are filled in by the test. */
export const matrix: Record<string, Row> = {
  // platform
  'GET /dev/components': open(),
  'POST /dev/components': open(),
  'GET /health/live': open(),
  'GET /health/ready': open(),
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

  // evidence
  'GET /evidence': self(),
  'GET /evidence/submissions/:id/proof': ownOrCase('submission', reviewer),
  'GET /evidence/statements/:code': self(),
  'POST /evidence/statements/:code': self(),
  'GET /evidence/outside-trainings/new': self(),
  'POST /evidence/outside-trainings': self(),
  'GET /evidence/outside-trainings/:id': own('submission'),
  'POST /evidence/outside-trainings/:id/revisions': own('submission', trainingForm),
  'GET /evidence/continuing-education/new': self(),
  'POST /evidence/continuing-education': self(),
  'GET /evidence/continuing-education/:id': own('continuingEducation'),
  'POST /evidence/continuing-education/:id/revisions': own('continuingEducation', trainingForm),
  'GET /evidence/documents/new': self(),
  'POST /evidence/documents': self(),
  'GET /evidence/documents/:id': own('document'),
  'POST /evidence/documents/:id/revisions': own('document', { documentType: 'ged_equivalent' }),
  'GET /desk/evidence': staff(reviewer),
  'GET /desk/evidence/:id': caseOf('submission', reviewer),
  'GET /desk/evidence/:id/proof': caseOf('submission', reviewer),
  'POST /desk/evidence/:id/reviews': caseOf('submission', reviewer, { revision: 1, outcome: 'accepted' }),
  'GET /api/v1/submissions': self(),
  'POST /api/v1/outside-trainings': self(),
  'POST /api/v1/outside-trainings/:id/revisions': own('submission', training),
  'POST /api/v1/continuing-education': self(),
  'POST /api/v1/continuing-education/:id/revisions': own('continuingEducation', training),
  'POST /api/v1/documents': self(),
  'POST /api/v1/documents/:id/revisions': own('document', { documentType: 'ged_equivalent', file: proof() }),
  'GET /api/v1/desk/submissions': staff(reviewer),
  'POST /api/v1/submissions/:id/reviews': caseOf('submission', reviewer, { revision: 1, outcome: 'accepted' }),
  'GET /api/v1/statements': self(),
  'POST /api/v1/attestations': self(),
  'POST /api/v1/signatures': self(),

  // schemes
  'GET /eligibility/:schemeCode': self(),
  'GET /api/v1/eligibility/:schemeCode': self(),

  // quizzes
  'GET /quizzes/:code': self(),
  'POST /quizzes/:code/attempts': self(),
  'GET /api/v1/quizzes/:code': self(),
  'POST /api/v1/attempts': self(),
  'GET /attempts/:id': own('attempt'),
  'POST /attempts/:id/answers': own('attempt'),
  'PUT /attempts/:id/answers/:place': own('attempt', { revision: 1 }),
  'GET /api/v1/attempts/:id': own('attempt'),
  'PUT /api/v1/attempts/:id/answers/:item': own('attempt', { revision: 1, chosen: [] }),
  'POST /attempts/:id/submissions': own('attempt'),
  'POST /api/v1/attempts/:id/submissions': own('attempt'),
  'GET /attempts/:id/result': own('attempt'),

  // courses
  'GET /courses': open(),
  'GET /courses/:course': open(),
  'POST /courses/:course/enrolments': self(),
  'GET /courses/:course/lessons/:lesson': self(),
  'POST /courses/:course/lessons/:lesson/checks': self(),
  'POST /courses/:course/lessons/:lesson/completions': self(),
  'GET /api/v1/courses': open(),
  'GET /api/v1/courses/:course': open(),
  'GET /api/v1/enrolments': self(),
  'POST /api/v1/enrolments': self(),
  'GET /api/v1/lessons/:id': { ...self(), about: 'lesson' },
  'POST /api/v1/lessons/:id/checks': { ...self(), about: 'lesson' },
  'POST /api/v1/lessons/:id/completions': { ...self(), about: 'lesson' },

  // practice
  'GET /practice': self(),
  'GET /practice/months/:month': self(),
  'GET /practice/entries/new': self(),
  'POST /practice/entries': self(),
  'GET /practice/entries/:id': own('entry'),
  'GET /practice/entries/:id/edit': own('entry'),
  'POST /practice/entries/:id/revisions': own('entry', entryForm),
  'POST /practice/entries/:id/removals': own('entry'),
  'GET /practice/entries/:id/correction': own('entry'),
  'POST /practice/entries/:id/corrections': own('entry', entryForm),
  'GET /practice/sign-offs/new': self(),
  'POST /practice/sign-offs': self(),
  'GET /practice/sign-offs/:id': own('signOff'),
  'POST /practice/sign-offs/:id/links': own('signOff'),
  'POST /practice/sign-offs/:id/revocations': own('signOff'),
  'GET /sign-off-links/:token': byLink(),
  'GET /sign-offs/:id': byLink('signOff'),
  'POST /sign-offs/:id/codes': byLink('signOff'),
  'POST /sign-offs/:id/signatures': byLink('signOff'),
  'POST /sign-offs/:id/returns': byLink('signOff'),
  'GET /api/v1/practice/entries': self(),
  'POST /api/v1/practice/entries': self(),
  'GET /api/v1/practice/entries/:id': own('entry'),
  'PUT /api/v1/practice/entries/:id': own('entry', entryOn(aDay)),
  'DELETE /api/v1/practice/entries/:id': own('entry'),
  'POST /api/v1/practice/entries/:id/corrections': own('entry', entryOn(aDay)),
  'GET /api/v1/practice/sign-off-requests': self(),
  'POST /api/v1/practice/sign-off-requests': self(),
  'GET /api/v1/practice/sign-off-requests/:id': own('signOff'),
  'POST /api/v1/practice/sign-off-requests/:id/links': own('signOff'),
  'POST /api/v1/practice/sign-off-requests/:id/revocations': own('signOff'),

  // certification
  'GET /applications': self(),
  'POST /applications': self(),
  'GET /applications/:id': own('application'),
  'POST /applications/:id/submissions': own('application', { declaration: 'yes' }),
  'POST /applications/:id/withdrawals': own('application'),
  'GET /api/v1/applications': self(),
  'POST /api/v1/applications': self(),
  'GET /api/v1/applications/:id': own('application'),
  'POST /api/v1/applications/:id/submissions': own('application', { declaration: true }),
  'POST /api/v1/applications/:id/withdrawals': own('application'),
  'GET /desk/applications': staff(STAFF),
  'GET /desk/applications/:id': caseOf('application', STAFF),
  'POST /desk/applications/:id/claims': caseOf('application', reviewer),
  'POST /desk/applications/:id/releases': caseOf('application', ['reviewer', 'administrator']),
  'POST /desk/applications/:id/reviews': caseOf('application', reviewer, { outcome: 'admitted' }),
  'POST /desk/applications/:id/exam-results': caseOf('application', registrar, examReport),
  'POST /desk/applications/:id/decisions': caseOf('application', ['decider'], decision),
  'GET /api/v1/desk/applications': staff(STAFF),
  'GET /api/v1/desk/applications/:id': caseOf('application', STAFF),
  'POST /api/v1/applications/:id/claims': caseOf('application', reviewer),
  'POST /api/v1/applications/:id/releases': caseOf('application', ['reviewer', 'administrator']),
  'POST /api/v1/applications/:id/reviews': caseOf('application', reviewer, { outcome: 'admitted' }),
  'POST /api/v1/applications/:id/exam-results': caseOf('application', registrar, examReport),
  'POST /api/v1/applications/:id/decisions': caseOf('application', ['decider'], decision),

  // credentials
  'GET /credentials': self(),
  'GET /credentials/:number/certificate': ownOrCase('credential', STAFF),
  'GET /api/v1/credentials': self(),
  'GET /api/v1/credentials/:number/certificate': ownOrCase('credential', STAFF),
  'GET /desk/documents': staff(STAFF),
  'POST /desk/documents/:id/editions': caseOf('issuance', registrar, { printedName: 'Rosalind Okonkwo' }),
  'GET /desk/credentials': staff(STAFF),
  'GET /desk/credentials/:number': caseOf('credential', STAFF),
  'GET /api/v1/desk/credentials/:number': caseOf('credential', STAFF),
  ...Object.fromEntries(
    ['suspensions', 'reinstatements', 'revocations', 'surrenders'].flatMap((noun) => [
      [`GET /desk/credentials/:number/${noun}/new`, caseOf('credential', registrar)],
      [`POST /desk/credentials/:number/${noun}`, caseOf('credential', registrar, change)],
      [`POST /api/v1/credentials/:number/${noun}`, caseOf('credential', registrar, change)],
    ]),
  ),

  // renewals
  'GET /renewals': self(),
  'GET /renewals/:number': own('credential'),
  'POST /renewals/:number/submissions': own('credential'),
  'GET /api/v1/renewals': self(),
  'GET /api/v1/credentials/:number/renewals': own('credential'),
  'POST /api/v1/credentials/:number/renewals': own('credential'),
  'GET /desk/renewals': staff(registrar),
  'GET /api/v1/desk/renewals': staff(registrar),
  'GET /desk/renewals/:id': caseOf('renewal', registrar),
  'POST /desk/renewals/:id/returns': caseOf('renewal', registrar, { note: 'Which of the two was it?' }),
  'POST /api/v1/renewals/:id/returns': caseOf('renewal', registrar, { note: 'Which of the two was it?' }),
  'POST /desk/renewals/:id/confirmations': caseOf('renewal', registrar),
  'POST /api/v1/renewals/:id/confirmations': caseOf('renewal', registrar),

  // verification
  'GET /verify': open(),
  'POST /verify': open(),
  'GET /v/:number': open('credential'),
  'POST /api/v1/standings': open(),

  // employers
  'GET /roster': roster(),
  'GET /roster/new': roster(),
  'POST /roster/entries': roster(),
  'GET /roster/list.csv': roster(),
  'GET /roster/competencies': roster(),
  'GET /roster/competencies.csv': roster(),
  'GET /roster/:id': rosterOf('rosterEntry'),
  'GET /roster/lists/new': roster(),
  'POST /roster/lists': roster(),
  'GET /roster/lists/:id': rosterOf('rosterList'),
  'GET /roster/lists/:id/problems.csv': rosterOf('rosterList'),
  'POST /roster/lists/:id/applications': rosterOf('rosterList'),
  'GET /api/v1/roster': roster(),
  'POST /api/v1/roster': roster(),
  'GET /api/v1/roster/competencies': roster(),
  'GET /api/v1/roster/:id': rosterOf('rosterEntry'),
  'POST /api/v1/roster-lists': roster(),
  'GET /api/v1/roster-lists/:id': rosterOf('rosterList'),
  'POST /api/v1/roster-lists/:id/applications': rosterOf('rosterList'),
  'GET /consents': self(),
  'POST /consents': self(),
  'POST /consents/:id/withdrawals': own('consent'),
  'GET /api/v1/consents': self(),
  'POST /api/v1/consents': self(),
  'POST /api/v1/consents/:id/withdrawals': own('consent'),

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
