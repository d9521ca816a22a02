import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ApplicationGranted } from '../../certification/certification.public.js';
import { CredentialRepository } from '../persistence/credential.repository.js';
import { DescribeCredential } from './describe-credential.js';
import { OpenTerm } from './open-term.js';
import { SupersedeExpired } from './supersede-expired.js';

/**
 * Issues a new credential: the number, the line, the intent of a certificate. It is in force from here; its document
 * follows (README, "From grant to certificate").
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
    const replaced = await this.supersede.execute(tx, grant);
    const { credential, ...opened } = await this.describe.execute(tx, grant, replaced?.anchorOn ?? null);
    await this.credentials.insert(tx, credential);
    await this.openTerm.execute(tx, credential, {
      kind: 'issued',
      ...opened,
      decidedBy: grant.decidedBy,
      reason: 'all_requirements_met',
      schemeVersionId: grant.schemeVersionId,
      endorsements: grant.endorsements,
    });
    return { credentialId: credential.id, number: credential.number };
  }
}
