import { randomUUID } from 'node:crypto';
import { CaseFiles } from '../../modules/case-files/case-files.public.js';
import type { TestApp } from './app.js';
import { insertPerson } from './factories/person.js';

/** What is there already. */
interface DeskWorld {
  bodyId: string;
  applicationId: string;
  credentialId: string;
  reviewerId: string;
}

/** The scheme of the world has no extensions to ask for; a request is here all the same. */
export async function extensionOfOwner(test: TestApp, given: DeskWorld): Promise<string> {
  const { rows } = await test.owner.query<{ id: string }>(
    `insert into extension_request
       (id, body_id, person_id, credential_id, stage, extension_number, discretionary, note, created_at)
     select gen_random_uuid(), body_id, person_id, id, 'full', 1, false, 'My supervisor is away', now()
     from credential where id = $1 returning id`,
    [given.credentialId],
  );
  return rows[0]!.id;
}

/** A fee that the owner was asked for, not settled yet. */
export async function invoiceOfOwner(test: TestApp, given: DeskWorld): Promise<string> {
  const { rows } = await test.owner.query<{ id: string }>(
    `insert into invoice (id, body_id, person_id, fee, scheme_version_id, subject_kind, subject_id, amount_cents, currency,
       issued_on, created_at)
     select gen_random_uuid(), body_id, person_id, 'application', scheme_version_id, 'application', gen_random_uuid(), 6000,
       'USD', '2028-10-01', now() from application where id = $1 returning id`,
    [given.applicationId],
  );
  return rows[0]!.id;
}

/** Another day each time. */
export async function holidayOfBody(test: TestApp, given: DeskWorld): Promise<string> {
  const { rows } = await test.owner.query<{ id: string }>(
    `insert into holiday (id, body_id, on_date, name, created_at)
     select gen_random_uuid(), $1, date '2029-01-01' + count(*)::int, 'Founders’ day', now() from holiday returning id`,
    [given.bodyId],
  );
  return rows[0]!.id;
}

/** What the body's reviewer declared about the owner. */
export async function conflictOfReviewer(test: TestApp, given: DeskWorld): Promise<string> {
  const { rows } = await test.owner.query<{ id: string }>(
    `insert into declared_conflict (id, body_id, declared_by, person_id, kind, declared_at)
     values (gen_random_uuid(), $1, $2, $3, 'friend', now()) returning id`,
    [given.bodyId, given.reviewerId, await insertPerson(test.owner, 'Freda Friend')],
  );
  return rows[0]!.id;
}

/** About the owner, with the body's reviewer as its one reader: of a complaint no role names any. */
export async function caseFileOfOwner(test: TestApp, given: DeskWorld, owner: { personId: string }): Promise<string> {
  const { bodyId, applicationId, reviewerId } = given;
  const subject = { module: 'test', id: applicationId };
  const file = { bodyId, personId: owner.personId, kind: 'complaint' as const, subject };
  const { fileId } = await test.run((tx) => test.get(CaseFiles).open(tx, file));
  const namedBy = await insertPerson(test.owner, 'Anton Administrator');
  await test.owner.query(
    `insert into case_file_reader (id, body_id, file_id, reader_id, reason, granted_by, granted_at)
     values ($1, $2, $3, $4, 'handles_the_case', $5, now())`,
    [randomUUID(), bodyId, fileId, reviewerId, namedBy],
  );
  return fileId;
}
