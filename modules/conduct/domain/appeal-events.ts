/** An appeal took the denial of a renewal back, or sent it back to be decided anew; heard by the module that renews. */
export class RenewalDenialTakenBack {
  readonly bodyId: string;
  readonly personId: string;
  /** The step that denied it. */
  readonly renewalStepId: string;
  readonly outcome: 'overturned' | 'sent_back';
  /** The second of the two who decided the appeal. */
  readonly decidedBy: string;

  constructor(event: RenewalDenialTakenBack) {
    this.bodyId = event.bodyId;
    this.personId = event.personId;
    this.renewalStepId = event.renewalStepId;
    this.outcome = event.outcome;
    this.decidedBy = event.decidedBy;
  }
}
