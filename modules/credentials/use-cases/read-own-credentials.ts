import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { IssuanceRepository } from '../persistence/issuance.repository.js';
import { OfferExtension } from './offer-extension.js';
import { ReadRegister, type CredentialSummary } from './read-register.js';

export interface OwnCredential extends CredentialSummary {
  bodyName: string;
  /** Whether the PDF can be downloaded; `preparing` while the newest one is being made. */
  certificate: 'ready' | 'preparing';
  /** Whether more time in the stage can be asked for, or was; null where the scheme has none left. */
  extension: 'possible' | 'asked' | null;
}

/** What a person holds and held, for themselves. */
@Injectable()
export class ReadOwnCredentials {
  constructor(
    private readonly register: ReadRegister,
    private readonly organizations: Organizations,
    private readonly issuances: IssuanceRepository,
    private readonly extensions: OfferExtension,
  ) {}

  async execute(tx: Tx, personId: string): Promise<OwnCredential[]> {
    const found: OwnCredential[] = [];
    for (const summary of await this.register.ofPerson(tx, personId)) {
      const { name: bodyName } = await this.organizations.get(tx, summary.bodyId);
      const extension = await this.extensions.execute(tx, summary.credentialId);
      const stored = await this.issuances.newestStored(tx, summary.credentialId);
      found.push({ ...summary, bodyName, certificate: stored ? 'ready' : 'preparing', extension });
    }
    return found;
  }
}
