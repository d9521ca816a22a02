import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ComplaintState } from '../domain/moves.js';
import { ComplaintEntity, ComplaintEventEntity, ComplaintReporterEntity } from './complaint.entity.js';

const OPEN: ComplaintState[] = ['received', 'in_review', 'notice_given', 'ready', 'found', 'proposed'];
const CLOSED: ComplaintState[] = ['dismissed', 'sanctioned', 'not_taken_up'];
/** Decided, its day has come, and the register does not show it yet. */
const OWES_A_LINE = `exists (select from sanction s where s.complaint_id = c.id and s.state = 'pending' and s.register_by is not null)`;
/** What the holder knows of: everything from the notice on. */
const TOLD: ComplaintState[] = ['notice_given', 'ready', 'found', 'proposed', 'dismissed', 'sanctioned'];

/** Complaints, who made them, and their steps. */
@Injectable()
export class ComplaintRepository {
  async add(tx: Tx, complaint: ComplaintEntity, reporter: ComplaintReporterEntity | null): Promise<void> {
    await tx.manager.insert(ComplaintEntity, complaint);
    if (reporter) await tx.manager.insert(ComplaintReporterEntity, reporter);
  }

  async lock(tx: Tx, id: string): Promise<ComplaintEntity> {
    return tx.manager.findOneOrFail(ComplaintEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async get(tx: Tx, id: string): Promise<ComplaintEntity> {
    return tx.manager.findOneByOrFail(ComplaintEntity, { id });
  }

  async findFor(tx: Tx, bodyIds: readonly string[], id: string): Promise<ComplaintEntity | null> {
    return tx.manager.findOneBy(ComplaintEntity, { id, bodyId: In([...bodyIds]) });
  }

  /** A complaint about oneself, once one has notice of it. */
  async findOwn(tx: Tx, personId: string, id: string): Promise<ComplaintEntity | null> {
    return tx.manager.findOneBy(ComplaintEntity, { id, personId, state: In(TOLD) });
  }

  async ofHolder(tx: Tx, personId: string): Promise<ComplaintEntity[]> {
    return tx.manager.find(ComplaintEntity, {
      where: { personId, state: In(TOLD) },
      order: { createdAt: 'desc', id: 'desc' },
    });
  }

  /**
   * Open ones, and decided ones that the register does not show yet, by the day they are to be decided; closed ones newest
   * first. A hundred at most.
   */
  async desk(tx: Tx, bodyIds: readonly string[], closed: boolean): Promise<ComplaintEntity[]> {
    const query = tx.manager
      .createQueryBuilder(ComplaintEntity, 'c')
      .where('c.body_id = any(:bodies)', { bodies: bodyIds })
      .take(100);
    return closed
      ? query.andWhere('c.state in (:...closed)', { closed: CLOSED }).orderBy('c.state_since', 'DESC').getMany()
      : query
          .andWhere(`(c.state in (:...open) or ${OWES_A_LINE})`, { open: OPEN })
          .orderBy({ 'c.decide_by': 'ASC', 'c.id': 'ASC' })
          .getMany();
  }

  async update(
    tx: Tx,
    id: string,
    change: Partial<Pick<ComplaintEntity, 'answerBy' | 'decideBy' | 'handlerId'>>,
  ): Promise<void> {
    await tx.manager.update(ComplaintEntity, { id }, change);
  }

  async addEvent(tx: Tx, event: ComplaintEventEntity): Promise<void> {
    await tx.manager.insert(ComplaintEventEntity, event);
  }

  /** First to last. */
  async eventsOf(tx: Tx, complaintId: string): Promise<ComplaintEventEntity[]> {
    return tx.manager.find(ComplaintEventEntity, {
      where: { complaintId },
      order: { recordedAt: 'asc', id: 'asc' },
    });
  }

  async reporterOf(tx: Tx, complaintId: string): Promise<ComplaintReporterEntity | null> {
    return tx.manager.findOneBy(ComplaintReporterEntity, { complaintId });
  }

  /** The rules that keep somebody from handling or deciding it, by code. */
  async keptFrom(
    tx: Tx,
    id: string,
    person: { id: string; deciding: boolean; on: Temporal.PlainDate },
  ): Promise<string[]> {
    const [row]: { rules: string[] }[] = await tx.manager.query(`select complaint_kept_from($1, $2, $3, $4) as rules`, [
      id,
      person.id,
      person.deciding,
      person.on.toString(),
    ]);
    return row?.rules ?? [];
  }

  /** Open complaints that a clock may have something to do with, held by this worker alone. */
  async openOnes(tx: Tx, limit: number, before: Temporal.PlainDate): Promise<ComplaintEntity[]> {
    return tx.manager
      .createQueryBuilder(ComplaintEntity, 'c')
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .where('c.state in (:...open)', { open: OPEN })
      .andWhere(
        `(c.decide_by <= :before or (c.state = 'received' and c.acknowledge_by <= :before)
          or (c.state = 'notice_given' and c.answer_by <= :before))`,
        { before: before.toString() },
      )
      .andWhere(
        `(c.state = 'notice_given' and c.answer_by <= :before or not exists (select from conduct_warning w
           where w.case_id = c.id and w.clock = 'decide' and w.due_on = c.decide_by)
          or (c.state = 'received' and not exists (select from conduct_warning w
           where w.case_id = c.id and w.clock = 'acknowledge')))`,
      )
      .orderBy('c.decide_by')
      .take(limit)
      .getMany();
  }
}
