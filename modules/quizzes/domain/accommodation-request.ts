export type AccommodationRequestState = 'open' | 'granted' | 'declined' | 'withdrawn';

/** Why a request was not granted. None of them is about the person. */
export const declineReasons = {
  agreed_otherwise: 'We agreed on something else together',
  arranged_on_site: 'It is arranged in the room where the exam is sat',
  changes_the_exam: 'It would change what the exam is there to show',
  another_body: 'Another organization answers for this',
} as const;
export type DeclineReason = keyof typeof declineReasons;

/** Whole percent that a person may ask for; staff may settle on another figure up to {@link MOST_PERCENT}. */
export const OFFERED_PERCENT = [25, 50, 100] as const;
/** Minutes of breaks in all that a person may ask for. */
export const OFFERED_BREAKS = [10, 20, 30, 60] as const;

export const MOST_PERCENT = 200;
export const MOST_BREAK_MINUTES = 120;
