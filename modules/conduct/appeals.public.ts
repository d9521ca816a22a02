import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../src/platform/database/transaction.js';
import { AppealRepository } from './persistence/appeal.repository.js';
import { NoteDecision } from './use-cases/note-decision.js';

export { RenewalDenialTakenBack } from './domain/appeal-events.js';
export { ruleWords } from './domain/kept-apart.js';

/** A decision that may be appealed. */
export interface AppealRoute {
  decisionId: string;
  /** The last day to appeal it; null where the scheme allows no appeal of it. */
  fileBy: Temporal.PlainDate | null;
}

/** How modules below say that they decided against a person, so that the person can appeal. */
@Injectable()
export class AppealRoutes {
  constructor(
    private readonly note: NoteDecision,
    private readonly appeals: AppealRepository,
  ) {}

  /**
   * A renewal was denied; in the same transaction. What an appeal leads to is told by {@link RenewalDenialTakenBack}.
   * @param denial.renewalStepId the step that denied it
   */
  async openForRenewal(
    tx: Tx,
    denial: {
      bodyId: string;
      personId: string;
      schemeVersionId: string;
      decidedOn: Temporal.PlainDate;
      renewalStepId: string;
    },
  ): Promise<AppealRoute> {
    const { id: decisionId, fileBy } = await this.note.renewalDenial(tx, denial);
    return { decisionId, fileBy };
  }

  /** The route of a denial, which the caller has opened for the one who acts. */
  async ofRenewal(tx: Tx, renewalStepId: string): Promise<AppealRoute | null> {
    const found = await this.appeals.decisionOnRenewal(tx, renewalStepId);
    return found && { decisionId: found.id, fileBy: found.fileBy };
  }
}
