import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { ask } from '../../../src/platform/database/frequent-statement.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Answer } from '../domain/of-quizzes.js';

export interface AnswerRow {
  sittingId: string;
  personId: string;
  versionId: string;
  revision: number;
  answer: Answer;
  flagged: boolean;
}

export interface SavedAnswer {
  answer: Answer;
  revision: number;
  flagged: boolean;
  savedAt: Temporal.Instant;
}

/** What became of one answer: saved, or not, and until when its sitting takes answers of this person. */
export interface Written {
  at: number;
  saved: boolean;
  /** When the sitting ends; null where it takes no answer. */
  deadlineAt: Temporal.Instant | null;
}

const SAVE = {
  name: 'save-answers-and-tell-end',
  text: `with given as materialized (
       select ord as at, g.* from rows from (jsonb_to_recordset($1::jsonb) as (s uuid, p uuid, v uuid, r integer, a jsonb, f boolean))
         with ordinality as g (s, p, v, r, a, f, ord)
     ), open as materialized (
       select s.id, s.person_id, s.deadline_at from sitting s
       where s.id = any(array(select s from given)) and s.state = 'open' and $2::timestamptz < s.deadline_at + sitting_grace()
         and (s.break_until is null or s.break_until <= $2::timestamptz)
       order by s.id for share
     ), saved as (
       insert into sitting_answer as kept (sitting_id, version_id, revision, answer, flagged, saved_at)
       select g.s, g.v, g.r, g.a, g.f, $2::timestamptz from given g join open o on o.id = g.s and o.person_id = g.p
       order by g.s, g.v
       on conflict (sitting_id, version_id) do update
         set revision = excluded.revision, answer = excluded.answer, flagged = excluded.flagged, saved_at = excluded.saved_at
         where kept.revision < excluded.revision
       returning kept.sitting_id as s, kept.version_id as v
     )
     select (g.at - 1)::int as at, n.s is not null as saved, o.deadline_at as "deadlineAt"
     from given g
     left join open o on o.id = g.s and o.person_id = g.p
     left join saved n on n.s = g.s and n.v = g.v`,
};

/** The answers of sittings. */
@Injectable()
export class AnswerRepository {
  /**
   * Saves answers of any number of sittings in one statement, which looks at the owner, the state, the deadline and the
   * revision at once. The sittings are held meanwhile, so that none is closed with an answer that was acknowledged and not counted.
   * @param rows no question of a sitting twice
   */
  async save(tx: Tx, rows: readonly AnswerRow[]): Promise<Written[]> {
    const given = rows.map(({ sittingId: s, personId: p, versionId: v, revision: r, answer: a, flagged: f }) => {
      return { s, p, v, r, a, f };
    });
    return ask<Written>(tx.manager, SAVE, [JSON.stringify(given), tx.now.toString()]);
  }

  /** By version id. */
  async of(tx: Tx, sittingId: string): Promise<Map<string, SavedAnswer>> {
    const rows: (SavedAnswer & { versionId: string })[] = await tx.manager.query(
      `select version_id as "versionId", answer, revision, flagged, saved_at as "savedAt"
       from sitting_answer where sitting_id = $1`,
      [sittingId],
    );
    return new Map(rows.map(({ versionId, ...saved }) => [versionId, saved]));
  }

  async one(tx: Tx, sittingId: string, versionId: string): Promise<SavedAnswer | null> {
    const [row]: SavedAnswer[] = await tx.manager.query(
      `select answer, revision, flagged, saved_at as "savedAt" from sitting_answer where sitting_id = $1 and version_id = $2`,
      [sittingId, versionId],
    );
    return row ?? null;
  }
}
