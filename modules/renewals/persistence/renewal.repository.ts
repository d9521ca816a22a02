import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { RenewalState } from '../domain/renewal-state.js';
import { RenewalStepEntity } from './renewal-step.entity.js';
import { RenewalEntity } from './renewal.entity.js';

/** Where a page of the queue ended: the term's last day and the id of its last row. */
export interface QueuePlace {
  termEndsOn: string;
  id: string;
}

/** With the certifying body: for a registrar, or for a second person. */
const WAITING: RenewalState[] = ['submitted', 'denial_proposed'];

@Injectable()
export class RenewalRepository {
  /** @returns false when this term's renewal was sent before */
  async insertOnce(tx: Tx, renewal: RenewalEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(RenewalEntity).values(renewal);
    return (await insert.orIgnore().returning('id').execute()).raw.length > 0;
  }

  /** @param lock holds it until the transaction ends */
  async ofTerm(
    tx: Tx,
    credentialId: string,
    termEndsOn: Temporal.PlainDate,
    { lock = false } = {},
  ): Promise<RenewalEntity | null> {
    const query = tx.manager
      .createQueryBuilder(RenewalEntity, 'r')
      .where('r.credential_id = :credentialId and r.term_ends_on = :day', { credentialId, day: termEndsOn.toString() });
    if (lock) query.setLock('pessimistic_write');
    return query.getOne();
  }

  /** Which of these credentials have a renewal that waits for the registrar; a returned one waits for its holder. */
  async waitingAmong(tx: Tx, credentialIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.manager.find(RenewalEntity, {
      select: { credentialId: true },
      where: { credentialId: In([...credentialIds]), state: In(WAITING) },
    });
    return new Set(rows.map(({ credentialId }) => credentialId));
  }

  /** A person's own, newest first. */
  async ofPerson(tx: Tx, personId: string): Promise<RenewalEntity[]> {
    return tx.manager.find(RenewalEntity, { where: { personId }, order: { submittedAt: 'desc' }, take: 100 });
  }

  /** Held until this transaction ends; null where these bodies have none of that id. */
  async lockFor(tx: Tx, bodyIds: readonly string[], id: string): Promise<RenewalEntity | null> {
    return tx.manager.findOne(RenewalEntity, {
      where: { id, bodyId: In([...bodyIds]) },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** One of these bodies' renewals; null where they have none of that id. */
  async ofBodies(tx: Tx, bodyIds: readonly string[], id: string): Promise<RenewalEntity | null> {
    return tx.manager.findOneBy(RenewalEntity, { id, bodyId: In([...bodyIds]) });
  }

  /** Held until this transaction ends. */
  async lock(tx: Tx, id: string): Promise<RenewalEntity> {
    return tx.manager.findOneOrFail(RenewalEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async step(tx: Tx, id: string): Promise<RenewalStepEntity> {
    return tx.manager.findOneByOrFail(RenewalStepEntity, { id });
  }

  /** Writes a step; the database moves the renewal with it, and refuses what is no move. */
  async addStep(tx: Tx, step: RenewalStepEntity): Promise<void> {
    await tx.manager.insert(RenewalStepEntity, step);
  }

  /** What happened to a renewal, oldest first. */
  async stepsOf(tx: Tx, renewalId: string): Promise<RenewalStepEntity[]> {
    return tx.manager.find(RenewalStepEntity, { where: { renewalId }, order: { createdAt: 'asc', id: 'asc' } });
  }

  /** Waiting at these bodies: the term that ends first comes first. */
  async waitingAt(
    tx: Tx,
    bodyIds: readonly string[],
    { after, limit, states = WAITING }: { after?: QueuePlace; limit: number; states?: RenewalState[] },
  ): Promise<RenewalEntity[]> {
    const query = tx.manager
      .createQueryBuilder(RenewalEntity, 'r')
      .where('r.body_id = any(:bodies) and r.state in (:...states)', { bodies: bodyIds, states })
      .orderBy({ 'r.term_ends_on': 'ASC', 'r.id': 'ASC' })
      .limit(limit);
    if (after) query.andWhere('(r.term_ends_on, r.id) > (:termEndsOn::date, :id::uuid)', after);
    return query.getMany();
  }
}
