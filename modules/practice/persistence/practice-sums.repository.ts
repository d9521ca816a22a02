import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { EntryState } from '../domain/entry.js';
import type { DomainSum } from '../domain/totals.js';

/** Sums over a person's whole record, made by the database: no page of entries has them all. */
@Injectable()
export class PracticeSumsRepository {
  /** @param month left out: everything */
  async byDomain(tx: Tx, personId: string, month?: Temporal.PlainYearMonth): Promise<DomainSum[]> {
    return tx.manager.query(
      `select d.domain, e.kind = 'supervision' as supervision, sum(d.minutes)::int as recorded,
              coalesce(sum(d.minutes) filter (where e.state = 'signed'), 0)::int as signed
       from practice_entry e join practice_entry_domain d on d.entry_id = e.id
       where e.person_id = $1 and e.occupies
         and ($2::date is null or (e.worked_on >= $2::date and e.worked_on < $2::date + interval '1 month'))
       group by 1, 2`,
      [personId, month?.toPlainDate({ day: 1 }).toString() ?? null],
    );
  }

  /** Entries that count and their minutes, by what they wait for. */
  async byState(tx: Tx, personId: string): Promise<Map<EntryState, { entries: number; minutes: number }>> {
    const rows: { state: EntryState; entries: number; minutes: number }[] = await tx.manager.query(
      `select state, count(*)::int as entries, sum(minutes)::int as minutes
       from practice_entry where person_id = $1 and occupies group by state`,
      [personId],
    );
    return new Map(rows.map(({ state, ...sum }) => [state, sum]));
  }

  /** The months in which something is recorded, newest first. */
  async months(tx: Tx, personId: string): Promise<Temporal.PlainYearMonth[]> {
    const rows: { month: string }[] = await tx.manager.query(
      `select distinct to_char(worked_on, 'YYYY-MM') as month from practice_entry where person_id = $1 order by 1 desc`,
      [personId],
    );
    return rows.map(({ month }) => Temporal.PlainYearMonth.from(month));
  }
}
