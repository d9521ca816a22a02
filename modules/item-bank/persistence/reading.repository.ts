import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ReadingPurpose } from '../domain/item.js';

export interface NewReading {
  id: string;
  bodyId: string;
  /** Null for the product itself. */
  readerId: string | null;
  purpose: ReadingPurpose;
  versionIds: readonly string[];
  subject: { kind: string; id: string } | null;
}

export interface ReadingRow {
  id: string;
  readerId: string | null;
  purpose: ReadingPurpose;
  subjectKind: string | null;
  subjectId: string | null;
  readAt: Temporal.Instant;
  /** "42.3", in order; of a long one the first. */
  items: string[];
  count: number;
}

export interface ReadingFilter {
  itemId?: string | undefined;
  readerId?: string | undefined;
  purpose?: ReadingPurpose | undefined;
}

const SHOWN = 12;

/** The log of who was given the words of which versions. */
@Injectable()
export class ReadingRepository {
  async add(tx: Tx, { id, bodyId, readerId, purpose, versionIds, subject }: NewReading): Promise<void> {
    await tx.manager.query(
      `insert into bank_item_reading (id, body_id, reader_id, purpose, version_ids, subject_kind, subject_id, read_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, bodyId, readerId, purpose, [...versionIds], subject?.kind ?? null, subject?.id ?? null, tx.now.toString()],
    );
  }

  /** Newest first. @param after moment and id of the last row of the page before */
  async list(
    tx: Tx,
    bodyId: string,
    filter: ReadingFilter,
    page: { after: readonly string[] | null; limit: number },
  ): Promise<ReadingRow[]> {
    const [at, id] = page.after ?? [];
    return tx.manager.query(
      `select r.id, r.reader_id as "readerId", r.purpose, r.subject_kind as "subjectKind", r.subject_id as "subjectId",
         r.read_at as "readAt", cardinality(r.version_ids) as count,
         array(select i.number || '.' || v.number from unnest(r.version_ids[1:${SHOWN}]) with ordinality as u (id, place)
           join bank_item_version v on v.id = u.id join bank_item i on i.id = v.item_id order by u.place) as items
       from bank_item_reading r
       where r.body_id = $1
         and ($2::uuid is null or r.version_ids && array(select v.id from bank_item_version v where v.item_id = $2))
         and ($3::uuid is null or r.reader_id = $3)
         and ($4::text is null or r.purpose = $4)
         and ($5::timestamptz is null or (r.read_at, r.id) < ($5, $6::uuid))
       order by r.read_at desc, r.id desc limit $7`,
      [
        bodyId,
        filter.itemId ?? null,
        filter.readerId ?? null,
        filter.purpose ?? null,
        at ?? null,
        id ?? null,
        page.limit,
      ],
    );
  }

  /** Everybody who stands in the log of a body. */
  async readers(tx: Tx, bodyId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.manager.query(
      `select distinct reader_id as id from bank_item_reading
       where body_id = $1 and reader_id is not null and purpose <> 'sitting'`,
      [bodyId],
    );
    return rows.map(({ id }) => id);
  }

  /** When somebody last saw words of a bank, sittings left out. */
  async lastOf(tx: Tx, bodyId: string, readerId: string): Promise<Temporal.Instant | null> {
    const [row]: { at: Temporal.Instant }[] = await tx.manager.query(
      `select read_at as at from bank_item_reading
       where body_id = $1 and reader_id = $2 and purpose <> 'sitting' order by read_at desc limit 1`,
      [bodyId, readerId],
    );
    return row?.at ?? null;
  }
}
