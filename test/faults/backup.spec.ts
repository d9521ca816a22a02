import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { admitted, arrangeCase, decide } from '../../modules/certification/testing/certification-case.js';
import { restoreBackup } from '../../src/cli/backup/restore-backup.js';
import { takeBackup } from '../../src/cli/backup/take-backup.js';
import { Metrics } from '../../src/platform/health/metrics.js';
import { Relay } from '../../src/platform/jobs/relay.js';
import { Storage } from '../../src/platform/storage/storage.js';
import { useApp } from '../support/app.js';
import { createTestDatabase, dropTestDatabase, type TestDatabase } from '../support/database.js';

/** An invoice about an application; PostgreSQL draws its number. */
const INVOICE = `insert into invoice (id, body_id, person_id, fee, scheme_version_id, subject_kind, subject_id, amount_cents, currency,
  issued_on, created_at)
  select gen_random_uuid(), body_id, person_id, 'fee ' || gen_random_uuid(), scheme_version_id, 'application', id, 5000, 'USD',
    '2026-11-22', now()`;

describe('a backup', () => {
  const test = useApp();
  let directory: string;
  let file: string;
  let target: TestDatabase;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'goodstanding-backup-'));
    file = join(directory, 'backup.gz');
    target = await createTestDatabase();
    const arranged = await arrangeCase(test);
    await decide(test, arranged.decider, await admitted(test, arranged));
    await test.runEffects();
    await test.owner.query(
      `insert into idempotency (key, request_hash, answer, created_at) values
         ('json null', 'x', 'null', now()), ('tab	"quote" \\ ünïcødé 😀', 'x', null, now())`,
    );
    await test.owner.query(`${INVOICE} from application order by created_at limit 1`);
    await test.owner.query(`insert into outbox (id, kind, payload, due_at, created_at)
      values (gen_random_uuid(), 'unsent', '{"n": 1.50}', '2020-01-01', '2020-01-01')`);
  });

  afterAll(async () => {
    await dropTestDatabase(target);
    await rm(directory, { recursive: true, force: true });
  });

  const storage = () => test.config.STORAGE_DIR;
  const restore = (from = file, replace = false) =>
    restoreBackup({ ownerUrl: target.ownerUrl, storage: join(directory, 'files'), file: from, replace });
  async function inTarget<Row extends object>(sql: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: target.ownerUrl });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }
  /** A copy of the backup with its text changed. */
  function altered(change: (text: string) => string): string {
    const path = join(directory, 'altered.gz');
    writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(file)).toString())));
    return path;
  }

  it('holds every row and every stored file, and appears only when it is whole', async () => {
    const { rows, files, missing } = await takeBackup({ ownerUrl: test.database.ownerUrl, storage: storage(), file });
    expect(rows).toBeGreaterThan(20);
    expect(files).toBe(1);
    expect(missing).toEqual([]);
    expect(existsSync(`${file}.part`)).toBe(false);
    await expect(
      takeBackup({ ownerUrl: test.database.ownerUrl, storage: storage(), file: join(directory, 'no/such/place') }),
    ).rejects.toThrow('ENOENT');
  });

  it('is refused, leaving nothing behind, when it was cut off, changed, or is of another schema', async () => {
    const cut = altered((text) => text.slice(0, text.lastIndexOf('{"kind":"end"')));
    await expect(restore(cut)).rejects.toThrow('not whole');
    const half = join(directory, 'half.gz');
    writeFileSync(half, readFileSync(file).subarray(0, 5_000));
    await expect(restore(half)).rejects.toThrow('not whole');
    await expect(restore(join(directory, 'none.gz'))).rejects.toThrow('ENOENT');
    await expect(
      restore(altered((text) => text.replace('all_requirements_met', 'some_requirements_met'))),
    ).rejects.toThrow('does not hold what was saved');
    await expect(restore(altered((text) => text.replace('Operations', 'Later')))).rejects.toThrow('another version');
    await expect(restore(altered((text) => text.replace('"base64":"JVBER', '"base64":"JVBEX')))).rejects.toThrow(
      'has changed',
    );
    expect(await inTarget('select 1 from person')).toEqual([]);
  });

  it('comes back row for row and file for file', async () => {
    await restore();
    const everything = `select (select json_agg(p order by id) from person p) as people,
      (select json_agg(e order by id) from credential_event e) as lines, (select json_agg(a order by id) from audit a) as audit,
      (select json_agg(i order by key) from idempotency i) as answers, (select json_agg(i) from invoice i) as invoices,
      (select jsonb_typeof(answer) from idempotency where key = 'json null') as kept`;
    expect((await inTarget(everything))[0]).toEqual((await test.owner.query(everything)).rows[0]);
    const [stored] = await inTarget<{ document_sha256: string }>(
      `select document_sha256 from credential_issuance where state = 'stored'`,
    );
    const sha256 = stored!.document_sha256;
    const bytes = await test.get(Storage).read(sha256);
    expect(readFileSync(join(directory, 'files', sha256.slice(0, 2), sha256))).toEqual(bytes);
  });

  it('goes on after the numbers that were restored', async () => {
    expect(await inTarget('select number from invoice')).toEqual([{ number: '1001' }]);
    await inTarget(`${INVOICE} from application limit 1`);
    expect(await inTarget('select number from invoice order by number')).toEqual([
      { number: '1001' },
      { number: '1002' },
    ]);
  });

  it('never overwrites what is there unless it is told to', async () => {
    await expect(restore()).rejects.toThrow('--replace');
    await expect(restore(file, true)).resolves.toMatchObject({ files: 1 });
  });

  it('begins with outgoing effects paused, and keeps every guard of the database', async () => {
    expect(await inTarget('select reason from outbox_pause')).toEqual([{ reason: 'restored from a backup' }]);
    await expect(inTarget(`update audit set action = 'x'`)).rejects.toThrow('forbidden');
    await expect(
      inTarget(`insert into contact (id, person_id, kind, address, address_key, created_at)
      values (gen_random_uuid(), gen_random_uuid(), 'email', 'a@b.c', 'a@b.c', now())`),
    ).rejects.toThrow('foreign key');
  });

  it('tells of a stored file that is missing instead of keeping silent', async () => {
    const { rows } = await test.owner.query(`select document_sha256 as sha256 from credential_issuance`);
    const sha256: string = rows[0].sha256;
    await rm(join(storage(), sha256.slice(0, 2), sha256));
    const { missing } = await takeBackup({ ownerUrl: test.database.ownerUrl, storage: storage(), file });
    expect(missing).toEqual([sha256]);
  });

  it('while effects are paused the relay offers nothing, and the metrics and the health page say so', async () => {
    const relay = (await test.worker()).get(Relay);
    await test.owner.query(`insert into outbox_pause (reason, paused_at) values ('test', now())`);
    expect(await relay.due()).toEqual([]);
    expect(await test.get(Metrics).text()).toContain('goodstanding_outbox_paused 1');
    const health = await test.app.inject({ url: '/health/ready' });
    expect(health.json()).toMatchObject({ status: 'ready', outgoing: 'paused' });
    await test.owner.query('delete from outbox_pause');
    expect(await relay.due()).toHaveLength(1);
    expect(await test.get(Metrics).text()).toContain('goodstanding_outbox_paused 0');
  });
});
