import { Injectable } from '@nestjs/common';
import { In, Not, QueryFailedError } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { askedAlready, moveNotPossible, newerVersion, questionOfCourse, secondPerson } from '../item-bank.errors.js';
import { BankItemEntity, BankItemEventEntity, BankItemVersionEntity } from './bank-item.entity.js';

/** Items with their versions and steps. */
@Injectable()
export class ItemRepository {
  /** The first of so many numbers that follow each other and are now taken. */
  async takeNumbers(tx: Tx, bodyId: string, count: number): Promise<number> {
    const [row]: [{ last: number }] = await tx.manager.query(
      `insert into bank_item_counter (body_id, last_number) values ($1, $2)
       on conflict (body_id) do update set last_number = bank_item_counter.last_number + excluded.last_number
       returning last_number as last`,
      [bodyId, count],
    );
    return row.last - count + 1;
  }

  async addItem(tx: Tx, item: BankItemEntity): Promise<void> {
    await tx.manager.insert(BankItemEntity, item);
  }

  /** @throws DomainError item_bank.question_of_course, item_bank.asked_already, item_bank.newer_version */
  async addVersion(tx: Tx, version: Omit<BankItemVersionEntity, 'state' | 'handedInAt'>): Promise<void> {
    try {
      await tx.manager.insert(BankItemVersionEntity, { ...version, state: 'draft', handedInAt: null });
    } catch (error) {
      throw refusalOf(error) ?? error;
    }
  }

  /** @throws DomainError item_bank.move_not_possible, item_bank.second_person, item_bank.question_of_course */
  async addEvent(tx: Tx, event: BankItemEventEntity): Promise<void> {
    try {
      await tx.manager.insert(BankItemEventEntity, event);
    } catch (error) {
      throw refusalOf(error) ?? error;
    }
  }

  async find(tx: Tx, bodyIds: readonly string[], id: string): Promise<BankItemEntity | null> {
    return tx.manager.findOneBy(BankItemEntity, { id, bodyId: In([...bodyIds]) });
  }

  async findByNumber(tx: Tx, bodyId: string, number: number): Promise<BankItemEntity | null> {
    return tx.manager.findOneBy(BankItemEntity, { bodyId, number });
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<BankItemEntity[]> {
    return tx.manager.findBy(BankItemEntity, { id: In([...ids]) });
  }

  /** Held until this transaction ends, so that two edits come one after the other. */
  async lock(tx: Tx, id: string): Promise<BankItemEntity> {
    return tx.manager.findOneOrFail(BankItemEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Which of these questions stand elsewhere already, in a course or in an item of the body, by fingerprint. */
  async known(tx: Tx, bodyId: string, fingerprints: readonly string[]): Promise<Map<string, 'course' | 'bank'>> {
    const rows: { fingerprint: string; where: 'course' | 'bank' }[] = await tx.manager.query(
      `select fingerprint, 'bank' as where from bank_item_version where body_id = $1 and fingerprint = any($2)
       union all select fingerprint, 'course' from quiz_item_fingerprint where fingerprint = any($2)`,
      [bodyId, [...fingerprints]],
    );
    return new Map(rows.map(({ fingerprint, where }) => [fingerprint, where]));
  }

  /** Newest first. */
  async versionsOf(tx: Tx, itemId: string): Promise<BankItemVersionEntity[]> {
    return tx.manager.find(BankItemVersionEntity, { where: { itemId }, order: { number: 'desc' } });
  }

  /** Drafts of an author that nobody handed in yet; what a reviewer returned is edited first. */
  async freshDrafts(tx: Tx, bodyId: string, authorId: string, limit: number): Promise<BankItemVersionEntity[]> {
    return tx.manager
      .createQueryBuilder(BankItemVersionEntity, 'v')
      .where(`v.body_id = :bodyId and v.author_id = :authorId and v.state = 'draft' and v.handed_in_at is null`)
      .andWhere(`not exists (select from bank_item_event e where e.version_id = v.id and e.move = 'return')`)
      .setParameters({ bodyId, authorId })
      .orderBy('v.id')
      .limit(limit)
      .getMany();
  }

  async versions(tx: Tx, bodyId: string, ids: readonly string[]): Promise<BankItemVersionEntity[]> {
    return tx.manager.findBy(BankItemVersionEntity, { bodyId, id: In([...ids]) });
  }

  /** First to last. */
  async eventsOf(tx: Tx, itemId: string): Promise<BankItemEventEntity[]> {
    return tx.manager.find(BankItemEventEntity, { where: { itemId }, order: { recordedAt: 'asc', id: 'asc' } });
  }

  /** Items whose key another secret wrapped, held; those that somebody else holds are left for the next time. */
  async lockWrappedOtherwise(tx: Tx, keyId: string, limit: number): Promise<BankItemEntity[]> {
    return tx.manager.find(BankItemEntity, {
      where: { keyId: Not(keyId) },
      take: limit,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
  }

  async setKey(tx: Tx, id: string, key: Pick<BankItemEntity, 'keyId' | 'wrappedKey'>): Promise<void> {
    await tx.manager.update(BankItemEntity, { id }, key);
  }
}

function refusalOf(error: unknown): Error | null {
  const { constraint } = (error instanceof QueryFailedError ? error.driverError : {}) as { constraint?: string };
  switch (constraint) {
    case 'bank_item_version_not_of_course':
      return questionOfCourse();
    case 'bank_item_version_asked_once':
      return askedAlready();
    case 'bank_item_version_in_work':
    case 'bank_item_version_item_id_number_key':
      return newerVersion();
    case 'bank_item_event_second_person':
      return secondPerson();
    case 'bank_item_event_starts_at_state':
    case 'bank_item_event_handed_in_first':
      return moveNotPossible();
    default:
      return null;
  }
}
