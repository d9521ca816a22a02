import { randomUUID } from 'node:crypto';
import { Vault } from '../../modules/exams/use-cases/vault.js';
import type { TestApp } from './app.js';
import { insertPerson } from './factories/person.js';
import { sitting } from './sitting-things.js';

type Given = Parameters<typeof sitting>[1];

const sealed = (test: TestApp, bodyId: string, content: object): Promise<string> =>
  test.run((tx) => test.get(Vault).seal(tx, bodyId, content));

/** A challenge by the owner that nobody has decided. */
export async function examRemark(test: TestApp, given: Given, owner: { personId: string }): Promise<string> {
  const [id, sittingId] = [randomUUID(), await sitting(test, given, owner)];
  const secretId = await sealed(test, given.bodyId, { words: 'Invented words of a candidate.' });
  await test.owner.query(
    `insert into exam_remark (id, body_id, person_id, sitting_id, kind, place, version_id, secret_id, created_at)
     select $1, s.body_id, s.person_id, s.id, 'challenge', i.place, i.version_id, $3, '2026-11-03T10:00Z'
     from sitting s join exam_form_item i on i.form_id = s.form_id where s.id = $2`,
    [id, sittingId, secretId],
  );
  return id;
}

/** A rescore that nobody who calls has proposed; `approved` by somebody else. */
async function rescore(test: TestApp, { bodyId }: Given, sittingId: string, approved: boolean): Promise<string> {
  const id = randomUUID();
  const by = await insertPerson(test.owner, 'Piet Proposer', `${id}@example.test`);
  const second = await insertPerson(test.owner, 'Ada Approver', `${randomUUID()}@example.test`);
  const secretId = await sealed(test, bodyId, { keys: ['b'], reasons: 'Invented reasons.' });
  await test.owner.query(
    `insert into exam_rescore (id, body_id, item_id, version_id, form_id, ruling, secret_id, proposed_by, proposed_at, approved_by, approved_at)
     select $1, s.body_id, i.item_id, i.version_id, s.form_id, 'key_changed', $3, $4, now(), $5, case when $5::uuid is not null then now() end
     from sitting s join exam_form_item i on i.form_id = s.form_id where s.id = $2`,
    [id, sittingId, secretId, by, approved ? second : null],
  );
  return id;
}

export async function examRescore(test: TestApp, given: Given, owner: { personId: string }): Promise<string> {
  return rescore(test, given, await sitting(test, given, owner), false);
}

/** A decision about the owner's pass that is open. */
export async function examPassDecision(test: TestApp, given: Given, owner: { personId: string }): Promise<string> {
  const [id, sittingId] = [randomUUID(), await sitting(test, given, owner)];
  const rescoreId = await rescore(test, given, sittingId, true);
  const by = await insertPerson(test.owner, 'Pia Proposer', `${id}@example.test`);
  const secretId = await sealed(test, given.bodyId, { reasons: 'Invented reasons.' });
  await test.owner.query(
    `insert into exam_rescore_sitting (rescore_id, sitting_id, body_id, person_id, outcome, old_parts, old_possible, old_scaled, old_passed,
       new_parts, new_possible, new_scaled, new_passed, recorded_at)
     values ($1, $2, $3, $4, 'pass_kept', 2520, 2520, 800, true, 0, 2520, 200, false, now())`,
    [rescoreId, sittingId, given.bodyId, owner.personId],
  );
  await test.owner.query(
    `insert into exam_pass_decision (id, body_id, person_id, rescore_id, sitting_id, secret_id, proposed_by, proposed_at, answer_until)
     values ($1, $2, $3, $4, $5, $6, $7, now(), now() + interval '15 days')`,
    [id, given.bodyId, owner.personId, rescoreId, sittingId, secretId, by],
  );
  return id;
}
