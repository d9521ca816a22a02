import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Register } from '../../credentials/credentials.public.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { RenewalRepository } from '../persistence/renewal.repository.js';
import { RenewalRules, type RenewalCase } from './renewal-rules.js';
import { RenewalSurroundings, type Surroundings } from './renewal-surroundings.js';
import { renewalView, type RenewalView } from './renewal-view.js';

export type SentRenewal = RenewalView & Surroundings;

export interface OwnRenewal extends RenewalCase {
  /** The renewal of the newest term, if it was sent. */
  sent: SentRenewal | null;
}

/** The actor's own renewals. */
@Injectable()
export class ReadRenewals {
  constructor(
    private readonly renewals: RenewalRepository,
    private readonly rules: RenewalRules,
    private readonly register: Register,
    private readonly around: RenewalSurroundings,
  ) {}

  /** One of the actor's own credentials. @throws DomainError not_found */
  async own(tx: Tx, number: string): Promise<OwnRenewal> {
    return this.withSent(tx, await this.rules.ofHolder(tx, personIdOf(tx.actor), number));
  }

  /** Where each of the actor's own credentials stands. */
  async ownCredentials(tx: Tx): Promise<OwnRenewal[]> {
    const cases: OwnRenewal[] = [];
    for (const credential of await this.register.credentialsOf(tx, personIdOf(tx.actor)))
      cases.push(await this.withSent(tx, await this.rules.of(tx, credential)));
    return cases;
  }

  /** What the actor has sent, newest first. */
  async listOwn(tx: Tx): Promise<RenewalView[]> {
    return (await this.renewals.ofPerson(tx, personIdOf(tx.actor))).map(ownView);
  }

  private async withSent(tx: Tx, found: RenewalCase): Promise<OwnRenewal> {
    const { credentialId, expiresOn } = found.credential;
    const row = await this.renewals.ofTerm(tx, credentialId, expiresOn);
    return { ...found, sent: row && { ...ownView(row), ...(await this.around.of(tx, row)) } };
  }
}

/** A holder is told of a decision, never of a proposal: until then it is with the certifying body. */
function ownView(row: RenewalEntity): RenewalView {
  const shown = renewalView(row);
  return shown.state === 'denial_proposed' ? { ...shown, state: 'submitted' } : shown;
}
