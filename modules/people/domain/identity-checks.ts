/**
 * How staff made sure who stands at the desk. A code from this list is kept and nothing else: no copy of a document,
 * no number of it, no story.
 */
export const IDENTITY_CHECKS = {
  'photo-id-in-person': 'Government photo ID, seen in person',
  'photo-id-by-video': 'Government photo ID, shown in a video call',
  'known-in-person': 'Known in person to the member of staff',
  'employer-vouched': 'Confirmed by the employer on record, called back by us',
} as const;

export type IdentityCheck = keyof typeof IDENTITY_CHECKS;

export const identityCheckCodes = Object.keys(IDENTITY_CHECKS) as IdentityCheck[];
