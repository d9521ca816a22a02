import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ApplicationGranted } from '../../certification/certification.public.js';
import { CredentialRepository } from '../persistence/credential.repository.js';
import { DescribeCredential } from './describe-credential.js';
import { OpenTerm } from './open-term.js';
import { SupersedeExpired } from './supersede-expired.js';

/**
 * Enters a grant into the register, in the grant's own transaction: the number, the line, the intent of a certificate.
 * The credential is in force from here; its document follows (README, "From grant to certificate").
 */
@Injectable()
export class IssueCredential {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly describe: DescribeCredential,
    private readonly supersede: SupersedeExpired,
    private readonly openTerm: OpenTerm,
  ) {}

  /** @throws DomainError credentials.already_held while an earlier credential of the scheme has not expired */
  async execute(tx: Tx, grant: ApplicationGranted): Promise<{ credentialId: string; number: string }> {
    await this.supersede.execute(tx, grant);
    const { credential, term, stage } = await this.describe.execute(tx, grant);
    await this.credentials.insert(tx, credential);
    await this.openTerm.execute(tx, credential, {
      kind: 'issued',
      term,
      stage,
      decidedOn: credential.anchorOn,
      decidedBy: grant.decidedBy,
      reason: 'all_requirements_met',
    });
    return { credentialId: credential.id, number: credential.number };
  }
}
