import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';
import { call, type Caller } from './caller.js';
import { insertPerson } from './factories/person.js';

interface Ground {
  bodyId: string;
  reviewerId: string;
  number: string;
  credentialId: string;
}

/** A complaint about the owner that they have notice of, handled by the reviewer. */
export async function complaintAboutOwner(test: TestApp, owner: Caller, ground: Ground): Promise<string> {
  const body = {
    number: ground.number,
    allegations: ['boundaries'],
    eventOn: '2028-09-01',
    sealedText: 'Invented, neutral words',
  };
  const { text } = await call(test, null, { method: 'POST', path: '/api/v1/complaints', body });
  const { reference } = JSON.parse(text) as { reference: string };
  const { rows } = await test.owner.query('select id from complaint where reference = $1', [reference]);
  const id: string = rows[0].id;
  const administrator = await insertPerson(test.owner, 'Arno Administrator');
  const step = (move: string, [from, to]: [string, string], more: { by: string; assignee?: string; due?: string }) =>
    test.owner.query(
      `insert into complaint_event (id, complaint_id, body_id, person_id, move, from_state, to_state, actor_person_id,
         assignee_id, due_on, happened_on, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '2028-10-15', clock_timestamp())`,
      [
        randomUUID(),
        id,
        ground.bodyId,
        owner.personId,
        move,
        from,
        to,
        more.by,
        more.assignee ?? null,
        more.due ?? null,
      ],
    );
  const { reviewerId } = ground;
  await step('assign', ['received', 'in_review'], { by: administrator, assignee: reviewerId });
  await step('give_notice', ['in_review', 'notice_given'], { by: reviewerId, due: '2028-11-15' });
  await test.owner.query(`update complaint set handler_id = $2, answer_by = '2028-11-15' where id = $1`, [
    id,
    reviewerId,
  ]);
  return id;
}

/** A decision about the owner that they may appeal: a suspension that waits for its day. */
export async function decisionAboutOwner(test: TestApp, owner: Caller, ground: Ground): Promise<string> {
  const complaintId = await complaintAboutOwner(test, owner, ground);
  const decider = await insertPerson(test.owner, 'Dina Decider');
  const [sanctionId, id] = [randomUUID(), randomUUID()];
  const about = [ground.bodyId, owner.personId];
  await test.owner.query(
    `insert into sanction (id, body_id, person_id, complaint_id, credential_id, kind, emergency, reason_code, decided_by,
       decided_on, effective_on, state, state_since, created_at)
     values ($1, $2, $3, $4, $5, 'suspension', false, 'code_not_kept', $6, '2028-10-15', '2028-11-15', 'pending', now(), now())`,
    [sanctionId, ...about, complaintId, ground.credentialId, decider],
  );
  await test.owner.query(
    `insert into appealable_decision (id, body_id, person_id, kind, scheme_version_id, sanction_id, decided_on, file_by, created_at)
     select $1, $2, $3, 'suspension', scheme_version_id, $4, '2028-10-15', '2028-11-14', now() from credential where id = $5`,
    [id, ...about, sanctionId, ground.credentialId],
  );
  return id;
}

/** The owner's appeal of such a decision, handled by the reviewer as far as the finding. */
export async function appealOfOwner(test: TestApp, owner: Caller, ground: Ground): Promise<string> {
  const decisionId = await decisionAboutOwner(test, owner, {
    ...ground,
    reviewerId: await insertPerson(test.owner, 'Rolf'),
  });
  const body = { decisionId, grounds: ['procedure'], sealedText: 'Invented, neutral words' };
  const { text } = await call(test, owner, { method: 'POST', path: '/api/v1/appeals', body });
  const { id } = JSON.parse(text) as { id: string };
  const administrator = await insertPerson(test.owner, 'Arno Administrator');
  await test.owner.query(
    `insert into appeal_event (id, appeal_id, body_id, person_id, move, from_state, to_state, actor_person_id, assignee_id,
       happened_on, recorded_at)
     values ($1, $2, $3, $4, 'assign', 'filed', 'in_review', $5, $6, '2028-10-15', clock_timestamp())`,
    [randomUUID(), id, ground.bodyId, owner.personId, administrator, ground.reviewerId],
  );
  await test.owner.query('update appeal set handler_id = $2 where id = $1', [id, ground.reviewerId]);
  return id;
}
