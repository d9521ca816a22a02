import type { ClockRule, PauseReason, StandstillReason } from './application-clock.js';

/** What each limit promises, as the beginning of a sentence that ends with a day. */
export const dueWords: Record<ClockRule, string> = {
  review: 'Reviewed by',
  certificate_review: 'Decided, with everything in place, by',
  decision: 'Decided by',
};

/** Why a clock stands still, told to everybody. */
export const standstillWords: Record<StandstillReason, string> = {
  returned: 'the application is with the applicant, who was asked for more information',
  exam: 'the exam is still to come',
  background_answer: 'the answer about the background check is awaited',
  outside_confirmation: 'another organization was asked to confirm something',
  asked_by_applicant: 'the applicant asked for more time',
};

export const pauseLabels: Record<PauseReason, string> = {
  background_answer: 'We wait for the answer about the background check',
  outside_confirmation: 'We wait for another organization to confirm something',
  asked_by_applicant: 'The applicant asked for more time',
};
