import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';
import type { Caller } from './caller.js';
import { insertPerson } from './factories/person.js';

interface Body {
  bodyId: string;
}

export async function sessionOf(test: TestApp, owner: Caller): Promise<string> {
  const id = randomUUID();
  await test.owner.query(
    `insert into session (id, person_id, kind, token_hash, assurance, device, confirmed_at, last_seen_at, created_at)
     values ($1, $2, 'page', sha256($3::bytea), 'password', 'test', $4, $4, $4)`,
    [id, owner.personId, Buffer.from(id), (await test.clock.now()).toString()],
  );
  return id;
}

/** A role of somebody nobody else knows, in the owner's body. */
export async function membershipOfNobodyKnown(test: TestApp, given: Body): Promise<string> {
  const [id, personId] = [randomUUID(), await insertPerson(test.owner, 'Mina Member')];
  await test.owner.query(
    `insert into membership (id, organization_id, organization_kind, person_id, role, from_at, created_at)
     values ($1, $2, 'certifying-body', $3, 'reviewer', '2020-01-01', now())`,
    [id, given.bodyId, personId],
  );
  return id;
}

/** A colleague lost their second factor; an administrator nobody else knows asked for another one's confirmation. */
export async function lostFactor(test: TestApp, given: Body): Promise<string> {
  const [id, factorId] = [randomUUID(), randomUUID()];
  const [personId, askedBy] = [
    await insertPerson(test.owner, 'Lena Lost', `${id}@example.test`),
    await insertPerson(test.owner, 'Anton Administrator'),
  ];
  const now = (await test.clock.now()).toString();
  await test.owner.query(`insert into account (person_id, created_at) values ($1, $2)`, [personId, now]);
  await test.owner.query(
    `insert into second_factor (id, person_id, kind, secret_sealed, confirmed_at, created_at)
     values ($1, $2, 'totp', 'sealed', $3, $3)`,
    [factorId, personId, now],
  );
  await test.owner.query(
    `insert into second_factor_removal
       (id, body_id, person_id, second_factor_id, handled_by, identity_check, needs_confirmation, created_at)
     values ($1, $2, $3, $4, $5, 'photo-id-in-person', true, $6)`,
    [id, given.bodyId, personId, factorId, askedBy, now],
  );
  return id;
}

export async function contactOf(test: TestApp, owner: Caller): Promise<string> {
  const id = randomUUID();
  await test.owner.query(
    `insert into contact (id, person_id, kind, address, address_key, is_primary, verified_at, created_at)
     values ($1, $2, 'email', $3, $3, false, now(), now())`,
    [id, owner.personId, `${id}@example.test`],
  );
  return id;
}

/** Somebody with a file at the body asked for erasure. */
export async function erasureAtBody(test: TestApp, given: Body): Promise<string> {
  const [id, personId] = [randomUUID(), await insertPerson(test.owner, 'Edda Erased')];
  const now = (await test.clock.now()).toString();
  await test.owner.query(
    `insert into erasure (id, person_id, asked_at, due_at) values ($1, $2, $3, $3::timestamptz + interval '14 days')`,
    [id, personId, now],
  );
  await test.owner.query(
    `insert into erasure_file (erasure_id, body_id, person_id, answer_by, keep_until)
     values ($1, $2, $3, '2028-11-15', '2035-10-15')`,
    [id, given.bodyId, personId],
  );
  return id;
}
