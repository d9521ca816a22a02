/** Reasons for setting a requirement aside, by code, with the words for the applicant. */
export const waiverReasons = {
  equivalent_shown: 'What the requirement is for was shown in another way',
  rule_not_applicable: 'The requirement does not fit the person’s situation',
  hardship: 'Meeting it would be out of proportion',
  body_error: 'It could not be met because of something on our side',
} as const;
export type WaiverReason = keyof typeof waiverReasons;
export const WAIVER_REASONS = Object.keys(waiverReasons) as WaiverReason[];
