/** Kind of the outbox row that closes an attempt when its time is up; payload `{ attemptId }`. */
export const CLOSE_OVERDUE_ATTEMPT = 'quizzes.close-overdue-attempt';
