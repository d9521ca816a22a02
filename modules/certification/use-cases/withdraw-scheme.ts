import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { schemeWithdrawnBefore } from '../certification.errors.js';
import { SchemeWithdrawalRepository } from '../persistence/scheme-withdrawal.repository.js';
import { ApplicationRules } from './application-rules.js';

/**
 * A body takes no new applications under a scheme from a day on. What was sent before goes its way, and who is certified
 * stays so: a withdrawal is no decision about anybody.
 */
@Injectable()
export class WithdrawScheme {
  constructor(
    private readonly withdrawals: SchemeWithdrawalRepository,
    private readonly rules: ApplicationRules,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError not_found for a scheme of another body; certification.scheme_withdrawn_before */
  async execute(
    tx: Tx,
    input: { bodyId: string; schemeCode: string; withdrawnFrom: Temporal.PlainDate; reason: string },
  ): Promise<{ withdrawalId: string }> {
    const { bodyId, schemeCode, withdrawnFrom, reason } = input;
    const mine = organizationsOf(tx.actor, 'administrator').includes(bodyId);
    const schemes = mine ? await this.rules.schemesOf(tx, [bodyId]) : [];
    if (!schemes.some(({ code }) => code === schemeCode)) throw notFound('this certification');
    const id = this.ids.next();
    const withdrawnBy = personIdOf(tx.actor);
    const row = { id, bodyId, schemeCode, withdrawnFrom, reason: reason.trim(), withdrawnBy, createdAt: tx.now };
    if (!(await this.withdrawals.add(tx, row))) throw schemeWithdrawnBefore();
    await this.audit.record(tx, {
      action: 'certification.scheme.withdrawn',
      subject: { kind: 'scheme-withdrawal', id },
      bodyId,
      details: { scheme: schemeCode, from: withdrawnFrom.toString() },
    });
    return { withdrawalId: id };
  }
}
