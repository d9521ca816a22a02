import { aDay, caseOf, desk, open, own, registrar, staff, type Row } from './rules.js';

const withdrawal = { effectiveOn: aDay, reason: 'The provider closed' };
const authorisation = { centre: 'Invented Centre', booking: 'Call 555 0100.' };

/** Approved training, authorisations to test at exam centres, and the centres' lists of results. */
export const examCentres: Record<string, Row> = {
  'GET /approved-trainings': open(),
  'GET /api/v1/approved-trainings': open(),
  'GET /desk/approved-trainings': staff(desk),
  'GET /desk/approved-trainings/new': staff(desk),
  'POST /desk/approved-trainings': staff(desk),
  'GET /desk/approved-trainings/lists/new': staff(desk),
  'POST /desk/approved-trainings/lists': staff(desk),
  'GET /desk/approved-trainings/:id': caseOf('approvedCourse', desk),
  'GET /desk/approved-trainings/:id/withdrawals/new': caseOf('approvedCourse', desk),
  'POST /desk/approved-trainings/:id/withdrawals': caseOf('approvedCourse', desk, withdrawal),
  'GET /desk/approved-trainings/:id/approvals/new': caseOf('approvedCourse', desk),
  'POST /desk/approved-trainings/:id/approvals': caseOf('approvedCourse', desk, withdrawal),
  'GET /desk/approved-trainings/:id/affected': caseOf('approvedCourse', desk),
  'GET /desk/approved-trainings/:id/affected.csv': caseOf('approvedCourse', desk),
  'POST /api/v1/approved-trainings': staff(desk),
  'POST /api/v1/approved-training-lists': staff(desk),
  'POST /api/v1/approved-trainings/:id/withdrawals': caseOf('approvedCourse', desk, withdrawal),
  'POST /api/v1/approved-trainings/:id/approvals': caseOf('approvedCourse', desk, withdrawal),
  'GET /api/v1/approved-trainings/:id/affected': caseOf('approvedCourse', desk),

  'GET /applications/:id/exam': own('application'),
  'GET /api/v1/applications/:id/exam': own('application'),
  'GET /desk/exam-authorisations': staff(registrar),
  'GET /desk/exam-authorisations/list.csv': staff(registrar),
  'GET /desk/applications/:id/exam-authorisations/new': caseOf('application', registrar),
  'POST /desk/applications/:id/exam-authorisations': caseOf('application', registrar, authorisation),
  'GET /desk/exam-authorisations/:id/withdrawals/new': caseOf('examAuthorisation', registrar),
  'POST /desk/exam-authorisations/:id/withdrawals': caseOf('examAuthorisation', registrar, { reason: 'Closed' }),
  'GET /api/v1/exam-authorisations': staff(registrar),
  'POST /api/v1/applications/:id/exam-authorisations': caseOf('application', registrar, authorisation),
  'POST /api/v1/exam-authorisations/:id/withdrawals': caseOf('examAuthorisation', registrar, { reason: 'Closed' }),
  'GET /desk/exam-results/new': staff(registrar),
  'POST /desk/exam-results': staff(registrar),
  'GET /desk/exam-results/:id': caseOf('examList', registrar),
  'GET /desk/exam-results/:id/lines.csv': caseOf('examList', registrar),
  'POST /desk/exam-results/:id/confirmations': caseOf('examList', registrar),
  'POST /api/v1/exam-lists': staff(registrar),
  'GET /api/v1/exam-lists/:id': caseOf('examList', registrar),
  'POST /api/v1/exam-lists/:id/confirmations': caseOf('examList', registrar),
};
