import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ApplicationGranted } from '../../certification/certification.public.js';
import { anchorOf, Schemes, setsNewAnchor, stageOf, termEnd } from '../../schemes/schemes.public.js';
import { suspendedMeanwhile } from '../credentials.errors.js';
import { moveTo } from '../domain/credential-event.js';
import { reckoningOf } from '../domain/register-state.js';
import { termFrom } from '../domain/term.js';
import type { CredentialEntity } from '../persistence/credential.entity.js';
import { CredentialRepository, eventOf } from '../persistence/credential.repository.js';
import { OpenTerm } from './open-term.js';
import { WeighGrant } from './weigh-grant.js';

/**
 * The next stage of a credential: granted by an application of its own, so with a second person. The number stays; the new
 * stage begins on the day of the decision, under the rules it was decided by, with a certificate of its own.
 */
@Injectable()
export class AdvanceCredential {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly schemes: Schemes,
    private readonly weigh: WeighGrant,
    private readonly openTerm: OpenTerm,
  ) {}

  /** @throws DomainError credentials.suspended_meanwhile */
  async execute(
    tx: Tx,
    credential: CredentialEntity,
    grant: ApplicationGranted,
  ): Promise<{ credentialId: string; number: string }> {
    const state = await this.credentials.lockState(tx, credential.id);
    if (!state || !moveTo(state.status, 'advanced')) throw suspendedMeanwhile();
    const before = reckoningOf((await this.credentials.linesOf(tx, credential.id)).map(eventOf));
    const { definition } = await this.schemes.version(tx, grant.schemeVersionId);
    const stage = stageOf(definition, grant.stage);
    const decidedOn = Temporal.PlainDate.from(grant.decidedOn);
    const { examPassedOn, counted } = await this.weigh.execute(tx, grant);
    const anchorOn = setsNewAnchor(definition, 'stage_advance')
      ? anchorOf(stage, { decidedOn, examPassedOn })
      : before.anchor.on;
    const ends = (n: number) => termEnd(definition, { stage: stage.code, anchorOn, n });
    await this.openTerm.execute(tx, credential, {
      kind: 'advanced',
      ...termFrom(anchorOn, decidedOn, { number: before.term.number + 1, ends }),
      stage: stage.code,
      decidedOn,
      decidedBy: grant.decidedBy,
      reason: 'all_requirements_met',
      schemeVersionId: grant.schemeVersionId,
      grant: { applicationId: grant.applicationId, decisionId: grant.decisionId },
      endorsements: grant.endorsements,
      counted,
    });
    return { credentialId: credential.id, number: credential.number };
  }
}
