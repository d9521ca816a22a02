import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Accommodation } from '../domain/accommodation.js';

export interface GrantedAccommodation extends Accommodation {
  id: string;
  bodyId: string;
  personId: string;
  validFrom: Temporal.PlainDate;
  validUntil: Temporal.PlainDate | null;
  grantedAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
}

const COLUMNS = `a.id, a.body_id as "bodyId", a.person_id as "personId", a.extra_time_percent as "extraTimePercent",
  a.break_minutes as "breakMinutes", a.reader, a.large_text as "largeText", a.wide_spacing as "wideSpacing",
  a.valid_from as "validFrom", a.valid_until as "validUntil", a.granted_at as "grantedAt", a.ended_at as "endedAt"`;

@Injectable()
export class AccommodationRepository {
  /** Of a person on the day it is in the zone of the body that granted each. */
  async holding(tx: Tx, personId: string): Promise<GrantedAccommodation[]> {
    return tx.manager.query(
      `select ${COLUMNS} from accommodation a join organization o on o.id = a.body_id
       where a.person_id = $1 and a.ended_at is null
         and a.valid_from <= ($2::timestamptz at time zone o.time_zone)::date
         and (a.valid_until is null or a.valid_until >= ($2::timestamptz at time zone o.time_zone)::date)`,
      [personId, tx.now.toString()],
    );
  }

  /** Newest first, ended ones too. */
  async at(tx: Tx, bodyIds: readonly string[], personId: string): Promise<GrantedAccommodation[]> {
    return tx.manager.query(
      `select ${COLUMNS} from accommodation a where a.body_id = any($1) and a.person_id = $2
       order by a.granted_at desc, a.id desc`,
      [[...bodyIds], personId],
    );
  }

  async add(
    tx: Tx,
    one: Accommodation & { id: string; bodyId: string; personId: string; grantedBy: string },
    { from, until }: { from: Temporal.PlainDate; until: Temporal.PlainDate | null },
  ): Promise<void> {
    await tx.manager.query(
      `insert into accommodation (id, body_id, person_id, extra_time_percent, break_minutes, reader, large_text,
         wide_spacing, valid_from, valid_until, granted_by, granted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        one.id,
        one.bodyId,
        one.personId,
        one.extraTimePercent,
        one.breakMinutes,
        one.reader,
        one.largeText,
        one.wideSpacing,
        from.toString(),
        until?.toString() ?? null,
        one.grantedBy,
        tx.now.toString(),
      ],
    );
  }

  /** @returns the person's id; null for one of another body or one that ended before */
  async end(
    tx: Tx,
    { id, bodyIds, by }: { id: string; bodyIds: readonly string[]; by: string },
  ): Promise<string | null> {
    const [[row]]: [{ person_id: string }[], number] = await tx.manager.query(
      `update accommodation set ended_by = $3, ended_at = $4
       where id = $1 and body_id = any($2) and ended_at is null returning person_id`,
      [id, [...bodyIds], by, tx.now.toString()],
    );
    return row?.person_id ?? null;
  }
}
