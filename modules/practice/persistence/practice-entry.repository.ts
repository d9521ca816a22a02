import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Between, In, type FindOptionsWhere } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { totalMinutes, type Entry, type EntryContent, type EntryState } from '../domain/entry.js';
import { over24Hours, overlap } from '../practice.errors.js';
import { PracticeEntryDomainEntity, PracticeEntryEntity } from './practice-entry.entity.js';

/** Where a page of a person's entries ended; `startsAt` is `HH:MM:SS` or empty. */
export interface EntryPlace {
  workedOn: string;
  startsAt: string;
  id: string;
}

/** Practice entries with their domains. What the database refuses comes back in words. */
@Injectable()
export class PracticeEntryRepository {
  /** Those of these entries that are the person's, newest day first. */
  async ofPerson(tx: Tx, personId: string, ids: readonly string[]): Promise<Entry[]> {
    return this.find(tx, { personId, id: In([...ids]) });
  }

  /** Newest day first; within a day the latest first, those without a start time last. */
  async pageOfPerson(
    tx: Tx,
    personId: string,
    { after, limit }: { after?: EntryPlace | undefined; limit: number },
  ): Promise<Entry[]> {
    const [place, parameters] = after
      ? [
          `and (worked_on, coalesce(starts_at::text, ''), id) < ($3::date, $4, $5::uuid)`,
          [after.workedOn, after.startsAt, after.id],
        ]
      : ['', []];
    const rows: { id: string }[] = await tx.manager.query(
      `select id from practice_entry where person_id = $1 ${place}
       order by worked_on desc, coalesce(starts_at::text, '') desc, id desc limit $2`,
      [personId, limit, ...parameters],
    );
    return this.ofPerson(
      tx,
      personId,
      rows.map(({ id }) => id),
    );
  }

  async ofMonth(tx: Tx, personId: string, month: Temporal.PlainYearMonth): Promise<Entry[]> {
    const [first, last] = [month.toPlainDate({ day: 1 }), month.toPlainDate({ day: month.daysInMonth })];
    return this.find(tx, { personId, workedOn: Between(first, last) });
  }

  /** Those that can be sent to a supervisor, newest day first. */
  async free(tx: Tx, personId: string): Promise<Entry[]> {
    return this.find(tx, { personId, state: In(['recorded', 'returned']) });
  }

  /** The entry that takes the place of this one, if there is one. */
  async correctionOf(tx: Tx, personId: string, id: string): Promise<string | null> {
    const found = await tx.manager.findOne(PracticeEntryEntity, {
      select: { id: true },
      where: { personId, corrects: id },
    });
    return found?.id ?? null;
  }

  async ofSignOff(tx: Tx, signOffId: string): Promise<Entry[]> {
    return this.find(tx, { signOffId });
  }

  /** The person's own entry, or null: another person's looks like one that does not exist. */
  async findOwn(tx: Tx, personId: string, id: string): Promise<Entry | null> {
    return (await this.find(tx, { personId, id }))[0] ?? null;
  }

  /** Holds entries until the transaction ends, in one order for everyone. */
  async lock(tx: Tx, where: { personId: string; ids: readonly string[] } | { signOffId: string }): Promise<void> {
    const [clause, parameters] =
      'ids' in where
        ? ['person_id = $1 and id = any($2)', [where.personId, where.ids]]
        : ['sign_off_id = $1', [where.signOffId]];
    await tx.manager.query(`select id from practice_entry where ${clause} order by id for update`, parameters);
  }

  /** @throws DomainError practice.overlap, practice.over_24_hours */
  async insert(tx: Tx, entry: EntryContent & { id: string; personId: string; corrects: string | null }): Promise<void> {
    await settled(entry, async () => {
      await tx.manager.insert(PracticeEntryEntity, {
        id: entry.id,
        personId: entry.personId,
        ...columnsOf(entry),
        state: 'recorded',
        corrects: entry.corrects,
        occupies: true,
        recordedAt: tx.now,
        createdAt: tx.now,
      });
      await tx.manager.insert(PracticeEntryDomainEntity, domainsOf(entry));
    });
  }

