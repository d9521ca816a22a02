import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Sessions } from '../../people/people.public.js';
import { waivableAmong } from '../domain/waivable.js';
import type { WaiverReason } from '../domain/waiver-reasons.js';
import { notWaivable, notPossibleToWaive } from '../certification.errors.js';
import { AssessApplication } from './assess-application.js';
import { OpenCase } from './open-case.js';
import { StoreWaiver } from './store-waiver.js';

/** While a requirement may be set aside, and a waiver taken back: between sending and decision. */
export const OPEN_TO_WAIVERS = ['submitted', 'returned', 'under_review', 'admitted'];

/**
 * A registrar sets one requirement aside for one person, who reads the reason. Never by who decides: a waiver changes what is
 * asked, and whoever changes the measure does not measure (the second person of every grant looks at it with fresh eyes).
 */
@Injectable()
export class WaiveRequirement {
  constructor(
    private readonly cases: OpenCase,
    private readonly sessions: Sessions,
    private readonly assess: AssessApplication,
    private readonly store: StoreWaiver,
  ) {}

  /**
   * @param input.clauseId a requirement that is still needed, by its id in the eligibility tree
   * @throws DomainError people.confirm_first; certification.not_waivable, certification.closed_to_waivers
   */
  async execute(
    tx: Tx,
    input: { applicationId: string; clauseId: string; reasonCode: WaiverReason; reason: string },
  ): Promise<{ waiverId: string }> {
    const application = await this.cases.lock(tx, input.applicationId, ['registrar']);
    await this.sessions.requireConfirmed(tx);
    if (!OPEN_TO_WAIVERS.includes(application.state)) throw notPossibleToWaive();
    const { tree } = await this.assess.execute(tx, application);
    if (!waivableAmong(tree).some(({ id }) => id === input.clauseId)) throw notWaivable();
    const { clauseId, reasonCode, reason } = input;
    return this.store.execute(tx, application, { clauseId, reasonCode, reason, occurredOn: tree.onDate });
  }
}
