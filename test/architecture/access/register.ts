import type { World } from '../../support/world.js';
import {
  STAFF,
  open,
  self,
  own,
  ownOrCase,
  staff,
  caseOf,
  roster,
  rosterOf,
  registrar,
  reviewer,
  aDay,
  type Row,
  type Staff,
} from './rules.js';

const change = { reason: 'concern_looked_into', effectiveOn: aDay, publicFrom: aDay };
const extensionAnswer = { outcome: 'granted', answer: 'As agreed on the telephone.' };
/** A grant is not reversed, which whoever may come so far is told. */
const reversal = ({ grantedLineId }: World) => ({ eventId: grantedLineId, reason: 'appeal_upheld' });
const examReport = { satOn: aDay, score: 600, centre: 'Invented Centre', reference: 'R-matrix' };
const renewers: Staff[] = ['registrar', 'decider'];
/** Not a reason of the list, which whoever may come so far is told. */
const denial = { reasons: ['not-of-the-list'], note: 'Invented, neutral words' };
const decision = { outcome: 'granted', reasons: ['all_requirements_met'] };

/** What a body decides and others may read: certification, credentials, renewals, verification, employers. */
export const register: Record<string, Row> = {
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
    ['reprimands', 'suspensions', 'reinstatements', 'revocations', 'surrenders'].flatMap((noun) => [
      [`GET /desk/credentials/:number/${noun}/new`, caseOf('credential', registrar)],
      [`POST /desk/credentials/:number/${noun}`, caseOf('credential', registrar, change)],
      [`POST /api/v1/credentials/:number/${noun}`, caseOf('credential', registrar, change)],
    ]),
  ),

  'GET /desk/credentials/:number/reversals/new': caseOf('credential', registrar),
  'POST /desk/credentials/:number/reversals': caseOf('credential', registrar, reversal),
  'POST /api/v1/credentials/:number/reversals': caseOf('credential', registrar, reversal),
  'GET /credentials/:number/extensions/new': own('credential'),
  'POST /credentials/:number/extensions': own('credential', { note: 'My supervisor is away' }),
  'POST /api/v1/credentials/:number/extensions': own('credential', { note: 'My supervisor is away' }),
  'GET /desk/extensions': staff(registrar),
  'GET /desk/extensions/:id': caseOf('extension', registrar),
  'POST /desk/extensions/:id/decisions': caseOf('extension', registrar, extensionAnswer),
  'GET /api/v1/desk/extensions': staff(registrar),
  'POST /api/v1/extensions/:id/decisions': caseOf('extension', registrar, extensionAnswer),

  // renewals
  'GET /renewals': self(),
  'GET /renewals/:number': own('credential'),
  'POST /renewals/:number/submissions': own('credential'),
  'GET /api/v1/renewals': self(),
  'GET /api/v1/credentials/:number/renewals': own('credential'),
  'POST /api/v1/credentials/:number/renewals': own('credential'),
  'GET /desk/renewals': staff(renewers),
  'GET /api/v1/desk/renewals': staff(renewers),
  'GET /desk/renewals/:id': caseOf('renewal', renewers),
  'POST /desk/renewals/:id/denials': caseOf('renewal', registrar, denial),
  'POST /api/v1/renewals/:id/denials': caseOf('renewal', registrar, denial),
  'POST /desk/renewals/:id/seconds': caseOf('renewal', renewers, { word: 'object' }),
  'POST /api/v1/renewals/:id/seconds': caseOf('renewal', renewers, { word: 'object' }),
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
};
