import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ReadingPurpose } from '../domain/of-item-bank.js';
import type { RemarkKind } from '../domain/rescoring/remarks.js';

/** Why sealed words were given out: purposes of the bank's log, and those of what comes after an exam. */
export type SealedPurpose = ReadingPurpose | 'remark' | 'rescore' | 'pass_decision' | 'ruled_key';

/** Something sealed besides items: a remark, what was decided of one, a rescore, or reasons about a pass. */
export interface OpenedSecret {
  kind: RemarkKind | 'decision' | 'rescore' | 'pass';
  /** Of the remark, the rescore, or the decision about a pass. */
  id: string;
  /** The version it is about, "42.3"; null where it is about none. */
  item: string | null;
}

/** One reading, from outside: nothing of what was read. */
export interface SealedReading {
  id: string;
  /** Null for the product itself. */
  readerId: string | null;
  purpose: SealedPurpose;
  readAt: Temporal.Instant;
  subjectKind: string | null;
  subjectId: string | null;
  /** "42.3", in order; of a long one the first. */
  items: string[];
  /** How many items, and secrets, there were in all. */
  itemCount: number;
  opened: OpenedSecret[];
  openedCount: number;
}

export interface SealedReadingFilter {
  itemId: string | null;
  /** `product` for readings without a person. */
  reader: string | null;
  purpose: SealedPurpose | null;
  /** From this instant on. */
  from: Temporal.Instant | null;
  /** Before this instant. */
  before: Temporal.Instant | null;
}

const SHOWN = 12;

const NUMBER = `(select i.number || '.' || v.number from bank_item_version v join bank_item i on i.id = v.item_id where v.id = o.version_id)`;

/** What of a secret is told: whose kind it is, and about which version of an item. */
const OPENED = `(select coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'id', o.id, 'item', ${NUMBER}) order by u.place), '[]')
  from unnest(l.secret_ids[1:${SHOWN}]) with ordinality as u (id, place) cross join lateral (
    select r.kind, r.id, r.version_id from exam_remark r where r.secret_id = u.id
    union all
    select 'decision', r.id, r.version_id from exam_remark_decision d join exam_remark r on r.id = d.remark_id where d.secret_id = u.id
    union all
    select 'rescore', x.id, x.version_id from exam_rescore x where x.secret_id = u.id
    union all
    select 'pass', p.id, x.version_id from exam_pass_decision p join exam_rescore x on x.id = p.rescore_id where p.secret_id = u.id
  ) as o)`;

/** The secrets that are about an item. */
const ABOUT_ITEM = `array(
  select r.secret_id from exam_remark r join bank_item_version v on v.id = r.version_id where v.item_id = $2
  union all
  select d.secret_id from exam_remark_decision d join exam_remark r on r.id = d.remark_id
    join bank_item_version v on v.id = r.version_id where v.item_id = $2
  union all
  select x.secret_id from exam_rescore x where x.item_id = $2
  union all
  select p.secret_id from exam_pass_decision p join exam_rescore x on x.id = p.rescore_id where x.item_id = $2)`;

/** Both logs of sealed words as one: of items (kept by the bank), and of challenges, rulings and reasons. */
@Injectable()
export class SealedReadingRepository {
  /** Newest first. @param page.after moment and id of the last row of the page before */
  async list(
    tx: Tx,
    bodyId: string,
    { itemId, reader, purpose, from, before }: SealedReadingFilter,
    page: { after: readonly string[] | null; limit: number },
  ): Promise<SealedReading[]> {
    const [at = null, id = null] = page.after ?? [];
    const isProduct = reader === 'product';
    return tx.manager.query(
      `select l.id, l.reader_id as "readerId", l.purpose, l.read_at as "readAt", l.subject_kind as "subjectKind",
         l.subject_id as "subjectId", cardinality(l.version_ids) as "itemCount", cardinality(l.secret_ids) as "openedCount",
         array(select i.number || '.' || v.number from unnest(l.version_ids[1:${SHOWN}]) with ordinality as u (id, place)
           join bank_item_version v on v.id = u.id join bank_item i on i.id = v.item_id order by u.place) as items,
         ${OPENED} as opened
       from (
         select id, reader_id, purpose, read_at, subject_kind, subject_id, version_ids, '{}'::uuid[] as secret_ids
         from bank_item_reading
         where body_id = $1 and ($2::uuid is null or version_ids && array(select v.id from bank_item_version v where v.item_id = $2))
         union all
         select id, reader_id, case purpose when 'scoring' then 'ruled_key' else purpose end, read_at, null, null, '{}'::uuid[], secret_ids
         from exam_secret_reading where body_id = $1 and ($2::uuid is null or secret_ids && ${ABOUT_ITEM})
       ) as l
       where ($3::uuid is null or l.reader_id = $3) and (not $4::boolean or l.reader_id is null)
         and ($5::text is null or l.purpose = $5)
         and ($6::timestamptz is null or l.read_at >= $6) and ($7::timestamptz is null or l.read_at < $7)
         and ($8::timestamptz is null or (l.read_at, l.id) < ($8, $9::uuid))
       order by l.read_at desc, l.id desc limit $10`,
      [
        bodyId,
        itemId,
        isProduct ? null : reader,
        isProduct,
        purpose,
        from?.toString() ?? null,
        before?.toString() ?? null,
        at,
        id,
        page.limit,
      ],
    );
  }

  /** Everybody who stands in either log of a body at work; candidates who sat are left out. */
  async readers(tx: Tx, bodyId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.manager.query(
      `select reader_id as id from bank_item_reading where body_id = $1 and reader_id is not null and purpose <> 'sitting'
       union
       select reader_id from exam_secret_reading where body_id = $1 and reader_id is not null`,
      [bodyId],
    );
    return rows.map(({ id }) => id);
  }

  async itemByNumber(tx: Tx, bodyId: string, number: number): Promise<string | null> {
    const [row]: { id: string }[] = await tx.manager.query(
      'select id from bank_item where body_id = $1 and number = $2',
      [bodyId, number],
    );
    return row?.id ?? null;
  }
}
