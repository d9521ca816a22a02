import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { InvoiceState } from '../domain/invoice-state.js';
import { InvoiceEntity, InvoiceEventEntity } from './invoice.entity.js';

/** Invoices and what became of them. */
@Injectable()
export class InvoiceRepository {
  /** @returns false when this fee is asked for this thing already */
  async add(tx: Tx, invoice: Omit<InvoiceEntity, 'number'>): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(InvoiceEntity).values(invoice).orIgnore();
    const { raw } = await insert.returning('id').execute();
    return (raw as unknown[]).length > 0;
  }

  findOwn(tx: Tx, personId: string, id: string): Promise<InvoiceEntity | null> {
    return tx.manager.findOneBy(InvoiceEntity, { id, personId });
  }

  /** The invoice, if it is one of these bodies'. */
  findFor(tx: Tx, bodyIds: readonly string[], id: string): Promise<InvoiceEntity | null> {
    return tx.manager.findOneBy(InvoiceEntity, { id, bodyId: In([...bodyIds]) });
  }

  get(tx: Tx, id: string): Promise<InvoiceEntity> {
    return tx.manager.findOneByOrFail(InvoiceEntity, { id });
  }

  /**
   * The invoice as it is now, kept for this transaction until it ends. Nobody may change the row itself (its state follows its
   * events), so it is the id that is held.
   */
  async lock(tx: Tx, id: string): Promise<InvoiceEntity> {
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`invoice ${id}`]);
    return this.get(tx, id);
  }

  /** A person's, newest first. */
  listOwn(tx: Tx, personId: string): Promise<InvoiceEntity[]> {
    return tx.manager.find(InvoiceEntity, { where: { personId }, order: { createdAt: 'desc', id: 'desc' } });
  }

  /** Of one application or renewal, first to last. */
  ofSubject(tx: Tx, subjectId: string): Promise<InvoiceEntity[]> {
    return tx.manager.find(InvoiceEntity, { where: { subjectId }, order: { createdAt: 'asc', id: 'asc' } });
  }

  /** The open ones of these applications or renewals, first to last. */
  openAmong(tx: Tx, subjectIds: readonly string[]): Promise<InvoiceEntity[]> {
    const where = { subjectId: In([...subjectIds]), state: 'open' as const };
    return tx.manager.find(InvoiceEntity, { where, order: { createdAt: 'asc', id: 'asc' } });
  }

  /** Invoices of these bodies in one state, oldest first, from a key on. */
  async queue(
    tx: Tx,
    filter: { bodyIds: readonly string[]; state: InvoiceState; after: string[] | null; limit: number },
  ): Promise<InvoiceEntity[]> {
    const query = tx.manager
      .createQueryBuilder(InvoiceEntity, 'i')
      .where('i.body_id in (:...bodies)', { bodies: filter.bodyIds })
      .andWhere('i.state = :state', { state: filter.state })
      .orderBy({ 'i.created_at': 'ASC', 'i.id': 'ASC' })
      .take(filter.limit);
    const [at, id] = filter.after ?? [];
    if (at && id) query.andWhere('(i.created_at, i.id) > (:at::timestamptz, :id::uuid)', { at, id });
    return query.getMany();
  }

  async addEvent(tx: Tx, event: InvoiceEventEntity): Promise<void> {
    await tx.manager.insert(InvoiceEventEntity, event);
  }

  /** First to last. */
  eventsOf(tx: Tx, invoiceId: string): Promise<InvoiceEventEntity[]> {
    return tx.manager.find(InvoiceEventEntity, { where: { invoiceId }, order: { recordedAt: 'asc', id: 'asc' } });
  }
}
