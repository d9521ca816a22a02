export { ExamsAtHome, type ExamAtHome } from './persistence/exams-at-home.js';
export { WaitingExamWork } from './persistence/waiting.js';
