import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { WaitsFor } from '../domain/draft-states.js';

/** How many drafts of courses wait for somebody, by what they wait for. */
export interface WaitingDraftCounts {
  coursesToReview: number;
  coursesToPublish: number;
  coursesToAnswer: number;
}

/** Drafts of courses that wait for the one who acts: only what they may do, in one question to the database. */
@Injectable()
export class WaitingCourseDrafts {
  /** By the draft's id. What a colleague said after the last save of a draft waits for whoever wrote it. */
  async of(tx: Tx): Promise<Map<string, WaitsFor>> {
    const { actor } = tx;
    if (actor.kind !== 'person') return new Map();
    const [writes, reviews] = [organizationsOf(actor, 'content-author'), organizationsOf(actor, 'content-reviewer')];
    if (writes.length + reviews.length === 0) return new Map();
    const rows: { id: string; waitsFor: WaitsFor }[] = await tx.manager.query(
      `select id, case state when 'in_review' then 'review' when 'reviewed' then 'publication' else 'answer' end as "waitsFor"
       from course_draft d
       where state in ('in_review', 'reviewed') and organization_id = any($2::uuid[]) and not wrote_course_draft(id, $3)
         or state = 'draft' and organization_id = any($1::uuid[]) and wrote_course_draft(id, $3) and exists (
           select from course_draft_comment c where c.draft_id = d.id and c.written_by <> $3
             and c.created_at > (select max(saved_at) from course_draft_file f where f.draft_id = d.id))`,
      [writes, reviews, actor.personId],
    );
    return new Map(rows.map(({ id, waitsFor }) => [id, waitsFor]));
  }

  async counts(tx: Tx): Promise<WaitingDraftCounts> {
    const waiting = [...(await this.of(tx)).values()];
    const count = (wanted: WaitsFor) => waiting.filter((one) => one === wanted).length;
    return {
      coursesToReview: count('review'),
      coursesToPublish: count('publication'),
      coursesToAnswer: count('answer'),
    };
  }
}
