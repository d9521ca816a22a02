import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { LetterEntity } from './letter.entity.js';

@Injectable()
export class LetterRepository {
  /** @returns false when a letter of that identity exists already */
  async insertOnce(tx: Tx, letter: LetterEntity): Promise<boolean> {
    const result = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(LetterEntity)
      .values(letter as never)
      .orIgnore()
      .returning('id')
      .execute();
    return result.raw.length > 0;
  }

  async lockDue(tx: Tx, id: string): Promise<LetterEntity | null> {
    return tx.manager.findOne(LetterEntity, { where: { id, status: 'due' }, lock: { mode: 'pessimistic_write' } });
  }

  async settle(tx: Tx, letter: LetterEntity): Promise<void> {
    await tx.manager.save(LetterEntity, { ...letter, secrets: null, settledAt: tx.now });
  }

  /** The newest letters of a person, at most `limit`, before the letter `before` when given. */
  async ofPerson(tx: Tx, personId: string, limit: number, before?: string): Promise<LetterEntity[]> {
    return tx.manager.find(LetterEntity, {
      where: { personId, ...(before && { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit,
    });
  }
}