  /** Replaces what an entry says. @throws DomainError practice.overlap, practice.over_24_hours */
  async change(tx: Tx, entry: EntryContent & { id: string }): Promise<void> {
    await settled(entry, async () => {
      await tx.manager.update(PracticeEntryEntity, { id: entry.id }, { ...columnsOf(entry), recordedAt: tx.now });
      await tx.manager.delete(PracticeEntryDomainEntity, { entryId: entry.id });
      await tx.manager.insert(PracticeEntryDomainEntity, domainsOf(entry));
    });
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.manager.delete(PracticeEntryEntity, { id });
  }

  /** @throws DomainError practice.overlap, practice.over_24_hours when it takes up time again */
  async setOccupies(tx: Tx, entry: Entry, occupies: boolean): Promise<void> {
    await settled(entry, async () => {
      await tx.manager.update(PracticeEntryEntity, { id: entry.id }, { occupies });
    });
  }

  async setState(tx: Tx, ids: readonly string[], state: EntryState, signOffId?: string | null): Promise<void> {
    const change = signOffId === undefined ? { state } : { state, signOffId };
    if (ids.length > 0) await tx.manager.update(PracticeEntryEntity, { id: In([...ids]) }, change);
  }

  async sign(tx: Tx, id: string, factId: string): Promise<void> {
    await tx.manager.update(PracticeEntryEntity, { id }, { state: 'signed', factId });
  }

  private async find(tx: Tx, where: FindOptionsWhere<PracticeEntryEntity>): Promise<Entry[]> {
    const rows = await tx.manager.find(PracticeEntryEntity, {
      where,
      order: { workedOn: 'desc', startsAt: { direction: 'desc', nulls: 'last' }, id: 'desc' },
    });
    const parts = await tx.manager.find(PracticeEntryDomainEntity, {
      where: { entryId: In(rows.map((row) => row.id)) },
      order: { domain: 'asc' },
    });
    const byEntry = new Map<string, PracticeEntryDomainEntity[]>();
    for (const part of parts) byEntry.set(part.entryId, [...(byEntry.get(part.entryId) ?? []), part]);
    return rows.map((row) => entryOf(row, byEntry.get(row.id) ?? []));
  }
}

function entryOf(row: PracticeEntryEntity, parts: readonly PracticeEntryDomainEntity[]): Entry {
  const { startsAt, supervisorName, supervisorEmail, createdAt: _createdAt, ...same } = row;
  return {
    ...same,
    startsAt: startsAt === null ? null : Temporal.PlainTime.from(startsAt),
    supervisor: { name: supervisorName, email: supervisorEmail },
    domains: parts.map(({ domain, minutes }) => ({ domain, minutes })),
  };
}

function columnsOf(entry: EntryContent) {
  return {
    kind: entry.kind,
    workedOn: entry.workedOn,
    startsAt: entry.startsAt?.toString() ?? null,
    minutes: totalMinutes(entry.domains),
    method: entry.method,
    setting: entry.setting,
    activity: entry.activity,
    supervisorName: entry.supervisor.name,
    supervisorEmail: entry.supervisor.email,
  };
}

function domainsOf({ id, domains }: EntryContent & { id: string }) {
  return domains.map(({ domain, minutes }) => ({ entryId: id, domain, minutes }));
}

async function settled(entry: EntryContent, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { constraint } = (error as { driverError?: { constraint?: string } }).driverError ?? {};
    if (constraint === 'practice_entry_no_overlap') throw overlap();
    if (constraint === 'practice_day_has_24_hours')
      throw over24Hours(entry.workedOn.toString(), totalMinutes(entry.domains));
    throw error;
  }
}
