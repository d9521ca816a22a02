import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';
import { examAuthorisation } from './exam-things.js';
import { insertPerson } from './factories/person.js';
import { bankItem, type BankWorld } from './item-bank-things.js';

interface Given extends BankWorld {
  applicationId: string;
}

/** An exam of a body, straight into its table. */
export async function exam(test: TestApp, { bodyId }: Given): Promise<string> {
  const [id, study] = [randomUUID(), randomUUID()];
  const by = await insertPerson(test.owner, 'Piet Maker', `${id}@example.test`);
  await test.owner.query(
    `insert into angoff_study (id, body_id, title, rounds, state_since, created_by, created_at)
     values ($1, $2, 'Invented study', 1, now(), $3, now())`,
    [study, bodyId, by],
  );
  await test.owner.query(
    `insert into exam_text (id, body, created_at) values (repeat('a', 64), 'Invented words', now()) on conflict do nothing`,
  );
  await test.owner.query(
    `insert into exam (id, body_id, scheme_code, title, minutes_allowed, blueprint, study_id, scale_min, scale_max,
       scale_pass, identity_text_id, nondisclosure_text_id, created_by, created_at)
     values ($1, $2, 'icrc-pr', 'Invented exam', 90, '{"domains": {"advocacy": 1}, "pretest": 0}', $3, 200, 800, 500,
       repeat('a', 64), repeat('a', 64), $4, now())`,
    [id, bodyId, study, by],
  );
  return id;
}

/** A room that nobody has opened. */
export async function examRoom(test: TestApp, given: Given): Promise<string> {
  const [id, examId] = [randomUUID(), await exam(test, given)];
  await test.owner.query(
    `insert into exam_room (id, body_id, exam_id, place, prepared_by, prepared_at)
     select $1, body_id, id, 'Invented room', created_by, created_at from exam where id = $2`,
    [id, examId],
  );
  return id;
}

/** A form of one line, made by nobody who calls. */
export async function examForm(test: TestApp, given: Given): Promise<string> {
  const [id, examId, itemId] = [randomUUID(), await exam(test, given), await bankItem(test, given)];
  await test.owner.query(
    `insert into exam_form (id, body_id, exam_id, number, seed, scored_items, cut_numerator, cut_denominator, made_by, made_at)
     select $1, body_id, id, 1, 1, 1, 1, 2, created_by, now() from exam where id = $2`,
    [id, examId],
  );
  await test.owner.query(
    `insert into exam_form_item (body_id, form_id, place, version_id, item_id, kind, exam_domain, competency, is_pretest, option_order)
     select body_id, $1, 1, id, item_id, kind, exam_domain, competency, false, '{a,b}' from bank_item_version
     where item_id = $2 order by number desc limit 1`,
    [id, itemId],
  );
  return id;
}

/** A sitting of the owner that is over. */
export async function sitting(test: TestApp, given: Given, owner: { personId: string }): Promise<string> {
  const [id, formId] = [randomUUID(), await examForm(test, given)];
  const authorisationId = await examAuthorisation(test, given, owner);
  await test.owner.query(
    `insert into sitting (id, body_id, person_id, exam_id, form_id, application_id, authorisation_id, state, started_at,
       minutes_allowed, deadline_at, accommodations, identity_text_id, nondisclosure_text_id, closed_at, created_at)
     select $1, f.body_id, $3, f.exam_id, f.id, $4, $5, 'submitted', '2026-11-02T10:00Z', 90, '2026-11-02T11:30Z',
       '{"extraTimePercent": 0, "breakMinutes": 0, "reader": false, "largeText": false, "wideSpacing": false}',
       repeat('a', 64), repeat('a', 64), '2026-11-02T11:00Z', '2026-11-02T10:00Z'
     from exam_form f where f.id = $2`,
    [id, formId, owner.personId, given.applicationId, authorisationId],
  );
  return id;
}
