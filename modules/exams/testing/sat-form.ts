import { randomUUID } from 'node:crypto';
import type { TestApp } from '../../../test/support/app.js';
import type { Bank } from '../../item-bank/testing/bank-case.js';
import type { SittingState } from '../domain/sitting-state.js';

export interface SatForm {
  bodyId: string;
  examId: string;
  formId: string;
  /** In the order of the form; the last is tried out. */
  versionIds: string[];
}

interface Sat {
  personId: string;
  /** Keys chosen, in the order of the form; null was left open. */
  answers: readonly (readonly string[] | null)[];
  state?: SittingState;
  startedAt?: string;
}

/** Rows of an exam as they lie there, written past the ways through: triggers and foreign keys are off for them. */
async function past(test: TestApp, statements: readonly (readonly [string, unknown[]])[]): Promise<void> {
  await test.owner.query('begin');
  await test.owner.query('set local session_replication_role = replica');
  for (const [text, values] of statements) await test.owner.query(text, values);
  await test.owner.query('commit');
}

/** A form of these items, the last one unscored, with a cut of two items. */
export async function formOf(
  test: TestApp,
  { bodyId, psychometrician: { personId } }: Bank,
  items: readonly { itemId: string; versionId: string }[],
): Promise<SatForm> {
  const [examId, formId] = [randomUUID(), randomUUID()];
  await past(test, [
    [
      `insert into exam (id, body_id, scheme_code, title, minutes_allowed, blueprint, study_id, scale_min, scale_max,
         scale_pass, identity_text_id, nondisclosure_text_id, created_by, created_at)
       values ($1, $2, 'icrc-pr', 'Invented exam', 90, '{}', $3, 200, 800, 500, repeat('a', 64), repeat('a', 64), $4, now())`,
      [examId, bodyId, randomUUID(), personId],
    ],
    [
      `insert into exam_form (id, body_id, exam_id, number, seed, scored_items, cut_numerator, cut_denominator, made_by, made_at)
       values ($1, $2, $3, 1, 1, $4, 2, 1, $5, now())`,
      [formId, bodyId, examId, items.length - 1, personId],
    ],
    ...items.map(({ itemId, versionId }, at): [string, unknown[]] => [
      `insert into exam_form_item (body_id, form_id, place, version_id, item_id, kind, exam_domain, competency, is_pretest, option_order)
       select body_id, $1, $2, id, item_id, kind, exam_domain, competency, $3, '{a,b,c}' from bank_item_version
       where id = $4 and item_id = $5`,
      [formId, at + 1, at === items.length - 1, versionId, itemId],
    ]),
  ]);
  return { bodyId, examId, formId, versionIds: items.map(({ versionId }) => versionId) };
}

export async function sat(
  test: TestApp,
  { bodyId, examId, formId, versionIds }: SatForm,
  { personId, answers, state = 'submitted', startedAt = '2026-11-02T10:00Z' }: Sat,
): Promise<void> {
  const id = randomUUID();
  await past(test, [
    [
      `insert into sitting (id, body_id, person_id, exam_id, form_id, application_id, authorisation_id, state, started_at,
         minutes_allowed, deadline_at, accommodations, identity_text_id, nondisclosure_text_id, closed_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $6, $7, $8::timestamptz, 90, $8::timestamptz + interval '90 minutes', '{}',
         repeat('a', 64), repeat('a', 64), case when $7 <> 'open' then $8::timestamptz + interval '1 hour' end, $8::timestamptz)`,
      [id, bodyId, personId, examId, formId, randomUUID(), state, startedAt],
    ],
    ...answers.flatMap((chosen, at): [string, unknown[]][] =>
      chosen
        ? [
            [
              `insert into sitting_answer (sitting_id, version_id, revision, answer, saved_at) values ($1, $2, 1, $3, $4)`,
              [id, versionIds[at], JSON.stringify({ chosen }), startedAt],
            ],
          ]
        : [],
    ),
  ]);
}

/** So many more finished sittings without an answer, each of somebody else. */
export async function manySat(test: TestApp, { formId }: SatForm, count: number): Promise<void> {
  await past(test, [
    [
      `insert into sitting (id, body_id, person_id, exam_id, form_id, application_id, authorisation_id, state, started_at,
         minutes_allowed, deadline_at, accommodations, identity_text_id, nondisclosure_text_id, closed_at, created_at)
       select uuidv7(), f.body_id, gen_random_uuid(), f.exam_id, f.id, uuidv7(), uuidv7(), 'submitted', now() - interval '1 day',
         90, now(), '{}', repeat('a', 64), repeat('a', 64), now(), now()
       from exam_form f, generate_series(1, $2::int) where f.id = $1`,
      [formId, count],
    ],
  ]);
}
