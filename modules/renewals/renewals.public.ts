import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import type { CredentialSummary } from '../credentials/credentials.public.js';
import type { RenewalState } from './domain/renewal-state.js';
import { RenewalRepository } from './persistence/renewal.repository.js';
import { RenewalRules, type RenewalCase } from './use-cases/renewal-rules.js';

export { isRenewable } from './domain/renewal-window.js';
export type { RenewalCase } from './use-cases/renewal-rules.js';

/** A credential held against the rules of its renewal, and how far the renewal of its newest term is, where one was sent. */
export interface OwnRenewal extends RenewalCase {
  /** As its holder knows it: a proposal of a denial is still with the body. */
  sent: Exclude<RenewalState, 'denial_proposed'> | null;
}

/** Renewals, for the pages that see every module. */
@Injectable()
export class OwnRenewals {
  constructor(
    private readonly rules: RenewalRules,
    private readonly renewals: RenewalRepository,
  ) {}

  /** @param credential of the person whose page it is */
  async of(tx: Tx, credential: CredentialSummary): Promise<OwnRenewal> {
    const row = await this.renewals.ofTerm(tx, credential.credentialId, credential.expiresOn);
    const state = row?.state === 'denial_proposed' ? 'submitted' : (row?.state ?? null);
    return { ...(await this.rules.of(tx, credential)), sent: state };
  }
}
