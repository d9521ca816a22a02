import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** What this product holds of the exam of an application, for the person's home page. */
export interface ExamAtHome {
  applicationId: string;
  /** The exam that is given now for its scheme, with what a person says of who they are before it; null where there is none. */
  examId: string | null;
  title: string | null;
  identityText: string | null;
  /** The sitting under way; null without one. */
  openId: string | null;
  /** When its time ends, at the latest. */
  deadlineAt: Temporal.Instant | null;
  /** Until when it rests at the latest, where a break is under way. */
  breakUntil: Temporal.Instant | null;
  /** The person's sitting that the report is of; null where it was sat elsewhere. */
  satId: string | null;
}

/** Exams of this product, for home pages: one question to the database. */
@Injectable()
export class ExamsAtHome {
  /** @param exams with what the report of the last sitting is called by, whoever reported it; null without one */
  of(
    tx: Tx,
    personId: string,
    exams: readonly { applicationId: string; bodyId: string; schemeCode: string; reference: string | null }[],
  ): Promise<ExamAtHome[]> {
    return tx.manager.query(
      `select w.application_id as "applicationId", given.id as "examId", given.title, given."identityText", open.id as "openId",
         open.deadline_at as "deadlineAt", open.break_until as "breakUntil", sat.id as "satId"
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) as w (application_id, body_id, scheme_code, reference)
       left join lateral (
         select e.id, e.title, i.body as "identityText" from exam e join exam_text i on i.id = e.identity_text_id
         where e.body_id = w.body_id and e.scheme_code = w.scheme_code and exists (
           select from exam_form f where f.exam_id = e.id and f.approved_at is not null and f.withdrawn_at is null)
         order by e.created_at desc, e.id desc limit 1) given on true
       left join sitting open on open.person_id = $1 and open.application_id = w.application_id and open.state = 'open'
       left join sitting sat on sat.person_id = $1 and sat.id::text = w.reference`,
      [
        personId,
        exams.map(({ applicationId }) => applicationId),
        exams.map(({ bodyId }) => bodyId),
        exams.map(({ schemeCode }) => schemeCode),
        exams.map(({ reference }) => reference),
      ],
    );
  }
}
