import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In, IsNull } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { RenewalEntity } from './renewal.entity.js';

/** Where a page of the queue ended: the term's last day and the id of its last row. */
export interface QueuePlace {
  termEndsOn: string;
  id: string;
}

@Injectable()
export class RenewalRepository {
  /** @returns false when this term's renewal was sent before */
  async insertOnce(tx: Tx, renewal: RenewalEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(RenewalEntity).values(renewal);
    return (await insert.orIgnore().returning('id').execute()).raw.length > 0;
  }

  async ofTerm(tx: Tx, credentialId: string, termEndsOn: Temporal.PlainDate): Promise<RenewalEntity | null> {
    const rows = await tx.manager.query('select id from renewal where credential_id = $1 and term_ends_on = $2', [
      credentialId,
      termEndsOn.toString(),
    ]);
    return rows[0] ? tx.manager.findOneBy(RenewalEntity, { id: rows[0].id }) : null;
  }

  /** Which of these credentials have a renewal that waits for the registrar. */
  async waitingAmong(tx: Tx, credentialIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.manager.find(RenewalEntity, {
      select: { credentialId: true },
      where: { credentialId: In([...credentialIds]), confirmedAt: IsNull() },
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

  async confirm(
    tx: Tx,
    id: string,
    confirmation: Pick<RenewalEntity, 'confirmedBy' | 'confirmedAt' | 'newExpiresOn'>,
  ): Promise<void> {
    await tx.manager.update(RenewalEntity, { id }, confirmation);
  }

  /** Waiting at these bodies: the term that ends first comes first. */
  async waitingAt(
    tx: Tx,
    bodyIds: readonly string[],
    { after, limit }: { after?: QueuePlace; limit: number },
  ): Promise<RenewalEntity[]> {
    const query = tx.manager
      .createQueryBuilder(RenewalEntity, 'r')
      .where('r.body_id = any(:bodies) and r.confirmed_at is null', { bodies: bodyIds })
      .orderBy({ 'r.term_ends_on': 'ASC', 'r.id': 'ASC' })
      .limit(limit);
    if (after) query.andWhere('(r.term_ends_on, r.id) > (:termEndsOn::date, :id::uuid)', after);
    return query.getMany();
  }
}
