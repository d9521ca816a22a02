import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';
import { insertPerson } from './factories/person.js';

interface Body {
  bodyId: string;
}

export async function approvedCourse(test: TestApp, given: Body): Promise<string> {
  const id = randomUUID();
  await test.owner.query(
    `insert into approved_course (id, body_id, scheme_code, provider, title, topics, delivery, live, valid_from, entered_by,
         created_at)
       values ($1, $2, 'icrc-pr', 'Open Door Learning (invented)', $3, '[{"topic": "advocacy", "minutes": 60}]', 'self_paced',
         false, '2026-01-01', $4, now())`,
    [id, given.bodyId, `Course ${id}`, await insertPerson(test.owner, 'Regis Keeper')],
  );
  return id;
}

export async function examAuthorisation(
  test: TestApp,
  given: Body & { applicationId: string },
  owner: { personId: string },
): Promise<string> {
  const id = randomUUID();
  const number = `AT-${(id.replaceAll('-', '').slice(0, 20).toUpperCase().match(/.{4}/g) ?? []).join('-')}`;
  await test.owner.query(
    `insert into exam_authorisation (id, body_id, application_id, person_id, number, state, valid_from, valid_to, centre,
         booking, issued_by, created_at)
       values ($1, $2, $3, $4, $5, 'used', '2026-01-01', '2026-12-31', 'Invented Centre', 'Call', $6, now())`,
    [id, given.bodyId, given.applicationId, owner.personId, number, await insertPerson(test.owner, 'Regis')],
  );
  return id;
}

export async function examList(test: TestApp, given: Body): Promise<string> {
  const id = randomUUID();
  await test.owner.query(
    `insert into exam_import (id, body_id, uploaded_by, file_name, encoding, content_hash, columns, lines, state, created_at)
       values ($1, $2, $3, 'r.csv', 'UTF-8', $4, '{}', 0, 'checked', now())`,
    [id, given.bodyId, await insertPerson(test.owner, 'Regis Reader'), id.replaceAll('-', '').repeat(2)],
  );
  return id;
}
