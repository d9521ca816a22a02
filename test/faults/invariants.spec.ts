import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { admitted, arrangeCase, decide, type Case } from '../../modules/certification/testing/certification-case.js';
import { promises } from '../../src/invariants/promises.js';
import { Metrics } from '../../src/platform/health/metrics.js';
import { Storage } from '../../src/platform/storage/storage.js';
import { useApp } from '../support/app.js';
import { brokenPromises, settleEffects } from '../support/broken-promises.js';

describe('what must always hold', () => {
  const test = useApp();
  let arranged: Case;
  let credentialId: string;

  beforeAll(async () => {
    arranged = await arrangeCase(test);
    const applicationId = await admitted(test, arranged);
    await decide(test, arranged.decider, applicationId);
    await test.runEffects();
    credentialId = (await test.owner.query('select id from credential')).rows[0].id;
    await settleEffects(test);
  });

  const check = () => brokenPromises(test);

  /** Plants a breach as the owner with every guard of the database off, looks, and puts it back. */
  async function planted(sql: string, values: unknown[] = []): Promise<string[]> {
    await test.owner.query('set session_replication_role = replica');
    await test.owner.query(sql, values);
    await test.owner.query('set session_replication_role = origin');
    return check();
  }

  it('holds after a grant and its certificate', async () => {
    expect(await check()).toEqual([]);
    expect(promises.length).toBeGreaterThanOrEqual(14);
  });

  const one = 'where credential_id = $1';
  it.each([
    [
      'register-state',
      `update credential_state set expires_on = expires_on + 1 ${one}`,
      `update credential_state set expires_on = expires_on - 1 ${one}`,
    ],
    [
      'register-entries',
      `update register_entry set lines = '[]' where number = (select number from credential where id = $1)`,
      `update register_entry set lines = (select lines from register_entry_of($1)) where number = (select number from credential where id = $1)`,
    ],
    [
      'register-facts',
      `update fact set source_module = 'elsewhere' where source_module = 'credentials' and $1::uuid is not null`,
      `update fact set source_module = 'credentials' where source_module = 'elsewhere' and $1::uuid is not null`,
    ],
    [
      'audited',
      `update audit set subject_id = 'gone' || subject_id where subject_id = $1::uuid::text`,
      `update audit set subject_id = replace(subject_id, 'gone', '') where subject_id = 'gone' || $1::uuid::text`,
    ],
    [
      'grants',
      `update application_event set eligibility = jsonb_set(eligibility, '{clauses,0,state}', '"still_needed"') where move = 'grant' and $1::uuid is not null`,
      `update application_event set eligibility = jsonb_set(eligibility, '{clauses,0,state}', '"met"') where move = 'grant' and $1::uuid is not null`,
    ],
    [
      'results',
      `with first as (insert into sitting_result (sitting_id, body_id, person_id, earned_parts, possible_parts, scaled_score, passed, domains,
           exam_result_id, fact_id, recorded_at)
         select id, body_id, person_id, 1, 1, 500, true, '{}', id, id, now() from credential where id = $1 returning *)
       insert into sitting_score (sitting_id, number, body_id, person_id, earned_parts, possible_parts, scaled_score, passed, domains, rescore_id,
         exam_result_id, fact_id, recorded_at)
       select sitting_id, 2, body_id, person_id, 0, 1, 200, false, '{}', sitting_id, exam_result_id, fact_id, now() from first`,
      `with later as (delete from sitting_score where sitting_id = $1) delete from sitting_result where sitting_id = $1`,
    ],
    [
      'signatures',
      `insert into practice_sign_off (id, person_id, supervisor_name, supervisor_email, state, created_at, closed_at, content_hash, content, signed_name, signed_ip, signed_method) select $1, person_id, 'S', 's@example.test', 'signed', now(), now(), repeat('0', 64), '{"entries": []}', 'S', '::1', 'code' from credential limit 1`,
      `delete from practice_sign_off where id = $1`,
    ],
    [
      'days',
      `insert into practice_day (person_id, worked_on, minutes) select person_id, '2026-01-05', 60 from credential where id = $1`,
      `delete from practice_day where worked_on = '2026-01-05' and $1::uuid is not null`,
    ],
    [
      'outbox',
      `insert into outbox (id, kind, payload, due_at, created_at, parked_at) values ($1, 'x', '{}', now(), now(), now())`,
      `delete from outbox where id = $1`,
    ],
    [
      'letters',
      `insert into letter (id, kind, identity, to_name, to_address, language, words, status, created_at) values ($1, 'x', 'x', 'X', 'x@example.test', 'en', '{}', 'due', now())`,
      `delete from letter where id = $1`,
    ],
    [
      'answers',
      `insert into idempotency (key, request_hash, created_at) values ($1::uuid::text, repeat('a', 64), now())`,
      `delete from idempotency where key = $1::uuid::text`,
    ],
  ])('tells of a breach of "%s", and of nothing else', async (name, plant, mend) => {
    expect(await planted(plant, [credentialId])).toEqual([name]);
    expect(await planted(mend, [credentialId])).toEqual([]);
  });

  it('tells of a number whose check symbol does not fit', async () => {
    const { rows } = await test.owner.query('select number from credential where id = $1', [credentialId]);
    const number: string = rows[0].number;
    const other = number.endsWith('2') ? `${number.slice(0, -1)}3` : `${number.slice(0, -1)}2`;
    expect(await planted('update credential set number = $2 where id = $1', [credentialId, other])).toContain(
      'numbers',
    );
    expect(await planted('update credential set number = $2 where id = $1', [credentialId, number])).toEqual([]);
  });

  it('tells of a person who holds a scheme twice, and of terms that overlap', async () => {
    await test.owner.query('drop index credential_state_one_active');
    const another = '019aaaaa-0000-7000-8000-000000000001';
    const broken = await planted(
      `insert into credential_state select (jsonb_populate_record(s, jsonb_build_object('credential_id', $2::text))).* from credential_state s where credential_id = $1`,
      [credentialId, another],
    );
    expect(broken).toContain('one-active');
    expect(await planted('delete from credential_state where credential_id = $1', [another])).toEqual([]);
    const line = await planted(
      `insert into credential_event select (jsonb_populate_record(e, jsonb_build_object('id', $2::text, 'kind', 'renewed',
         'from_status', 'active', 'term_number', 2, 'scheme_version_id', null, 'recorded_at', e.recorded_at + interval '1 day'))).*
       from credential_event e where credential_id = $1`,
      [credentialId, another],
    );
    expect(line).toContain('terms');
    expect(await planted('delete from credential_event where id = $1', [another])).toEqual([]);
  });

  it('tells of a stored file that nobody knows of once it is an hour old, and of one that is gone', async () => {
    const { sha256 } = await test.get(Storage).put(Buffer.from('nobody knows of this'));
    expect(await check()).toEqual([]);
    const path = join(test.config.STORAGE_DIR, sha256.slice(0, 2), sha256);
    utimesSync(path, new Date('2026-01-01'), new Date('2026-01-01'));
    expect(await check()).toEqual(['files']);
    const { rows } = await test.owner.query(`select document_sha256 from credential_issuance where state = 'stored'`);
    expect(rows).toHaveLength(1);
    expect(await planted('update credential_issuance set document_sha256 = $1', [sha256])).toEqual([]);
    const gone = await planted('update credential_issuance set document_sha256 = $1', ['0'.repeat(64)]);
    expect(gone).toEqual(['files']);
    await planted('update credential_issuance set document_sha256 = $1', [rows[0].document_sha256]);
  });

  it('tells of a guard that was taken away and of a right that was given', async () => {
    rmSync(test.config.STORAGE_DIR, { recursive: true, force: true });
    const names = async () => (await check()).filter((name) => name !== 'files');
    await test.owner.query('alter table audit disable trigger audit_is_append_only');
    expect(await names()).toEqual(['append-only']);
    await test.owner.query('alter table audit enable trigger audit_is_append_only');
    await test.owner.query('grant delete on fact to goodstanding_web');
    expect(await names()).toEqual(['append-only']);
    await test.owner.query('revoke delete on fact from goodstanding_web');
    expect(await names()).toEqual([]);
  });

  it('shows in the metrics', async () => {
    await check();
    const text = await test.get(Metrics).text();
    expect(text).toMatch(/goodstanding_invariants_bad\{promise="files"\} [1-9]/);
    expect(text).toMatch(/goodstanding_invariants_bad\{promise="grants"\} 0/);
    expect(Number(/^goodstanding_invariants_last_run (\S+)$/m.exec(text)?.[1])).toBeGreaterThan(1.7e9);
  });
});
