import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SanctionEntity, SanctionEventEntity } from './sanction.entity.js';

/** What complaints lead to, and the steps of it. */
@Injectable()
export class SanctionRepository {
  async add(tx: Tx, sanction: SanctionEntity): Promise<void> {
    await tx.manager.insert(SanctionEntity, sanction);
  }

  async lock(tx: Tx, id: string): Promise<SanctionEntity> {
    return tx.manager.findOneOrFail(SanctionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async get(tx: Tx, id: string): Promise<SanctionEntity> {
    return tx.manager.findOneByOrFail(SanctionEntity, { id });
  }

  /** Of a complaint, first to last. */
  async ofComplaint(tx: Tx, complaintId: string): Promise<SanctionEntity[]> {
    return tx.manager.find(SanctionEntity, { where: { complaintId }, order: { createdAt: 'asc', id: 'asc' } });
  }

  async addEvent(tx: Tx, event: SanctionEventEntity): Promise<void> {
    await tx.manager.insert(SanctionEventEntity, event);
  }

  async setRegisterEvent(tx: Tx, id: string, registerEventId: string): Promise<void> {
    await tx.manager.update(SanctionEntity, { id }, { registerEventId });
  }

  /** @param registerBy null where an appeal holds it back again */
  async setRegisterBy(tx: Tx, id: string, registerBy: Temporal.PlainDate | null): Promise<void> {
    await tx.manager.update(SanctionEntity, { id }, { registerBy });
  }

  /** Until when an appeal held it back; null where none did. */
  async appealEndedAt(tx: Tx, id: string): Promise<Temporal.Instant | null> {
    const [row]: { at: Temporal.Instant | null }[] = await tx.manager.query(
      `select max(a.state_since) as at from appealable_decision d join appeal a on a.decision_id = d.id where d.sanction_id = $1`,
      [id],
    );
    return row?.at ?? null;
  }

  async isHeldBack(tx: Tx, id: string): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `select 1 from appealable_decision d join appeal a on a.decision_id = d.id
       where d.sanction_id = $1 and a.state in ('filed', 'in_review', 'found', 'proposed')`,
      [id],
    );
    return rows.length > 0;
  }

  /** Whose line the register owes by a day, soonest first. */
  async owedBy(tx: Tx, until: Temporal.PlainDate, limit: number): Promise<SanctionEntity[]> {
    return tx.manager
      .createQueryBuilder(SanctionEntity, 's')
      .where(`s.state = 'pending' and s.register_by <= :until`, { until: until.toString() })
      .andWhere(
        `not exists (select from conduct_warning w where w.case_id = s.complaint_id and w.clock = 'register'
          and w.due_on = s.register_by)`,
      )
      .orderBy('s.register_by')
      .take(limit)
      .getMany();
  }

  /** Of many complaints, the last day for the register to show what each led to, where it does not yet. */
  async owedAmong(tx: Tx, complaintIds: readonly string[]): Promise<Map<string, Temporal.PlainDate>> {
    const rows: { id: string; by: Temporal.PlainDate }[] = await tx.manager.query(
      `select complaint_id as id, min(register_by) as by from sanction
       where complaint_id = any($1) and state = 'pending' and register_by is not null group by complaint_id`,
      [complaintIds],
    );
    return new Map(rows.map(({ id, by }) => [id, by]));
  }

  /** Pending ones whose day has come, that no appeal holds back and whose clock is not running; by `today` in the farthest east. */
  async due(tx: Tx, today: Temporal.PlainDate, limit: number): Promise<SanctionEntity[]> {
    return tx.manager
      .createQueryBuilder(SanctionEntity, 's')
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .where(`s.state = 'pending' and s.register_by is null and s.effective_on <= :today`, { today: today.toString() })
      .andWhere(
        `not exists (select from appealable_decision d join appeal a on a.decision_id = d.id where d.sanction_id = s.id
          and a.state in ('filed', 'in_review', 'found', 'proposed'))`,
      )
      .orderBy('s.effective_on')
      .take(limit)
      .getMany();
  }

  /** Emergency suspensions that nobody confirmed, whose time is (nearly) over. */
  async unconfirmed(tx: Tx, until: Temporal.PlainDate, limit: number): Promise<SanctionEntity[]> {
    return tx.manager
      .createQueryBuilder(SanctionEntity, 's')
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .where(`s.state = 'provisional' and s.confirm_by <= :until`, { until: until.toString() })
      .orderBy('s.confirm_by')
      .take(limit)
      .getMany();
  }

  /** Whether a sanction of this credential has begun and waits for its line in the register. */
  async awaitsLine(tx: Tx, credentialId: string): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `select 1 from sanction where credential_id = $1 and register_event_id is null and state in ('in_effect', 'provisional')`,
      [credentialId],
    );
    return rows.length > 0;
  }
}
