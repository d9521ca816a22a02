import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { RosterEntryEntity, RosterImportEntity } from './roster.entity.js';

export interface RosterSlice {
  organizationId: string;
  today: Temporal.PlainDate;
  /** Id of the last entry of the page before. */
  after?: string | undefined;
  limit: number;
  /** Only who lets the employer see more; or who expires within so many days, and these beside them. */
  only?: { sharing: true } | { within: number; beside: readonly string[] } | undefined;
}

export interface RosterTally {
  people: number;
  unmatched: number;
  active: number;
  within30: number;
  within60: number;
  within90: number;
  /** Ids of the entries that are in `people` and in none of the other numbers. */
  open: string[];
}

const AFTER = `(lower(e.name), e.id) > (
  select lower(c.name), c.id from roster_entry c where c.organization_id = :organizationId and c.id = :after)`;

const SHARING = `exists (
  select from sharing_consent s
  where s.organization_id = e.organization_id and s.person_id = e.person_id and s.withdrawn_at is null
    and s.from_on <= :today::date and (s.until_on is null or s.until_on >= :today::date))`;

const EXPIRING = `(e.id = any(:beside::uuid[]) or exists (
  select from credential_outlook o, lateral (select (:now::timestamptz at time zone o.time_zone)::date as today) d
  where o.credential_id = e.credential_id and o.status = 'active' and o.settled_on <= d.today
    and o.starts_on <= d.today and o.expires_on - d.today between 0 and :within))`;

type Outcome = 'added' | 'changed' | 'same';

/** Rosters and the lists they come from. Every read names the employer. */
@Injectable()
export class RosterRepository {
  /** A page of who is employed on that day or later, by name. */
  async employed(tx: Tx, { organizationId, today, after, limit, only }: RosterSlice): Promise<RosterEntryEntity[]> {
    const query = tx.manager
      .createQueryBuilder(RosterEntryEntity, 'e')
      .where('e.organization_id = :organizationId', { organizationId })
      .andWhere('(e.until_on is null or e.until_on >= :today::date)', { today: today.toString() })
      .orderBy('lower(e.name)', 'ASC')
      .addOrderBy('e.id', 'ASC')
      .limit(limit);
    if (after) query.andWhere(AFTER, { after });
    if (only && 'sharing' in only) query.andWhere(SHARING);
    if (only && 'within' in only) query.andWhere(EXPIRING, { now: tx.now.toString(), ...only });
    return query.getMany();
  }

  /** These of an employer's entries. */
  async findAll(tx: Tx, organizationId: string, ids: readonly string[]): Promise<RosterEntryEntity[]> {
    return ids.length === 0 ? [] : tx.manager.findBy(RosterEntryEntity, { id: In([...ids]), organizationId });
  }

  /** The employed counted by what the register says; those whose standing only their lines tell are named in `open`. */
  async tally(tx: Tx, organizationId: string, today: Temporal.PlainDate): Promise<RosterTally> {
    const [row]: [RosterTally] = await tx.manager.query(
      `select count(*)::int as people,
              count(*) filter (where e.credential_id is null)::int as unmatched,
              count(*) filter (where o.settled and o.active and o.days_left >= 0)::int as active,
              count(*) filter (where o.settled and o.active and o.days_left between 0 and 30)::int as "within30",
              count(*) filter (where o.settled and o.active and o.days_left between 0 and 60)::int as "within60",
              count(*) filter (where o.settled and o.active and o.days_left between 0 and 90)::int as "within90",
              coalesce(array_agg(e.id) filter (where not o.settled), '{}') as open
       from roster_entry e
       left join lateral (
         select c.settled_on <= d.today and c.starts_on <= d.today as settled,
                c.status = 'active' as active,
                c.expires_on - d.today as days_left
         from credential_outlook c, lateral (select ($3::timestamptz at time zone c.time_zone)::date as today) d
         where c.credential_id = e.credential_id
       ) o on true
       where e.organization_id = $1 and (e.until_on is null or e.until_on >= $2::date)`,
      [organizationId, today.toString(), tx.now.toString()],
    );
    return row;
  }

  /** How many of the employed let the employer see more than their standing. */
  async countSharing(tx: Tx, organizationId: string, today: Temporal.PlainDate): Promise<number> {
    return tx.manager
      .createQueryBuilder(RosterEntryEntity, 'e')
      .where('e.organization_id = :organizationId', { organizationId })
      .andWhere('(e.until_on is null or e.until_on >= :today::date)', { today: today.toString() })
      .andWhere(SHARING)
      .getCount();
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
