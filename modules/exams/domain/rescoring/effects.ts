/** Kind of the outbox row that takes an approved rescore a step further; payload `{ rescoreId }`. */
export const APPLY_RESCORE = 'exams.apply-rescore';
