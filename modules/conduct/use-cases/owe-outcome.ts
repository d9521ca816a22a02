import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import { lastDay } from '../domain/conduct-terms.js';
import { ComplaintRepository } from '../persistence/complaint.repository.js';
import type { SanctionEntity } from '../persistence/sanction.entity.js';
import { SanctionRepository } from '../persistence/sanction.repository.js';
import { ConductRules } from './conduct-rules.js';
import { REGISTER_OUTCOME } from './register-outcome.js';

/** Lets the register owe the line of a sanction, with the last day to show it. */
@Injectable()
export class OweOutcome {
  constructor(
    private readonly complaints: ComplaintRepository,
    private readonly sanctions: SanctionRepository,
    private readonly rules: ConductRules,
    private readonly outbox: Outbox,
  ) {}

  /** Once the day of a pending sanction has come: its clock begins with that day, or with the end of the appeal that held it back. */
  async execute(tx: Tx, sanction: SanctionEntity): Promise<void> {
    const complaint = await this.complaints.get(tx, sanction.complaintId);
    const { today, terms, calendar } = await this.rules.of(tx, complaint);
    if (isBefore(today, sanction.effectiveOn)) return;
    const heardUntil = await this.sanctions.appealEndedAt(tx, sanction.id);
    const ownDay = sanction.effectiveOn.toZonedDateTime(calendar.zone).toInstant();
    const begun = heardUntil && Temporal.Instant.compare(heardUntil, ownDay) > 0 ? heardUntil : ownDay;
    await this.sanctions.setRegisterBy(tx, sanction.id, lastDay(begun, terms.complaint.registryUpdate, calendar));
    const payload = { sanctionId: sanction.id };
    await this.outbox.add(tx, { kind: REGISTER_OUTCOME, payload, orderKey: sanction.credentialId });
  }
}
