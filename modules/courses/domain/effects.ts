/** Who is in a version that was withdrawn is told so: the payload of one batch. */
export const TELL_WITHDRAWAL = 'courses.tell-withdrawal';

export interface WithdrawalToTell {
  readonly courseVersionId: string;
  /** The enrolment that was told last; null for the first batch. */
  readonly after: string | null;
}

/** A document of a certificate of completion is made: the payload names it. */
export const PRODUCE_COMPLETION = 'courses.produce-completion';
