import { randomBytes, randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import pg from 'pg';
import { numberFrom } from '../modules/credentials/domain/credential-number.js';
import { surnameKeys } from '../modules/credentials/domain/surname.js';

const BATCH = 5_000;
const HOLDER = 'Rosalind Okonkwo-Featherstone';
const SCHEME_VERSION = 'b'.repeat(64);

/**
 * Fills an empty, migrated database with a register of `count` credentials of as many people: every third renewed once,
 * every twentieth suspended and reinstated. The rows are what the product would write; they go in by COPY-sized inserts
 * with triggers off, since a hundred thousand applications through every step would take an hour.
 * @returns the numbers
 */
export async function seedRegister(ownerUrl: string, count: number): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica`);
    const bodyId = randomUUID();
    await client.query(
      `insert into organization (id, kind, slug, name, address, time_zone, contact_email, scope_statement, created_at)
       values ($1, 'certifying-body', 'bench', 'Juniper Valley Peer Certification Board', '1 Main Street',
               'America/New_York', 'desk@bench.example', null, now())`,
      [bodyId],
    );
    await client.query(
      `insert into scheme_version (id, body_id, code, version, title, definition, effective_from, created_at)
       values ($1, $2, 'bench', '1', 'Certified Peer Recovery Specialist', '{}', '2020-01-01', now())`,
      [SCHEME_VERSION, bodyId],
    );
    const numbers: string[] = [];
    for (let from = 0; from < count; from += BATCH) {
      numbers.push(...(await insertBatch(client, bodyId, { from, size: Math.min(BATCH, count - from) })));
    }
    await client.query(
      'insert into register_entry select e.* from credential_state s cross join lateral register_entry_of(s.credential_id) e',
    );
    await client.query('vacuum analyze');
    return numbers;
  } finally {
    await client.end();
  }
}

async function insertBatch(client: pg.Client, bodyId: string, { from, size }: { from: number; size: number }) {
  const today = Temporal.Now.plainDateISO('America/New_York');
  const rows = Array.from({ length: size }, (_, index) => ({
    n: from + index,
    number: numberFrom(randomBytes(8)),
    token: randomBytes(16).toString('base64url'),
    started: today.subtract({ days: 30 + ((from + index) % 300) }).toString(),
  }));
  await client.query(INSERT, [
    JSON.stringify(rows),
    bodyId,
    SCHEME_VERSION,
    HOLDER,
    surnameKeys(HOLDER, 'en'),
    randomUUID(),
  ]);
  return rows.map(({ number }) => number);
}

/** $1 rows, $2 body, $3 scheme version, $4 and $5 the holder's name and its surnames, $6 who decided. */
const INSERT = `
  with seed as materialized (
    select r.*, uuidv7() as person, uuidv7() as application, uuidv7() as decision, uuidv7() as credential,
           r.started::timestamptz as at
    from jsonb_to_recordset($1::jsonb) as r(n int, number text, token text, started date)
  ), people as (
    insert into person (id, number, legal_name, created_at)
    select person, 'P-' || substr(lpad(n::text, 10, '0'), 1, 5) || '-' || substr(lpad(n::text, 10, '0'), 6), $4::text, at
    from seed
  ), applications as (
    insert into application (id, body_id, person_id, scheme_code, scheme_version_id, state, state_since, begun_on, created_at)
    select application, $2::uuid, person, 'bench', $3::text, 'granted', at, started, at from seed
  ), decisions as (
    insert into application_event (id, application_id, body_id, person_id, move, from_state, to_state, actor_person_id,
      reason_codes, eligibility, eligibility_hash, happened_on, recorded_at)
    select decision, application, $2::uuid, person, 'grant', 'admitted', 'granted', $6::uuid, '{all_requirements_met}',
      '{"met": true}', repeat('e', 64), started, at from seed
  ), credentials as (
    insert into credential (id, body_id, person_id, number, scheme_code, scheme_version_id, title, scope, application_id,
      decision_id, anchor_on, verification_token, created_at)
    select credential, $2::uuid, person, number, 'bench', $3::text, 'Certified Peer Recovery Specialist', null,
      application, decision, started, token, at from seed
  ), moves as (
    select s.*, uuidv7() as event, move.*
    from seed s cross join (values
      ('issued', 'none', 'active', 0, 1), ('suspended', 'active', 'suspended', 5, null),
      ('reinstated', 'suspended', 'active', 10, null), ('renewed', 'active', 'active', 20, 2)
    ) as move(kind, from_status, to_status, after_days, term)
    where move.kind = 'issued' or (move.kind = 'renewed' and s.n % 3 = 0)
       or (move.kind in ('suspended', 'reinstated') and s.n % 20 = 0)
  ), events as (
    insert into credential_event (id, credential_id, body_id, person_id, kind, from_status, to_status, effective_on,
      public_from, recorded_at, term_number, starts_on, expires_on, stage, reason_code, decided_by, scheme_version_id,
      anchor_on, anchor_term)
    select event, credential, $2::uuid, person, kind, from_status, to_status, started + after_days, started + after_days,
      at + after_days * interval '1 day', term,
      case term when 1 then started when 2 then (started + interval '2 years')::date end,
      case term when 1 then (started + interval '2 years')::date - 1 when 2 then (started + interval '4 years')::date - 1 end,
      case kind when 'issued' then 'full' end, 'bench', $6::uuid, case kind when 'issued' then $3::text end,
      case when term is not null then started end, term from moves
  )
  insert into credential_state (credential_id, body_id, person_id, scheme_code, status, status_from, stage, term_number,
    starts_on, expires_on, holder_name, holder_name_language, surname_keys, last_event_id, last_recorded_at)
  select distinct on (credential) credential, $2::uuid, person, 'bench', to_status,
    case when n % 20 = 0 then started + 10 else started end, 'full',
    case when n % 3 = 0 then 2 else 1 end,
    case when n % 3 = 0 then (started + interval '2 years')::date else started end,
    (started + case when n % 3 = 0 then interval '4 years' else interval '2 years' end)::date - 1,
    $4::text, 'en', $5::text[], event, at + after_days * interval '1 day'
  from moves order by credential, after_days desc`;
