import { caseOf, registrar, staff, type Row } from './rules.js';

/** How forms and items did. In this world the registrar is the psychometrician. */
export const examStatistics: Record<string, Row> = {
  'GET /desk/exams/statistics': staff(registrar),
  'GET /desk/exams/statistics/:id': caseOf('examForm', registrar),
  'POST /desk/exams/statistics/:id/runs': caseOf('examForm', registrar),
  'GET /api/v1/exam-statistics': staff(registrar),
  'GET /api/v1/exam-statistics/:id': caseOf('examForm', registrar),
  'POST /api/v1/exam-statistics/:id/runs': caseOf('examForm', registrar),
};
