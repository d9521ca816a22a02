import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Accommodation } from '../domain/accommodation.js';

export interface GrantedAccommodation extends Accommodation {
  id: string;
  bodyId: string;
  personId: string;
  validFrom: Temporal.PlainDate;
  /** The last day; null without an end. */
  validUntil: Temporal.PlainDate | null;
  grantedAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
}

const COLUMNS = `a.id, a.body_id as "bodyId", a.person_id as "personId", a.extra_time_percent as "extraTimePercent",
  a.break_minutes as "breakMinutes", a.reader, a.large_text as "largeText", a.wide_spacing as "wideSpacing",
  a.valid_from as "validFrom", a.valid_until as "validUntil", a.granted_at as "grantedAt", a.ended_at as "endedAt"`;

/** Neither ended nor over on the day it is in the zone of the body that granted it; it may begin later. */
const NOT_OVER = `a.ended_at is null
  and (a.valid_until is null or a.valid_until >= (NOW::timestamptz at time zone o.time_zone)::date)`;
const FROM = 'from accommodation a join organization o on o.id = a.body_id';

@Injectable()
export class AccommodationRepository {
  /** What a person has today, on the day it is in the zone of the body that granted each. */
  async holding(tx: Tx, personId: string): Promise<GrantedAccommodation[]> {
    return tx.manager.query(
      `select ${COLUMNS} ${FROM} where a.person_id = $1 and ${NOT_OVER.replace('NOW', '$2')}
         and a.valid_from <= ($2::timestamptz at time zone o.time_zone)::date`,
      [personId, tx.now.toString()],
    );
  }

  /** What a person has or will have, newest first. */
  async ofPerson(tx: Tx, personId: string): Promise<GrantedAccommodation[]> {
    return tx.manager.query(
      `select ${COLUMNS} ${FROM} where a.person_id = $1 and ${NOT_OVER.replace('NOW', '$2')}
       order by a.granted_at desc, a.id desc`,
      [personId, tx.now.toString()],
    );
  }

  /** What bodies granted and is not over, newest first. @param after `granted_at` and id that the page before ended with */
  async at(
    tx: Tx,
    bodyIds: readonly string[],
    { after, limit }: { after: string[] | null; limit: number },
  ): Promise<GrantedAccommodation[]> {
    return tx.manager.query(
      `select ${COLUMNS} ${FROM} where a.body_id = any($1) and ${NOT_OVER.replace('NOW', '$2')}
         and ($3::timestamptz is null or (a.granted_at, a.id) < ($3, $4::uuid))
       order by a.granted_at desc, a.id desc limit $5`,
      [[...bodyIds], tx.now.toString(), after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  async find(tx: Tx, bodyIds: readonly string[], id: string): Promise<GrantedAccommodation | null> {
    const [row]: GrantedAccommodation[] = await tx.manager.query(
      `select ${COLUMNS} from accommodation a where a.id = $1 and a.body_id = any($2)`,
      [id, [...bodyIds]],
    );
    return row ?? null;
  }

  async findOwn(tx: Tx, personId: string, id: string): Promise<GrantedAccommodation | null> {
    const [row]: GrantedAccommodation[] = await tx.manager.query(
      `select ${COLUMNS} from accommodation a where a.id = $1 and a.person_id = $2`,
      [id, personId],
    );
    return row ?? null;
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

  /** @returns false where it ended before */
  async end(tx: Tx, id: string, by: string): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.manager.query(
      `update accommodation set ended_by = $2, ended_at = $3 where id = $1 and ended_at is null returning id`,
      [id, by, tx.now.toString()],
    );
    return rows.length > 0;
  }
}
