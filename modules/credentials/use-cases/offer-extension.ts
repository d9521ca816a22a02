import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CredentialRepository } from '../persistence/credential.repository.js';
import { ExtensionRequestRepository } from '../persistence/extension-request.repository.js';
import { FindNextExtension } from './find-next-extension.js';

/** Whether a holder can ask for more time in their stage, or asked for it already. */
@Injectable()
export class OfferExtension {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly requests: ExtensionRequestRepository,
    private readonly next: FindNextExtension,
  ) {}

  async execute(tx: Tx, credentialId: string): Promise<'possible' | 'asked' | null> {
    const newest = await this.requests.newestOf(tx, credentialId);
    if (newest?.state === 'asked') return 'asked';
    const credential = await this.credentials.get(tx, credentialId);
    return (await this.next.find(tx, credential)) ? 'possible' : null;
  }
}
