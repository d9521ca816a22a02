/** Who is in a version that was withdrawn is told so: the payload of one batch. */
export const TELL_WITHDRAWAL = 'courses.tell-withdrawal';

export interface WithdrawalToTell {
  readonly courseVersionId: string;
  /** The enrolment that was told last; null for the first batch. */
  readonly after: string | null;
}
