import type { CredentialEventKind } from './credential-event.js';

/** A credential was issued; its certificate follows. Ids and ISO text only. */
export class CredentialIssued {
  readonly credentialId: string;
  readonly number: string;
  readonly personId: string;
  readonly bodyId: string;
  readonly schemeCode: string;
  readonly applicationId: string;
  readonly effectiveOn: string;
  readonly expiresOn: string;

  constructor(event: CredentialIssued) {
    this.credentialId = event.credentialId;
    this.number = event.number;
    this.personId = event.personId;
    this.bodyId = event.bodyId;
    this.schemeCode = event.schemeCode;
    this.applicationId = event.applicationId;
    this.effectiveOn = event.effectiveOn;
    this.expiresOn = event.expiresOn;
  }
}

/** The register has a new line for a credential; told for every kind of line, `issued` included. */
export class CredentialStatusChanged {
  readonly credentialId: string;
  readonly number: string;
  readonly personId: string;
  readonly bodyId: string;
  readonly eventId: string;
  readonly eventKind: CredentialEventKind;
  /** ISO dates. */
  readonly effectiveOn: string;
  readonly publicFrom: string;

  constructor(event: CredentialStatusChanged) {
    this.credentialId = event.credentialId;
    this.number = event.number;
    this.personId = event.personId;
    this.bodyId = event.bodyId;
    this.eventId = event.eventId;
    this.eventKind = event.eventKind;
    this.effectiveOn = event.effectiveOn;
    this.publicFrom = event.publicFrom;
  }
}
