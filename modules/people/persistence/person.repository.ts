import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { personActing } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { PersonNameEntity } from './person-name.entity.js';
import { PersonEntity } from './person.entity.js';

export type Names = Pick<PersonEntity, 'legalName' | 'chosenName' | 'nameLanguage'>;
/** What is known of somebody before they are a person here; letters are in English where no language is known. */
export type NewPerson = Names & Partial<Pick<PersonEntity, 'letterLanguage'>>;

@Injectable()
export class PersonRepository {
  constructor(private readonly ids: Ids) {}

  find(tx: Tx, id: string): Promise<PersonEntity | null> {
    return tx.manager.findOneBy(PersonEntity, { id });
  }

  findAll(tx: Tx, ids: readonly string[]): Promise<PersonEntity[]> {
    return tx.manager.findBy(PersonEntity, { id: In([...ids]) });
  }

  findByNumber(tx: Tx, number: string): Promise<PersonEntity | null> {
    return tx.manager.findOneBy(PersonEntity, { number });
  }

  async add(tx: Tx, person: NewPerson & { number: string }): Promise<PersonEntity> {
    const row = { letterLanguage: 'en', ...person, id: this.ids.next(), createdAt: tx.now };
    await tx.manager.insert(PersonEntity, row);
    await this.recordName(tx, row.id, person);
    return row;
  }

  async rename(tx: Tx, id: string, names: Names): Promise<void> {
    await tx.manager.update(PersonEntity, { id }, names);
    await this.recordName(tx, id, names);
  }

  async writeIn(tx: Tx, id: string, letterLanguage: string): Promise<void> {
    await tx.manager.update(PersonEntity, { id }, { letterLanguage });
  }

  /** Newest first; the first is the present name. */
  names(tx: Tx, personId: string): Promise<PersonNameEntity[]> {
    return tx.manager.find(PersonNameEntity, { where: { personId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  private async recordName(tx: Tx, personId: string, { legalName, chosenName, nameLanguage }: Names): Promise<void> {
    const recordedBy = personActing(tx.actor);
    await tx.manager.insert(PersonNameEntity, {
      id: this.ids.next(),
      personId,
      legalName,
      chosenName,
      nameLanguage,
      recordedBy,
      createdAt: tx.now,
    });
  }
}
