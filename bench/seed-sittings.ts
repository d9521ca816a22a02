import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { personNumber } from '../modules/people/domain/person-number.js';

export interface SeededPerson {
  token: string;
  sittingId: string;
  versionIds: string[];
  given: number;
}

/**
 * An exam of a body under way: so many people, each signed in to the API with an open sitting of one form. What stands around a
 * sitting and is never looked at while answers are saved (the application, the words of items) is left out: foreign keys
 * sleep while these rows are written.
 */
export async function seedSittings(ownerUrl: string, people: number, items: number): Promise<SeededPerson[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica`);
    const [body, exam, form] = [randomUUID(), randomUUID(), randomUUID()];
    const versionIds = Array.from({ length: items }, () => randomUUID());
    await client.query(
      `insert into exam_form (id, body_id, exam_id, number, seed, scored_items, cut_numerator, cut_denominator, made_by, made_at)
       values ($1, $2, $3, 1, 1, $4, 1, 2, $2, now())`,
      [form, body, exam, items],
    );
    await client.query(
      `insert into exam_form_item (body_id, form_id, place, version_id, item_id, kind, exam_domain, competency, is_pretest, option_order)
       select $1, $2, place, id, gen_random_uuid(), 'single', 'advocacy', 'core-1', false, '{a,b,c,d}'
       from unnest($3::uuid[]) with ordinality as v (id, place)`,
      [body, form, versionIds],
    );
    const seeded: SeededPerson[] = [];
    for (let at = 0; at < people; at++) {
      const [person, sittingId, token] = [randomUUID(), randomUUID(), randomUUID()];
      const number = personNumber(Uint8Array.from({ length: 9 }, (_, place) => at >> (5 * place)));
      await client.query(
        `insert into person (id, number, legal_name, created_at) values ($1, $2, 'Invented Person', now())`,
        [person, number],
      );
      await client.query(
        `insert into session (id, person_id, kind, token_hash, assurance, device, confirmed_at, last_seen_at, created_at)
         values ($1, $2, 'api', $3, 'password', 'bench', now(), now(), now())`,
        [randomUUID(), person, createHash('sha256').update(token).digest()],
      );
      await client.query(
        `insert into sitting (id, body_id, person_id, exam_id, form_id, application_id, authorisation_id, started_at,
           minutes_allowed, deadline_at, accommodations, identity_text_id, nondisclosure_text_id, created_at)
         values ($1, $2, $3, $4, $5, $6, $6, now(), 180, now() + interval '3 hours', '{}', repeat('a', 64), repeat('a', 64), now())`,
        [sittingId, body, person, exam, form, randomUUID()],
      );
      seeded.push({ token, sittingId, versionIds, given: 0 });
    }
    await client.query(`set session_replication_role = origin`);
    await client.query(
      `create table bare_answer (sitting_id uuid, version_id uuid, revision integer not null, answer jsonb not null,
         saved_at timestamptz(3) not null, primary key (sitting_id, version_id))`,
    );
    await client.query('analyze');
    return seeded;
  } finally {
    await client.end();
  }
}
