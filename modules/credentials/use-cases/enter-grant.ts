import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ApplicationGranted } from '../../certification/certification.public.js';
import { lapseTier, Schemes, stageOf, type SchemeDefinition } from '../../schemes/schemes.public.js';
import type { CredentialEntity } from '../persistence/credential.entity.js';
import { CredentialRepository, eventOf } from '../persistence/credential.repository.js';
import { reckoningOf } from '../domain/register-state.js';
import { AdvanceCredential } from './advance-credential.js';
import { IssueCredential } from './issue-credential.js';

/** Enters a grant into the register, in the grant's own transaction: as a new credential, or as the next stage of one. */
@Injectable()
export class EnterGrant {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly schemes: Schemes,
    private readonly issue: IssueCredential,
    private readonly advance: AdvanceCredential,
  ) {}

  /** @throws DomainError credentials.already_held, credentials.suspended_meanwhile */
  async execute(tx: Tx, grant: ApplicationGranted): Promise<{ credentialId: string; number: string }> {
    const { definition } = await this.schemes.version(tx, grant.schemeVersionId);
    const held = await this.credentials.findHeld(tx, grant);
    if (held && (await this.goesOn(tx, held.credential, { grant, definition }))) {
      return this.advance.execute(tx, held.credential, grant);
    }
    return this.issue.execute(tx, grant);
  }

  /** Whether the grant is of a later stage, and the credential not so long over that it takes a new one. */
  private async goesOn(
    tx: Tx,
    { id }: CredentialEntity,
    { grant, definition }: { grant: ApplicationGranted; definition: SchemeDefinition },
  ): Promise<boolean> {
    const { term, stage, anchor } = reckoningOf((await this.credentials.linesOf(tx, id)).map(eventOf));
    const at = (code: string | null | undefined) => definition.credential.stages.findIndex((one) => one.code === code);
    if (at(stageOf(definition, grant.stage).code) <= at(stage)) return false;
    const on = Temporal.PlainDate.from(grant.decidedOn);
    const place = at(stage) < 0 ? undefined : { stage, anchorOn: anchor.on, n: anchor.n };
    return lapseTier(definition, term.expiresOn, on, place)?.action !== 'reapply';
  }
}
