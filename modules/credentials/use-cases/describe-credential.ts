import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ApplicationGranted } from '../../certification/certification.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { Schemes, termEnd, termStart } from '../../schemes/schemes.public.js';
import type { Term } from '../domain/credential-event.js';
import type { CredentialEntity } from '../persistence/credential.entity.js';
import { DrawNumber } from './draw-number.js';

export interface Described {
  credential: CredentialEntity;
  term: Term;
  stage: string;
}

/** What a grant gives, by the scheme version it was decided under: number, title, scope, stage and first term. */
@Injectable()
export class DescribeCredential {
  constructor(
    private readonly schemes: Schemes,
    private readonly organizations: Organizations,
    private readonly numbers: DrawNumber,
  ) {}

  async execute(tx: Tx, grant: ApplicationGranted): Promise<Described> {
    const { title, definition } = await this.schemes.version(tx, grant.schemeVersionId);
    const { scopeStatement } = await this.organizations.get(tx, grant.bodyId);
    // The anchor the scheme language knows today: the day of the decision (`credential.stages[].starts`).
    const anchorOn = Temporal.PlainDate.from(grant.decidedOn);
    const { id, number, token } = this.numbers.draw();
    const credential: CredentialEntity = {
      id,
      number,
      verificationToken: token,
      bodyId: grant.bodyId,
      personId: grant.personId,
      schemeCode: grant.schemeCode,
      schemeVersionId: grant.schemeVersionId,
      title,
      scope: scopeStatement,
      applicationId: grant.applicationId,
      decisionId: grant.decisionId,
      anchorOn,
      createdAt: tx.now,
    };
    const term = {
      number: 1,
      startsOn: termStart(definition, anchorOn, 1),
      expiresOn: termEnd(definition, anchorOn, 1),
    };
    return { credential, term, stage: definition.credential.stages[0]?.code ?? 'full' };
  }
}
