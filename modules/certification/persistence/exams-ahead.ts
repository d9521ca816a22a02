import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { adjustmentWords } from '../domain/exam/adjustments.js';

/** Where a candidate stands with the exam: what they may sit and where, and what came of the sitting that was reported last. */
export interface ExamAhead {
  applicationId: string;
  bodyId: string;
  schemeCode: string;
  timeZone: string;
  /** The day it is at the body. */
  today: Temporal.PlainDate;
  /** The authorisation that is not used yet; its days may be over. */
  authorisation: {
    number: string;
    centre: string;
    /** How to book and what to bring, in the registrar's words. */
    booking: string;
    validFrom: Temporal.PlainDate;
    validTo: Temporal.PlainDate;
    /** In words. */
    adjustments: string[];
  } | null;
  /** `reference` is the sitting's id where it was sat in this product. */
  result: { satOn: Temporal.PlainDate; passed: boolean; reference: string } | null;
}

interface Row extends Omit<ExamAhead, 'authorisation' | 'result'> {
  number: string | null;
  centre: string;
  booking: string;
  validFrom: Temporal.PlainDate;
  validTo: Temporal.PlainDate;
  adjustments: string[];
  satOn: Temporal.PlainDate | null;
  passed: boolean;
  reference: string;
}

/** The exams of admitted candidates, for their home page: one question to the database. */
@Injectable()
export class ExamsAhead {
  /** Applications with an open authorisation or a result, newest first; once it is decided, there is nothing ahead. */
  async of(tx: Tx, personId: string): Promise<ExamAhead[]> {
    const rows: Row[] = await tx.manager.query(
      `select a.id as "applicationId", a.body_id as "bodyId", a.scheme_code as "schemeCode", o.time_zone as "timeZone",
         ($2::timestamptz at time zone o.time_zone)::date as today, u.number, u.centre, u.booking, u.valid_from as "validFrom",
         u.valid_to as "validTo", u.adjustments, r.sat_on as "satOn", r.passed, r.report_reference as reference
       from application a join organization o on o.id = a.body_id
       left join exam_authorisation u on u.application_id = a.id and u.state = 'issued'
       left join lateral (
         select x.sat_on, x.passed, x.report_reference from exam_result x
         where x.application_id = a.id and not exists (select from exam_result c where c.corrects = x.id)
           and not exists (select from exam_result_withdrawal w where w.exam_result_id = x.id)
         order by x.sat_on desc, x.recorded_at desc limit 1) r on true
       where a.person_id = $1 and a.state = 'admitted' and (u.id is not null or r.sat_on is not null)
       order by a.id desc`,
      [personId, tx.now.toString()],
    );
    return rows.map(({ applicationId, bodyId, schemeCode, timeZone, today, ...rest }) => ({
      applicationId,
      bodyId,
      schemeCode,
      timeZone,
      today,
      authorisation: authorisationOf(rest),
      result: rest.satOn && { satOn: rest.satOn, passed: rest.passed, reference: rest.reference },
    }));
  }
}

function authorisationOf(row: Pick<Row, 'number' | 'centre' | 'booking' | 'validFrom' | 'validTo' | 'adjustments'>) {
  const { number, centre, booking, validFrom, validTo, adjustments } = row;
  return number === null
    ? null
    : { number, centre, booking, validFrom, validTo, adjustments: adjustmentWords(adjustments) };
}
