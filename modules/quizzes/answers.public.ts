/** The door of quizzes for other pages that take answers: what a sent answer may hold. Its script is `http/assets/answering.js`. */
export { AnswerList, AnswerRevision, GivenAnswerDto, SecondsAgo } from './http/answers.dto.js';
