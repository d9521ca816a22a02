export { SitExamHere } from './use-cases/sit-exam-here.js';
export type { ExamCandidate, ExpectedAtExam } from './use-cases/sit-exam-here.js';
export { ExamsAhead, type ExamAhead } from './persistence/exams-ahead.js';
