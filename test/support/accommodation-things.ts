import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';
import { insertPerson } from './factories/person.js';

interface Given {
  bodyId: string;
}

/** Half more time for the owner, granted by somebody of the body. */
export async function accommodation(test: TestApp, { bodyId }: Given, owner: { personId: string }): Promise<string> {
  const id = randomUUID();
  const by = await insertPerson(test.owner, 'Gretchen Granter', `${id}@example.test`);
  await test.owner.query(
    `insert into accommodation (id, body_id, person_id, extra_time_percent, break_minutes, reader, large_text, wide_spacing,
       valid_from, granted_by, granted_at)
     values ($1, $2, $3, 50, 0, false, false, false, '2026-01-01', $4, now())`,
    [id, bodyId, owner.personId, by],
  );
  return id;
}

/** The owner's request for larger text; one that was open before is taken back. */
export async function accommodationRequest(
  test: TestApp,
  { bodyId }: Given,
  { personId }: { personId: string },
): Promise<string> {
  const id = randomUUID();
  await test.owner.query(
    `update accommodation_request set state = 'withdrawn', answered_at = now()
     where body_id = $1 and person_id = $2 and state = 'open'`,
    [bodyId, personId],
  );
  await test.owner.query(
    `insert into accommodation_request (id, body_id, person_id, extra_time_percent, break_minutes, reader, large_text,
       wide_spacing, asked_at)
     values ($1, $2, $3, 0, 0, false, true, false, now())`,
    [id, bodyId, personId],
  );
  return id;
}
