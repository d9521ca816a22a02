/** Kind of the outbox row that closes a sitting when its time is up; payload `{ sittingId }`. */
export const CLOSE_OVERDUE_SITTING = 'exams.close-overdue-sitting';
