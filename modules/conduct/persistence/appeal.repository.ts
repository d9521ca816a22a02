import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { AppealState } from '../domain/moves.js';
import { AppealableDecisionEntity, AppealEntity, AppealEventEntity } from './appeal.entity.js';

const OPEN: AppealState[] = ['filed', 'in_review', 'found', 'proposed'];
const CLOSED: AppealState[] = ['upheld', 'overturned', 'sent_back', 'withdrawn'];

/** Decisions that may be appealed, appeals, and their steps. */
@Injectable()
export class AppealRepository {
  async addDecision(tx: Tx, decision: AppealableDecisionEntity): Promise<void> {
    await tx.manager.insert(AppealableDecisionEntity, decision);
  }

  async decision(tx: Tx, id: string): Promise<AppealableDecisionEntity> {
    return tx.manager.findOneByOrFail(AppealableDecisionEntity, { id });
  }

  async findOwnDecision(tx: Tx, personId: string, id: string): Promise<AppealableDecisionEntity | null> {
    return tx.manager.findOneBy(AppealableDecisionEntity, { id, personId });
  }

  /** The newest decision on an application of one's own. */
  async decisionOnApplication(
    tx: Tx,
    personId: string,
    applicationId: string,
  ): Promise<AppealableDecisionEntity | null> {
    return tx.manager.findOne(AppealableDecisionEntity, {
      where: { personId, applicationId },
      order: { createdAt: 'desc' },
    });
  }

  async decisionOnRenewal(tx: Tx, renewalStepId: string): Promise<AppealableDecisionEntity | null> {
    return tx.manager.findOneBy(AppealableDecisionEntity, { renewalStepId });
  }

  /** Newest first. */
  async decisionsOf(tx: Tx, personId: string): Promise<AppealableDecisionEntity[]> {
    return tx.manager.find(AppealableDecisionEntity, { where: { personId }, order: { createdAt: 'desc' } });
  }

  async decisionOnSanction(tx: Tx, sanctionId: string): Promise<AppealableDecisionEntity | null> {
    return tx.manager.findOneBy(AppealableDecisionEntity, { sanctionId });
  }

  /** @returns false when this decision is appealed already */
  async add(tx: Tx, appeal: AppealEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(AppealEntity).values(appeal).orIgnore();
    const { raw } = await insert.returning('id').execute();
    return (raw as unknown[]).length > 0;
  }

  async lock(tx: Tx, id: string): Promise<AppealEntity> {
    return tx.manager.findOneOrFail(AppealEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async findFor(tx: Tx, bodyIds: readonly string[], id: string): Promise<AppealEntity | null> {
    return tx.manager.findOneBy(AppealEntity, { id, bodyId: In([...bodyIds]) });
  }

  async findOwn(tx: Tx, personId: string, id: string): Promise<AppealEntity | null> {
    return tx.manager.findOneBy(AppealEntity, { id, personId });
  }

  async ofPerson(tx: Tx, personId: string): Promise<AppealEntity[]> {
    return tx.manager.find(AppealEntity, { where: { personId }, order: { createdAt: 'desc' } });
  }

  /** Open ones first by the day they are to be decided; closed ones newest first, a hundred at most. */
  async desk(tx: Tx, bodyIds: readonly string[], closed: boolean): Promise<AppealEntity[]> {
    return tx.manager.find(AppealEntity, {
      where: { bodyId: In([...bodyIds]), state: In(closed ? CLOSED : OPEN) },
      order: closed ? { stateSince: 'desc' } : { decideBy: 'asc', id: 'asc' },
      take: 100,
    });
  }

  async setHandler(tx: Tx, id: string, handlerId: string): Promise<void> {
    await tx.manager.update(AppealEntity, { id }, { handlerId });
  }

  async addEvent(tx: Tx, event: AppealEventEntity): Promise<void> {
    await tx.manager.insert(AppealEventEntity, event);
  }

  /** First to last. */
  async eventsOf(tx: Tx, appealId: string): Promise<AppealEventEntity[]> {
    return tx.manager.find(AppealEventEntity, { where: { appealId }, order: { recordedAt: 'asc', id: 'asc' } });
  }

  /** The rules that keep somebody from handling or deciding it, by code. */
  async keptFrom(
    tx: Tx,
    id: string,
    person: { id: string; deciding: boolean; on: Temporal.PlainDate },
  ): Promise<string[]> {
    const [row]: { rules: string[] }[] = await tx.manager.query(`select appeal_kept_from($1, $2, $3, $4) as rules`, [
      id,
      person.id,
      person.deciding,
      person.on.toString(),
    ]);
    return row?.rules ?? [];
  }

  /** Open appeals to be decided by a day, of which nobody was warned. */
  async unwarned(tx: Tx, until: Temporal.PlainDate, limit: number): Promise<AppealEntity[]> {
    return tx.manager
      .createQueryBuilder(AppealEntity, 'a')
      .where('a.state in (:...open) and a.decide_by <= :until', { open: OPEN, until: until.toString() })
      .andWhere(`not exists (select from conduct_warning w where w.case_id = a.id and w.clock = 'appeal')`)
      .orderBy('a.decide_by')
      .take(limit)
      .getMany();
  }
}
