import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn, isAfter } from '../../../src/kernel/dates.js';
import { addBusinessDays } from '../../../src/kernel/time-limit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ComplaintEntity } from '../persistence/complaint.entity.js';
import type { SanctionEntity } from '../persistence/sanction.entity.js';
import { AppealRepository } from '../persistence/appeal.repository.js';
import { WarningRepository } from '../persistence/warning.repository.js';
import { SanctionTools } from './carry-out-appeal.js';
import { ConductRules } from './conduct-rules.js';
import { ComplaintDesk } from './handle-complaint.js';
import { WriteToParties } from './write-to-parties.js';

const BATCH = 100;
/** The farthest east it is tomorrow already; each body's own day decides. */
const FARTHEST_EAST = 'Pacific/Kiritimati';
/** How far ahead deadlines are looked for: three business days are within it, whatever the holidays. */
const LOOK_AHEAD = { days: 14 };
/** Administrators are written to this many business days before a day is over. */
const WARN_DAYS = { acknowledge: 1, register: 1, decide: 3, confirm: 3, appeal: 3 } as const;

/** Who is warned, and that they were. */
@Injectable()
export class ConductWarnings {
  constructor(
    readonly warnings: WarningRepository,
    readonly appeals: AppealRepository,
    readonly letters: WriteToParties,
  ) {}
}

/**
 * What time alone does: answers close, sanctions go to the register once notice and appeal are over, emergency suspensions that
 * nobody confirmed end, and administrators are written to before a promise is broken.
 */
@Injectable()
export class KeepClocks {
  constructor(
    private readonly desk: ComplaintDesk,
    private readonly sanctions: SanctionTools,
    private readonly rules: ConductRules,
    private readonly warn: ConductWarnings,
  ) {}

  async execute(tx: Tx): Promise<void> {
    const today = dateIn(FARTHEST_EAST, tx.now);
    for (const sanction of await this.sanctions.rows.due(tx, today, BATCH))
      await this.sanctions.owe.execute(tx, sanction);
    const soon = today.add(LOOK_AHEAD);
    for (const sanction of await this.sanctions.rows.unconfirmed(tx, soon, BATCH)) await this.emergency(tx, sanction);
    for (const sanction of await this.sanctions.rows.owedBy(tx, soon, BATCH)) await this.register(tx, sanction);
    for (const complaint of await this.desk.complaints.openOnes(tx, BATCH, soon)) await this.complaint(tx, complaint);
    await this.appeals(tx, soon);
  }

  private async register(tx: Tx, { bodyId, personId, complaintId: caseId, registerBy }: SanctionEntity): Promise<void> {
    if (!registerBy) return;
    const complaint = await this.desk.complaints.get(tx, caseId);
    await this.warnOf(tx, { bodyId, personId, caseId, clock: 'register', dueOn: registerBy }, complaint);
  }

  private async emergency(tx: Tx, sanction: SanctionEntity): Promise<void> {
    const { confirmBy, bodyId, complaintId: caseId, personId } = sanction;
    if (!confirmBy) return;
    const complaint = await this.desk.complaints.get(tx, caseId);
    const { today } = await this.rules.of(tx, complaint);
    if (isAfter(today, confirmBy)) {
      await this.sanctions.enter.liftEmergency(tx, sanction, true, 'lapse');
    } else {
      await this.warnOf(tx, { bodyId, personId, caseId, clock: 'confirm', dueOn: confirmBy }, complaint);
    }
  }

  private async complaint(tx: Tx, complaint: ComplaintEntity): Promise<void> {
    const { today } = await this.rules.of(tx, complaint);
    if (complaint.state === 'notice_given' && complaint.answerBy && isAfter(today, complaint.answerBy)) {
      await this.desk.step.execute(tx, complaint, { move: 'close_answers' });
    }
    const { bodyId, personId, id: caseId } = complaint;
    if (complaint.state === 'received') {
      const dueOn = complaint.acknowledgeBy;
      await this.warnOf(tx, { bodyId, personId, caseId, clock: 'acknowledge', dueOn }, complaint);
    }
    await this.warnOf(tx, { bodyId, personId, caseId, clock: 'decide', dueOn: complaint.decideBy }, complaint);
  }

  private async appeals(tx: Tx, soon: Temporal.PlainDate): Promise<void> {
    for (const { id: caseId, bodyId, personId, decideBy, decisionId } of await this.warn.appeals.unwarned(
      tx,
      soon,
      BATCH,
    )) {
      const { schemeVersionId } = await this.warn.appeals.decision(tx, decisionId);
      const of = { bodyId, schemeVersionId };
      await this.warnOf(tx, { bodyId, personId, caseId, clock: 'appeal', dueOn: decideBy }, of);
    }
  }

  private async warnOf(
    tx: Tx,
    warning: Parameters<WarningRepository['addOnce']>[1],
    of: { bodyId: string; schemeVersionId: string },
  ): Promise<void> {
    const { today, calendar } = await this.rules.of(tx, of);
    if (isAfter(warning.dueOn, addBusinessDays(today, WARN_DAYS[warning.clock], calendar.holidays))) return;
    if (!(await this.warn.warnings.addOnce(tx, warning))) return;
    const identity = `${warning.caseId}:${warning.clock}:${warning.dueOn.toString()}`;
    const { bodyId, caseId } = warning;
    const kind = warning.clock === 'appeal' ? 'appeal-deadline' : 'complaint-deadline';
    const data = { what: waitsFor[warning.clock], dueOn: warning.dueOn.toString() };
    await this.warn.letters.administrators(tx, { kind, bodyId, caseId, identity, notTo: warning.personId }, data);
  }
}

const waitsFor = {
  acknowledge: 'A complaint waits for somebody to handle it',
  decide: 'A complaint waits for its decision',
  register: 'The register does not show yet what a complaint led to',
  confirm: 'A suspension at once waits for another person to confirm it. Without that it ends',
  appeal: 'An appeal waits for its decision',
} as const;
