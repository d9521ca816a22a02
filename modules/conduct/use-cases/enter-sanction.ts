import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { hasEnded, Register, type RegisterChange, type Status } from '../../credentials/credentials.public.js';
import type { SanctionEntity } from '../persistence/sanction.entity.js';
import { SanctionRepository } from '../persistence/sanction.repository.js';
import { ConductRules } from './conduct-rules.js';
import { RecordSanctionStep } from './record-sanction-step.js';

/** What a sanction does to the register, and what undoes it. */
@Injectable()
export class EnterSanction {
  constructor(
    private readonly sanctions: SanctionRepository,
    private readonly step: RecordSanctionStep,
    private readonly register: Register,
    private readonly rules: ConductRules,
  ) {}

  /** An emergency: the line is in force and public from today. */
  async atOnce(tx: Tx, sanction: SanctionEntity): Promise<void> {
    const explanation =
      'It holds from today, before you could answer. You get notice of what it is about, and time to answer.';
    await this.write(tx, sanction, { reason: 'concern_looked_into', explanation, emergency: true });
  }

  /**
   * Notice and appeal are over: its line, in force and public from today. Where the certification ended by another decision
   * meanwhile, the sanction has nothing left to act on and is cancelled.
   */
  async put(tx: Tx, sanction: SanctionEntity): Promise<void> {
    const emergency = await this.emergencyOf(tx, sanction.complaintId);
    const statuses = await this.statusesOf(tx, sanction);
    if (statuses.length === 0 || statuses.some(hasEnded)) {
      await this.step.execute(tx, sanction, 'cancel');
      return;
    }
    await this.step.execute(tx, sanction, 'take_effect');
    if (emergency?.registerEventId && sanction.kind === 'suspension') {
      // It is suspended since the emergency; the decision carries that line on.
      await this.sanctions.setRegisterEvent(tx, sanction.id, emergency.registerEventId);
    } else {
      const explanation = `You had notice of this decision on ${formatDate(sanction.decidedOn)}, and the time to appeal it is over.`;
      await this.write(tx, sanction, { reason: 'ethics_decision', explanation, noticeGiven: true });
    }
    if (emergency) await this.liftEmergency(tx, emergency, sanction.kind === 'reprimand');
  }

  /** The complaint was closed, or nobody confirmed it in time: what was suspended in an emergency is active again. */
  async liftEmergency(
    tx: Tx,
    emergency: SanctionEntity,
    reinstates: boolean,
    move: 'lift' | 'lapse' = 'lift',
  ): Promise<void> {
    await this.step.execute(tx, emergency, move);
    // Somebody may have reinstated, revoked or taken it back meanwhile: then nothing is left to lift.
    if (!reinstates || !(await this.statusesOf(tx, emergency)).includes('suspended')) return;
    const today = await this.rules.today(tx, emergency.bodyId);
    await this.register.reinstate(tx, {
      credentialId: emergency.credentialId,
      decidedBy: tx.actor.kind === 'person' ? tx.actor.personId : emergency.decidedBy,
      reason: move === 'lapse' ? 'decision_changed' : 'concern_closed',
      effectiveOn: today,
      publicFrom: today,
    });
  }

  /** An appeal took it back: as if it had never been. */
  async undo(tx: Tx, sanction: SanctionEntity, decidedBy: string): Promise<void> {
    if (sanction.state === 'cancelled' || sanction.state === 'reversed') return;
    await this.step.execute(tx, sanction, sanction.state === 'pending' ? 'cancel' : 'reverse');
    const { registerEventId: eventId } = sanction;
    if (eventId) await this.register.reverse(tx, { eventId, decidedBy, reason: 'appeal_upheld' });
  }

  /** The emergency suspension of a complaint that still holds. */
  async emergencyOf(tx: Tx, complaintId: string): Promise<SanctionEntity | null> {
    const all = await this.sanctions.ofComplaint(tx, complaintId);
    return all.find(({ emergency, state }) => emergency && (state === 'provisional' || state === 'in_effect')) ?? null;
  }

  /** Every status of the credential today; none where the register does not have it. */
  private async statusesOf(tx: Tx, { personId, credentialId }: SanctionEntity): Promise<readonly Status[]> {
    const held = await this.register.credentialsOf(tx, personId);
    const standing = held.find((one) => one.credentialId === credentialId)?.standing;
    return standing ? [standing.status, ...standing.concurrent] : [];
  }

  private async write(
    tx: Tx,
    sanction: SanctionEntity,
    said: Pick<RegisterChange, 'reason' | 'explanation' | 'emergency' | 'noticeGiven'>,
  ): Promise<void> {
    const today = await this.rules.today(tx, sanction.bodyId);
    const { credentialId, decidedBy } = sanction;
    const change = { ...said, credentialId, decidedBy, effectiveOn: today, publicFrom: today };
    const write = { reprimand: 'reprimand', suspension: 'suspend', revocation: 'revoke' } as const;
    const { eventId } = await this.register[write[sanction.kind]](tx, change);
    await this.sanctions.setRegisterEvent(tx, sanction.id, eventId);
  }
}
