import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Accommodation } from '../domain/accommodation.js';
import type { AccommodationRequestState, DeclineReason } from '../domain/accommodation-request.js';

export interface AccommodationRequest extends Accommodation {
  id: string;
  bodyId: string;
  personId: string;
  askedAt: Temporal.Instant;
  state: AccommodationRequestState;
  answeredAt: Temporal.Instant | null;
  reason: DeclineReason | null;
}

/** What became of a request. */
export type RequestAnswer =
  | { state: 'granted'; by: string; accommodationId: string }
  | { state: 'declined'; by: string; reason: DeclineReason }
  | { state: 'withdrawn' };

const COLUMNS = `id, body_id as "bodyId", person_id as "personId", extra_time_percent as "extraTimePercent",
  break_minutes as "breakMinutes", reader, large_text as "largeText", wide_spacing as "wideSpacing", asked_at as "askedAt",
  state, answered_at as "answeredAt", reason`;

@Injectable()
export class AccommodationRequestRepository {
  /** @returns false where the person has an open request at that body */
  async add(tx: Tx, one: Accommodation & { id: string; bodyId: string; personId: string }): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `insert into accommodation_request (id, body_id, person_id, extra_time_percent, break_minutes, reader, large_text,
         wide_spacing, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (body_id, person_id) where state = 'open' do nothing
       returning id`,
      [
        one.id,
        one.bodyId,
        one.personId,
        one.extraTimePercent,
        one.breakMinutes,
        one.reader,
        one.largeText,
        one.wideSpacing,
        tx.now.toString(),
      ],
    );
    return rows.length > 0;
  }

  /** Newest first. */
  async ofPerson(tx: Tx, personId: string, limit: number): Promise<AccommodationRequest[]> {
    return tx.manager.query(
      `select ${COLUMNS} from accommodation_request where person_id = $1 order by asked_at desc, id desc limit $2`,
      [personId, limit],
    );
  }

  /** Open at these bodies; who waits longest first. @param after `asked_at` and id that the page before ended with */
  async waiting(
    tx: Tx,
    bodyIds: readonly string[],
    { after, limit }: { after: string[] | null; limit: number },
  ): Promise<AccommodationRequest[]> {
    return tx.manager.query(
      `select ${COLUMNS} from accommodation_request where body_id = any($1) and state = 'open'
         and ($2::timestamptz is null or (asked_at, id) > ($2, $3::uuid))
       order by asked_at, id limit $4`,
      [[...bodyIds], after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  async find(tx: Tx, bodyIds: readonly string[], id: string): Promise<AccommodationRequest | null> {
    const [row]: AccommodationRequest[] = await tx.manager.query(
      `select ${COLUMNS} from accommodation_request where id = $1 and body_id = any($2)`,
      [id, [...bodyIds]],
    );
    return row ?? null;
  }

  /** Whether a request of the person waits at that body. */
  async waitsFor(tx: Tx, bodyId: string, personId: string): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `select 1 from accommodation_request where body_id = $1 and person_id = $2 and state = 'open'`,
      [bodyId, personId],
    );
    return rows.length > 0;
  }

  async findOwn(tx: Tx, personId: string, id: string): Promise<AccommodationRequest | null> {
    const [row]: AccommodationRequest[] = await tx.manager.query(
      `select ${COLUMNS} from accommodation_request where id = $1 and person_id = $2`,
      [id, personId],
    );
    return row ?? null;
  }

  /** @returns false where it was answered or withdrawn before */
  async settle(tx: Tx, id: string, answer: RequestAnswer): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.manager.query(
      `update accommodation_request set state = $2, answered_by = $3, answered_at = $4, accommodation_id = $5, reason = $6
       where id = $1 and state = 'open' returning id`,
      [
        id,
        answer.state,
        answer.state === 'withdrawn' ? null : answer.by,
        tx.now.toString(),
        answer.state === 'granted' ? answer.accommodationId : null,
        answer.state === 'declined' ? answer.reason : null,
      ],
    );
    return rows.length > 0;
  }
}
