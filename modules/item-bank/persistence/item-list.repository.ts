import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { BankItem, Difficulty, ItemContent, ItemState } from '../domain/item.js';

export interface ItemFilter {
  state?: ItemState | undefined;
  examDomain?: string | undefined;
  competency?: string | undefined;
  difficulty?: Difficulty | undefined;
  kind?: ItemContent['kind'] | undefined;
  /** Only items of which this person wrote a version. */
  authorId?: string | undefined;
  /** Only what waits for a reviewer, and was neither written nor handed in by this person. */
  waitsFor?: string | undefined;
}

/** An item in the list: its newest version, and the one that stands in forms where that is another. */
export interface ItemRow extends BankItem {
  bodyId: string;
  authorId: string;
  handedInAt: Temporal.Instant | null;
  stateSince: Temporal.Instant;
  liveVersion: number | null;
  liveState: 'pretest' | 'active' | null;
  timesShown: number;
  /** Whether who looks wrote a version of it. */
  isOwn: boolean;
}

export interface CandidateRow extends BankItem {
  state: 'pretest' | 'active';
  enemies: string[];
  timesShown: number;
}

const HEAD = `v.id as "versionId", v.item_id as "itemId", i.number as "itemNumber", v.number as "versionNumber", v.kind,
  v.exam_domain as "examDomain", v.competency, v.difficulty, v.state`;

/** Items from outside, in lists: nothing of what they ask. */
@Injectable()
export class ItemListRepository {
  /** Highest number first. @param after the number that the page before ended with */
  async list(
    tx: Tx,
    bodyId: string,
    filter: ItemFilter,
    page: { after: number | null; limit: number; reader: string },
  ): Promise<ItemRow[]> {
    return tx.manager.query(
      `select ${HEAD}, v.body_id as "bodyId", v.author_id as "authorId", v.handed_in_at as "handedInAt",
         v.state_since as "stateSince", l.number as "liveVersion", l.state as "liveState",
         coalesce((select sum(e.times_shown) from bank_item_exposure e join bank_item_version w on w.id = e.version_id
           where w.item_id = i.id), 0)::int as "timesShown",
         exists (select from bank_item_version n where n.item_id = i.id and n.author_id = $11) as "isOwn"
       from bank_item i
       join lateral (select * from bank_item_version n where n.item_id = i.id order by n.number desc limit 1) v on true
       left join lateral (select * from bank_item_version n where n.item_id = i.id and n.state in ('pretest', 'active')
         order by n.state limit 1) l on true
       where i.body_id = $1 and ($2::integer is null or i.number < $2)
         and ($3::text is null or v.state = $3 or l.state = $3)
         and ($4::text is null or v.exam_domain = $4)
         and ($5::text is null or v.competency = $5 or v.competency like $5 || '.%')
         and ($6::text is null or v.difficulty = $6)
         and ($7::text is null or v.kind = $7)
         and ($8::uuid is null or exists (select from bank_item_version n where n.item_id = i.id and n.author_id = $8))
         and ($9::uuid is null or (v.handed_in_at is not null and v.author_id <> $9 and not exists (
           select from bank_item_event e where e.version_id = v.id and e.move = 'hand_in' and e.actor_id = $9)))
       order by i.number desc limit $10`,
      [
        bodyId,
        page.after,
        filter.state ?? null,
        filter.examDomain ?? null,
        filter.competency ?? null,
        filter.difficulty ?? null,
        filter.kind ?? null,
        filter.authorId ?? null,
        filter.waitsFor ?? null,
        page.limit,
        page.reader,
      ],
    );
  }

  /** By number; what a course asks too is left out, even where it came in before the course did. */
  async candidates(
    tx: Tx,
    bodyId: string,
    states: readonly string[],
    examDomains: readonly string[] | null,
  ): Promise<CandidateRow[]> {
    return tx.manager.query(
      `select ${HEAD}, coalesce(x.times_shown, 0) as "timesShown",
         array(select case when e.low_id = i.id then e.high_id else e.low_id end
           from bank_item_enemy e where i.id in (e.low_id, e.high_id) and e.ended_at is null order by 1) as enemies
       from bank_item_version v
       join bank_item i on i.id = v.item_id
       left join bank_item_exposure x on x.version_id = v.id
       where v.body_id = $1 and v.state = any($2) and ($3::text[] is null or v.exam_domain = any($3))
         and not exists (select from quiz_item_fingerprint q where q.fingerprint = v.fingerprint)
       order by i.number, v.number`,
      [bodyId, [...states], examDomains === null ? null : [...examDomains]],
    );
  }

  async heads(tx: Tx, bodyId: string, versionIds: readonly string[]): Promise<BankItem[]> {
    return tx.manager.query(
      `select ${HEAD} from bank_item_version v join bank_item i on i.id = v.item_id
       where v.body_id = $1 and v.id = any($2) order by i.number, v.number`,
      [bodyId, [...versionIds]],
    );
  }

  /** The versions of a body that may be judged in a study. */
  async judgeable(tx: Tx, bodyId: string): Promise<BankItem[]> {
    return tx.manager.query(
      `select ${HEAD} from bank_item_version v join bank_item i on i.id = v.item_id
       where v.body_id = $1 and v.state in ('reviewed', 'pretest', 'active') order by v.exam_domain, i.number, v.number`,
      [bodyId],
    );
  }
}
