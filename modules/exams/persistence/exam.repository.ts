import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Blueprint } from '../domain/blueprint.js';
import type { RetakeForm } from '../domain/retakes.js';
import type { Seating } from '../domain/rooms.js';

export interface Exam {
  id: string;
  bodyId: string;
  schemeCode: string;
  title: string;
  minutesAllowed: number;
  blueprint: Blueprint;
  studyId: string;
  scaleMin: number;
  scaleMax: number;
  scalePass: number;
  identityTextId: string;
  identityText: string;
  nondisclosureTextId: string;
  nondisclosureText: string;
  /** Days after a sitting in which its items can be challenged. */
  challengeDays: number;
  /** The most minutes that the rule gives back in one sitting. */
  outageMinutes: number;
  retakeForm: RetakeForm;
  seating: Seating;
  /** Why it differs from what its scheme says; null where nothing does. */
  rulesNote: string | null;
  createdBy: string;
  createdAt: Temporal.Instant;
}

const COLUMNS = `e.id, e.body_id as "bodyId", e.scheme_code as "schemeCode", e.title, e.minutes_allowed as "minutesAllowed",
  e.blueprint, e.study_id as "studyId", e.scale_min as "scaleMin", e.scale_max as "scaleMax", e.scale_pass as "scalePass",
  e.identity_text_id as "identityTextId", i.body as "identityText", e.nondisclosure_text_id as "nondisclosureTextId",
  n.body as "nondisclosureText", e.challenge_days as "challengeDays",
  e.outage_minutes as "outageMinutes", e.retake_form as "retakeForm", e.seating,
  e.rules_note as "rulesNote", e.created_by as "createdBy", e.created_at as "createdAt"`;
const EXAM = `from exam e join exam_text i on i.id = e.identity_text_id join exam_text n on n.id = e.nondisclosure_text_id`;

@Injectable()
export class ExamRepository {
  async add(tx: Tx, exam: Omit<Exam, 'createdAt'>): Promise<void> {
    await tx.manager.query(
      `insert into exam_text (id, body, created_at) values ($1, $2, $5), ($3, $4, $5) on conflict do nothing`,
      [exam.identityTextId, exam.identityText, exam.nondisclosureTextId, exam.nondisclosureText, tx.now.toString()],
    );
    await tx.manager.query(
      `insert into exam (id, body_id, scheme_code, title, minutes_allowed, blueprint, study_id, scale_min, scale_max,
         scale_pass, identity_text_id, nondisclosure_text_id, created_by, created_at, challenge_days, outage_minutes, retake_form,
         rules_note, seating)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
      [
        exam.id,
        exam.bodyId,
        exam.schemeCode,
        exam.title,
        exam.minutesAllowed,
        JSON.stringify(exam.blueprint),
        exam.studyId,
        exam.scaleMin,
        exam.scaleMax,
        exam.scalePass,
        exam.identityTextId,
        exam.nondisclosureTextId,
        exam.createdBy,
        tx.now.toString(),
        exam.challengeDays,
        exam.outageMinutes,
        exam.retakeForm,
        exam.rulesNote,
        exam.seating,
      ],
    );
  }

  async find(tx: Tx, id: string): Promise<Exam | null> {
    const [row]: Exam[] = await tx.manager.query(`select ${COLUMNS} ${EXAM} where e.id = $1`, [id]);
    return row ?? null;
  }

  /** Newest first. @param after `created_at` and id that the page before ended with */
  async at(
    tx: Tx,
    bodyIds: readonly string[],
    { after, limit }: { after: string[] | null; limit: number },
  ): Promise<Exam[]> {
    return tx.manager.query(
      `select ${COLUMNS} ${EXAM} where e.body_id = any($1)
         and ($2::timestamptz is null or (e.created_at, e.id) < ($2, $3::uuid))
       order by e.created_at desc, e.id desc limit $4`,
      [[...bodyIds], after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** The exam that is given now for each scheme: the newest that has a form to give. */
  async offered(tx: Tx): Promise<Exam[]> {
    return tx.manager.query(
      `select distinct on (e.body_id, e.scheme_code) ${COLUMNS} ${EXAM}
       where exists (select from exam_form f where f.exam_id = e.id and f.approved_at is not null and f.withdrawn_at is null)
       order by e.body_id, e.scheme_code, e.created_at desc, e.id desc`,
    );
  }
}
