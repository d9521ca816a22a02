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
import { EnterSanction } from './enter-sanction.js';

/** The effect that writes an outcome whose day has come into the register. */
export const REGISTER_OUTCOME = 'conduct.register-outcome';

/** The rows of cases, for what follows from them. */
@Injectable()
export class OutcomeRows {
  constructor(
    readonly complaints: ComplaintRepository,
    readonly sanctions: SanctionRepository,
  ) {}
}

/**
 * The register shows what a complaint led to within the scheme's time. Each outcome is an effect of its own, so that one that
 * the register cannot take holds up no other; it stands at the desk with its last day until somebody has seen to it.
 */
@Injectable()
export class RegisterOutcome {
  constructor(
    private readonly rows: OutcomeRows,
    private readonly rules: ConductRules,
    private readonly enter: EnterSanction,
    private readonly outbox: Outbox,
  ) {}

  /** Once the day of a pending sanction has come: its clock begins with that day, or with the end of the appeal that held it back. */
  async begin(tx: Tx, sanction: SanctionEntity): Promise<void> {
    const complaint = await this.rows.complaints.get(tx, sanction.complaintId);
    const { today, terms, calendar } = await this.rules.of(tx, complaint);
    if (isBefore(today, sanction.effectiveOn)) return;
    const heardUntil = await this.rows.sanctions.appealEndedAt(tx, sanction.id);
    const ownDay = sanction.effectiveOn.toZonedDateTime(calendar.zone).toInstant();
    const begun = heardUntil && Temporal.Instant.compare(heardUntil, ownDay) > 0 ? heardUntil : ownDay;
    await this.rows.sanctions.setRegisterBy(tx, sanction.id, lastDay(begun, terms.complaint.registryUpdate, calendar));
    const payload = { sanctionId: sanction.id };
    await this.outbox.add(tx, { kind: REGISTER_OUTCOME, payload, orderKey: sanction.credentialId });
  }

  /** Writes its line. One that was entered, cancelled or appealed meanwhile is left as it is; told twice, it is one line. */
  async execute(tx: Tx, { sanctionId }: { sanctionId: string }): Promise<void> {
    const sanction = await this.rows.sanctions.lock(tx, sanctionId);
    if (sanction.state !== 'pending') return;
    if (await this.rows.sanctions.isHeldBack(tx, sanctionId)) {
      await this.rows.sanctions.setRegisterBy(tx, sanctionId, null);
      return;
    }
    const { schemeVersionId } = await this.rows.complaints.get(tx, sanction.complaintId);
    await this.enter.put(tx, sanction, schemeVersionId);
  }
}

/** Whether its day has come and the register does not show it yet. */
export function owesItsLine({ state, registerBy }: SanctionEntity): boolean {
  return state === 'pending' && registerBy !== null;
}
