/** The door of quizzes for those who write questions of courses. */
export { ReadQuizText } from './use-cases/read-quiz-text.js';
export { questionPreview } from './http/question-preview.js';
