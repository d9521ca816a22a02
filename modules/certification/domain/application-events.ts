/** A step of an application. Ids and ISO text only: an event may be read again days later from an outbox row. */
abstract class ApplicationStep {
  readonly applicationId: string;
  readonly personId: string;
  readonly bodyId: string;
  readonly schemeCode: string;
  readonly schemeVersionId: string;

  constructor(step: ApplicationStep) {
    this.applicationId = step.applicationId;
    this.personId = step.personId;
    this.bodyId = step.bodyId;
    this.schemeCode = step.schemeCode;
    this.schemeVersionId = step.schemeVersionId;
  }
}

abstract class Decision extends ApplicationStep {
  readonly decisionId: string;
  /** The person who decided. */
  readonly decidedBy: string;
  /** ISO date in the body's zone. */
  readonly decidedOn: string;
  /** SHA-256 of the canonical eligibility tree that the decision rests on. */
  readonly eligibilityHash: string;

  constructor(decision: Decision) {
    super(decision);
    this.decisionId = decision.decisionId;
    this.decidedBy = decision.decidedBy;
    this.decidedOn = decision.decidedOn;
    this.eligibilityHash = decision.eligibilityHash;
  }
}

/** Sent, or sent again after it was returned: the clocks of the scheme run from here. */
export class ApplicationSubmitted extends ApplicationStep {}
/** It is the person's turn: the clocks stand still. */
export class ApplicationReturned extends ApplicationStep {}
/** Everything but the exam is met: an applicant is a candidate from here (ISO/IEC 17024, clause 3). */
export class ApplicationAdmitted extends ApplicationStep {}

/** Every requirement was met and a second person granted it. The register issues the credential in the same transaction. */
export class ApplicationGranted extends Decision {
  /** The stage it was granted for; the first of the scheme where nothing is said. */
  readonly stage?: string | null;
  /** How the person came in: `standard`, or `reciprocity`. */
  readonly route?: string | null;
  /** The scopes it was granted for, by the scheme's codes. */
  readonly endorsements?: readonly string[] | null;

  constructor(decision: ApplicationGranted) {
    super(decision);
    this.stage = decision.stage ?? null;
    this.route = decision.route ?? null;
    this.endorsements = decision.endorsements ?? null;
  }
}

/** Not granted, with reasons; conduct keeps the route of appeal in the same transaction. */
export class ApplicationDenied extends Decision {}
