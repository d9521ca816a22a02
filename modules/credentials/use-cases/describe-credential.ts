import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ApplicationGranted } from '../../certification/certification.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { anchorOf, Schemes, setsNewAnchor, stageOf, termEnd } from '../../schemes/schemes.public.js';
import { termFrom, type CountedTerm } from '../domain/term.js';
import type { CredentialEntity } from '../persistence/credential.entity.js';
import { DrawNumber } from './draw-number.js';
import { WeighGrant } from './weigh-grant.js';

export interface Described extends CountedTerm {
  credential: CredentialEntity;
  stage: string;
  decidedOn: Temporal.PlainDate;
  counted: Record<string, number>;
}

/** What a grant gives, by the scheme version it was decided under: number, title, scope, stage and first term. */
@Injectable()
export class DescribeCredential {
  constructor(
    private readonly schemes: Schemes,
    private readonly organizations: Organizations,
    private readonly numbers: DrawNumber,
    private readonly weigh: WeighGrant,
  ) {}

  /** @param earlierAnchor of the expired credential that this one takes the place of, if any */
  async execute(tx: Tx, grant: ApplicationGranted, earlierAnchor: Temporal.PlainDate | null): Promise<Described> {
    const { title, definition } = await this.schemes.version(tx, grant.schemeVersionId);
    const { scopeStatement } = await this.organizations.get(tx, grant.bodyId);
    const stage = stageOf(definition, grant.stage);
    const decidedOn = Temporal.PlainDate.from(grant.decidedOn);
    const { examPassedOn, counted } = await this.weigh.execute(tx, grant);
    const isKept = earlierAnchor !== null && !setsNewAnchor(definition, 'reapplication');
    const anchorOn = isKept ? earlierAnchor : anchorOf(stage, { decidedOn, examPassedOn });
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
    const ends = (n: number) => termEnd(definition, { stage: stage.code, anchorOn, n });
    return { credential, ...termFrom(anchorOn, decidedOn, { ends }), stage: stage.code, decidedOn, counted };
  }
}
