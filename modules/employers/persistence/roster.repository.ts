import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { RosterEntryEntity, RosterImportEntity } from './roster.entity.js';

type Outcome = 'added' | 'changed' | 'same';

/** Rosters and the lists they come from. Every read names the employer. */
@Injectable()
export class RosterRepository {
  /** Who is employed on that day, by name. */
  async employedOn(tx: Tx, organizationId: string, today: Temporal.PlainDate): Promise<RosterEntryEntity[]> {
    return tx.manager
      .createQueryBuilder(RosterEntryEntity, 'e')
      .where('e.organization_id = :organizationId', { organizationId })
      .andWhere('(e.until_on is null or e.until_on >= :today::date)', { today: today.toString() })
      .orderBy('lower(e.name)', 'ASC')
      .addOrderBy('e.id', 'ASC')
      .getMany();
  }

  async find(tx: Tx, organizationId: string, id: string): Promise<RosterEntryEntity | null> {
    return tx.manager.findOneBy(RosterEntryEntity, { id, organizationId });
  }

  /** Ids of the employers that have the person on their roster on that day or later. */
  async employersOf(tx: Tx, personId: string, today: Temporal.PlainDate): Promise<string[]> {
    const rows: { organization_id: string }[] = await tx.manager.query(
      `select distinct organization_id from roster_entry
       where person_id = $1 and (until_on is null or until_on >= $2::date)`,
      [personId, today.toString()],
    );
    return rows.map((row) => row.organization_id);
  }

  /** Enters an employment, or brings the one that is there up to date; the same again changes nothing. */
  async put(tx: Tx, entry: RosterEntryEntity): Promise<{ id: string; outcome: Outcome }> {
    const key =
      entry.number === null ? '(organization_id, lower(name), from_on)' : '(organization_id, number, from_on)';
    const where = entry.number === null ? 'number is null' : 'number is not null';
    const values = [
      entry.id,
      entry.organizationId,
      entry.name,
      entry.number,
      entry.credentialId,
      entry.personId,
      entry.fromOn.toString(),
      entry.untilOn?.toString() ?? null,
      entry.addedBy,
      tx.now.toString(),
    ];
    const [row] = await tx.manager.query(
      `insert into roster_entry as e (id, organization_id, name, number, credential_id, person_id, from_on, until_on,
                                      added_by, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
       on conflict ${key} where ${where} do update
         set name = excluded.name, credential_id = excluded.credential_id, person_id = excluded.person_id,
             until_on = excluded.until_on, updated_at = excluded.updated_at
         where (e.name, e.credential_id, e.until_on) is distinct from (excluded.name, excluded.credential_id, excluded.until_on)
       returning e.id`,
      values,
    );
    if (row) return { id: row.id, outcome: row.id === entry.id ? 'added' : 'changed' };
    return { id: await this.idOf(tx, entry), outcome: 'same' };
  }

  private async idOf(tx: Tx, { organizationId, number, name, fromOn }: RosterEntryEntity): Promise<string> {
    const [row] = await tx.manager.query(
      `select id from roster_entry where organization_id = $1 and from_on = $2::date
         and case when $3::text is null then number is null and lower(name) = lower($4) else number = $3 end`,
      [organizationId, fromOn.toString(), number, name],
    );
    return row.id;
  }

  async addImport(tx: Tx, list: RosterImportEntity): Promise<void> {
    await tx.manager.insert(RosterImportEntity, list);
  }

  async findImport(tx: Tx, organizationId: string, id: string): Promise<RosterImportEntity | null> {
    return tx.manager.findOneBy(RosterImportEntity, { id, organizationId });
  }

  /** Held until this transaction ends, so that two who confirm apply it once. */
  async lockImport(tx: Tx, organizationId: string, id: string): Promise<RosterImportEntity | null> {
    return tx.manager.findOne(RosterImportEntity, {
      where: { id, organizationId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async markApplied(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(RosterImportEntity, { id }, { appliedAt: tx.now });
  }

  /** Uploaded lists hold names; they are kept for a day. */
  async forgetImports(tx: Tx): Promise<void> {
    await tx.manager.query(`delete from roster_import where created_at < $1::timestamptz - interval '24 hours'`, [
      tx.now.toString(),
    ]);
  }
}
