import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { AppealRoutes } from '../../conduct/appeals.public.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { AnnounceRenewal } from './announce-renewal.js';
import { TakeStep } from './take-step.js';

/** What a denial says, as the holder reads it. */
export interface ToldDenial {
  reasons: string[];
  note: string;
  clauses: string[];
  /** The rules it was decided by. */
  schemeVersionId: string;
  onDay: Temporal.PlainDate;
}

/** Writes down a denial with its route of appeal, in one transaction, and tells the holder. */
@Injectable()
export class RecordDenial {
  constructor(
    private readonly takeStep: TakeStep,
    private readonly routes: AppealRoutes,
    private readonly announce: AnnounceRenewal,
  ) {}

  /** The holder is not told of a proposal: nothing is decided by it. */
  async propose(tx: Tx, renewal: RenewalEntity, told: ToldDenial): Promise<void> {
    await this.takeStep.execute(tx, renewal, 'propose_denial', told);
  }

  async object(tx: Tx, renewal: RenewalEntity, onDay: Temporal.PlainDate): Promise<void> {
    await this.takeStep.execute(tx, renewal, 'object', { onDay });
  }

  async deny(tx: Tx, renewal: RenewalEntity, told: ToldDenial): Promise<void> {
    const { bodyId, personId } = renewal;
    const stepId = await this.takeStep.execute(tx, renewal, 'deny', told);
    const { schemeVersionId, onDay: decidedOn } = told;
    const of = { bodyId, personId, schemeVersionId, decidedOn, renewalStepId: stepId };
    const { decisionId, fileBy } = await this.routes.openForRenewal(tx, of);
    await this.announce.denied(tx, renewal, { stepId, ...told, decisionId, appealBy: fileBy });
  }
}
