import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Schemes, termEnd } from '../../schemes/schemes.public.js';
import { notRenewable, ownCredential } from '../credentials.errors.js';
import { moveTo, type Term } from '../domain/credential-event.js';
import { nextTerm } from '../domain/term.js';
import { CredentialRepository } from '../persistence/credential.repository.js';
import { OpenTerm } from './open-term.js';

export interface Renewal {
  credentialId: string;
  decidedBy: string;
  /** A code of the caller's. */
  reason: string;
  /** The day of the decision, in the body's zone. */
  onDate: Temporal.PlainDate;
}

/** Extends a credential by the next term of its anchor, under the scheme version it was granted under. */
@Injectable()
export class RenewCredential {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly schemes: Schemes,
    private readonly openTerm: OpenTerm,
  ) {}

  /** @throws DomainError credentials.not_renewable for one that has ended by a decision */
  async execute(
    tx: Tx,
    { credentialId, decidedBy, reason, onDate }: Renewal,
  ): Promise<{ eventId: string; term: Term }> {
    const credential = await this.credentials.get(tx, credentialId);
    if (decidedBy === credential.personId) throw ownCredential();
    const state = await this.credentials.lockState(tx, credentialId);
    if (!state || !moveTo(state.status, 'renewed')) throw notRenewable();
    const { definition } = await this.schemes.version(tx, credential.schemeVersionId);
    const last = { number: state.termNumber, startsOn: state.startsOn, expiresOn: state.expiresOn };
    const term = nextTerm(last, onDate, (n) => termEnd(definition, credential.anchorOn, n));
    const stage = state.stage ?? definition.credential.stages[0]?.code ?? 'full';
    const opened = { kind: 'renewed', term, stage, decidedOn: onDate, decidedBy, reason } as const;
    const line = await this.openTerm.execute(tx, credential, opened);
    return { eventId: line.id, term };
  }
}
