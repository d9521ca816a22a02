/** How somebody of the staff stands to a person. The kind is all that is ever asked. */
export const CONFLICT_KINDS = ['relative', 'friend', 'business', 'other'] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

export const conflictKindWords: Record<ConflictKind, string> = {
  relative: 'A relative',
  friend: 'A friend, or the contrary',
  business: 'We have or had business with each other',
  other: 'Another reason to stand aside',
};
