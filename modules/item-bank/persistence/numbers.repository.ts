import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';

export interface VersionNumbers {
  timesShown: number;
  lastShownAt: Temporal.Instant | null;
  statistic: { responses: number; p: number; pointBiserial: number | null; recordedAt: Temporal.Instant } | null;
}

interface NumbersRow {
  versionId: string;
  timesShown: number | null;
  lastShownAt: Temporal.Instant | null;
  responses: number | null;
  p: number;
  pointBiserial: number | null;
  recordedAt: Temporal.Instant;
}

/** How often versions were shown, and what their statistics are. */
@Injectable()
export class NumbersRepository {
  /** Versions of other bodies are left out. Counters are locked in the order of ids, so that two forms that share items never wait for each other. */
  async countShown(tx: Tx, bodyId: string, versionIds: readonly string[]): Promise<void> {
    await tx.manager.query(
      `insert into bank_item_exposure (version_id, body_id, times_shown, last_shown_at)
       select v.id, v.body_id, 1, $3::timestamptz from bank_item_version v
       where v.body_id = $1 and v.id = any($2) order by v.id
       on conflict (version_id) do update
         set times_shown = bank_item_exposure.times_shown + 1, last_shown_at = excluded.last_shown_at`,
      [bodyId, [...versionIds], tx.now.toString()],
    );
  }

  async addStatistics(
    tx: Tx,
    bodyId: string,
    subject: { kind: string; id: string },
    rows: readonly { id: string; versionId: string; responses: number; p: number; pointBiserial: number | null }[],
  ): Promise<void> {
    await tx.manager.query(
      `insert into bank_item_statistic (id, body_id, version_id, subject_kind, subject_id, responses, p, point_biserial, recorded_at)
       select s.id, $1, s."versionId", $2, $3, s.responses, s.p, s."pointBiserial", $5
       from jsonb_to_recordset($4::jsonb) as s
         (id uuid, "versionId" uuid, responses integer, p double precision, "pointBiserial" double precision)`,
      [bodyId, subject.kind, subject.id, JSON.stringify(rows), tx.now.toString()],
    );
  }

  /** By version id, for each of them. */
  async of(tx: Tx, versionIds: readonly string[]): Promise<Map<string, VersionNumbers>> {
    const rows: NumbersRow[] = await tx.manager.query(
      `select u.id as "versionId", e.times_shown as "timesShown", e.last_shown_at as "lastShownAt", s.responses, s.p,
         s.point_biserial as "pointBiserial", s.recorded_at as "recordedAt"
       from unnest($1::uuid[]) as u (id)
       left join bank_item_exposure e on e.version_id = u.id
       left join lateral (select * from bank_item_statistic s where s.version_id = u.id
         order by s.recorded_at desc, s.id desc limit 1) s on true`,
      [[...versionIds]],
    );
    return new Map(
      rows.map(({ versionId, timesShown, lastShownAt, responses, ...numbers }) => [
        versionId,
        { timesShown: timesShown ?? 0, lastShownAt, statistic: responses === null ? null : { responses, ...numbers } },
      ]),
    );
  }
}
