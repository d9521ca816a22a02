import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ApplicationMove } from '../domain/application-state.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { IssueInvoice } from './issue-invoice.js';

/** Which step of an application asks for which of the scheme's fees. */
const asked: Partial<Record<ApplicationMove, string>> = { submit: 'application', admit: 'exam' };

/** Asks for the fee that goes with a step, once for each application. */
@Injectable()
export class AskFees {
  constructor(private readonly issue: IssueInvoice) {}

  async execute(tx: Tx, application: ApplicationEntity, move: ApplicationMove): Promise<void> {
    const fee = asked[move];
    if (!fee) return;
    const { id, bodyId, personId, schemeVersionId } = application;
    await this.issue.execute(tx, { bodyId, personId, schemeVersionId, fee, subject: { kind: 'application', id } });
  }
}
