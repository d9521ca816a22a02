import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import { insertPerson } from '../../test/support/factories/person.js';
import { call } from '../../test/support/caller.js';
import { everythingStored } from '../../test/support/everything-stored.js';
import type { PersonActor, Role } from '../../src/kernel/actor.js';
import { Transaction } from '../../src/platform/database/transaction.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { foundBody, giveRole, PDF, useEvidenceApp } from '../evidence/testing/evidence-app.js';
import { CaseFilesModule } from './case-files.module.js';
import { CaseFiles } from './case-files.public.js';
import { KeyRing } from '../../src/platform/sealing/sealing.js';
import { DisposeFilesSchedule } from './jobs/dispose-files.schedule.js';
import { CaseFileRepository } from './persistence/case-file.repository.js';
import { RewrapKeys } from './use-cases/rewrap-keys.js';
import { SetRetention } from './use-cases/set-retention.js';

@Module({ imports: [EvidenceModule, CaseFilesModule] })
class FilesUnderTest {}

const WORDS = 'Seven geese crossed the lantern hill on a Thursday';

describe('a sealed case file', () => {
  const test = useEvidenceApp(FilesUnderTest);
  let bodyId: string;
  let concerned: string;
  let administrator: PersonActor;
  let reader: PersonActor;
  let fileId: string;

  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    bodyId = await foundBody(test, 'Juniper Valley Board', `juniper-${randomUUID()}`);
    concerned = await insertPerson(test.owner, 'Rosalind Okonkwo');
    administrator = await staff('Ada Administrator', 'administrator');
    reader = await staff('Rosa Reader', 'reviewer');
    fileId = await opened();
    await add(fileId, { text: WORDS });
  });

  const staff = async (name: string, ...roles: Role[]): Promise<PersonActor> => staffOf(bodyId, name, ...roles);
  const staffOf = async (organizationId: string, name: string, ...roles: Role[]): Promise<PersonActor> => {
    const personId = await insertPerson(test.owner, name);
    for (const role of roles) await giveRole(test, organizationId, personId, role);
    const memberships = roles.map((role) => ({ organizationId, organizationKind: 'certifying-body' as const, role }));
    return { kind: 'person', personId, sessionId: randomUUID(), assurance: 'two-factor', memberships };
  };
  const opened = async (id = randomUUID()): Promise<string> => {
    const subject = { module: 'test', id };
    const file = { bodyId, personId: concerned, kind: 'accommodation' as const, subject };
    return (await test.run((tx) => test.get(CaseFiles).open(tx, file))).fileId;
  };
  const add = (id: string, content: { text?: string; attachment?: { fileName: string; bytes: Buffer } }) => {
    const document = { title: 'Letter of a colleague', from: 'Ines Invented', text: content.text ?? null };
    return test.run((tx) => test.get(CaseFiles).add(tx, id, { ...document, attachment: content.attachment }));
  };
  const grant = (readerId: string, by = administrator) =>
    test.run((tx) => test.get(CaseFiles).grantReader(tx, { fileId, readerId, reason: 'checks_references' }), by);
  const read = (by: PersonActor) => test.run((tx) => test.get(CaseFiles).read(tx, fileId), by);
  const as = (actor: PersonActor) => ({ personId: actor.personId, assurance: 'two-factor' as const });
  const readings = async () =>
    (await test.owner.query('select * from case_file_reading where file_id = $1', [fileId])).rows;

  it('is read by a named reader, and each reading is on record', async () => {
    await grant(reader.personId);
    expect(await read(reader)).toMatchObject([{ title: 'Letter of a colleague', from: 'Ines Invented', text: WORDS }]);
    await read(reader);
    expect(await readings()).toMatchObject([
      { reader_id: reader.personId, person_id: concerned, body_id: bodyId },
      { reader_id: reader.personId },
    ]);
  });

  it('does not open where its reading cannot be recorded', async () => {
    await grant(reader.personId);
    const context = { actor: reader, requestId: 'test' };
    const look = test.get(Transaction).read(context, (tx) => test.get(CaseFiles).read(tx, fileId));
    await expect(look).rejects.toThrow('read-only');
  });

  it('is not there for a reviewer who is not named, an administrator, the person concerned, or another body', async () => {
    const elsewhere = await foundBody(test, 'Another Board', `another-${randomUUID()}`);
    const strangers = [
      reader,
      administrator,
      await staffOf(elsewhere, 'Elsa Elsewhere', 'administrator', 'reviewer'),
      { ...reader, personId: concerned },
    ];
    for (const stranger of strangers) await expect(read(stranger)).rejects.toMatchObject({ kind: 'not_found' });
    const another = strangers[2]!;
    await expect(grant(reader.personId, another)).rejects.toMatchObject({ kind: 'not_found' });
    const seen = await call(test, as(another), { method: 'GET', path: `/desk/case-files/${fileId}` });
    expect(seen.status).toBe(404);
    expect(await readings()).toEqual([]);
  });

  it('has no reader who decides, is concerned, names themselves, or does not work there', async () => {
    const decider = await staff('Dana Decider', 'decider', 'reviewer');
    for (const id of [decider.personId, concerned, administrator.personId, await insertPerson(test.owner, 'Nobody')]) {
      await expect(grant(id)).rejects.toMatchObject({ code: 'case_files.reader_not_possible' });
    }
    const insert = (id: string) =>
      test.owner.query(
        `insert into case_file_reader (id, body_id, file_id, reader_id, reason, granted_by, granted_at)
         values (gen_random_uuid(), $1, $2, $3, 'audit', $4, '2026-11-21T15:00:00Z')`,
        [bodyId, fileId, id, administrator.personId],
      );
    await expect(insert(decider.personId)).rejects.toThrow('a decider is no reader');
    await expect(insert(concerned)).rejects.toThrow('the person concerned is no reader');
  });

  it('closes to a reader who became a decider, and to one whose reading was ended', async () => {
    await grant(reader.personId);
    const deciding = { organizationId: bodyId, organizationKind: 'certifying-body' as const, role: 'decider' as const };
    const promoted = { ...reader, memberships: [...reader.memberships, deciding] };
    await expect(read(promoted)).rejects.toMatchObject({ kind: 'not_found' });
    const path = `/desk/case-files/${fileId}/readers/${reader.personId}/removals`;
    expect((await call(test, as(administrator), { method: 'POST', path })).status).toBe(303);
    await expect(read(reader)).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('is nowhere in the database as plain text, nor in the files, after writing, reading and a repeat', async () => {
    await grant(reader.personId);
    await add(fileId, {
      text: 'The kettle sang in April',
      attachment: { fileName: 'geese-on-the-hill.pdf', bytes: PDF },
    });
    const request = { method: 'POST', path: `/desk/case-files/${fileId}/readings`, body: { _form: randomUUID() } };
    for (const _again of [1, 2]) {
      const page = await call(test, as(reader), request);
      expect(page.text).toContain(WORDS);
    }
    const path = `/api/v1/case-files/${fileId}/readings`;
    const json = await call(test, as(reader), { method: 'POST', path, headers: { 'idempotency-key': 'one' } });
    expect(JSON.parse(json.text).documents[1]).toMatchObject({ attachment: 'geese-on-the-hill.pdf' });
    expect(json.headers['cache-control']).toBe('no-store');
    const stored = await everythingStored(test);
    expect(stored).toContain(fileId); // what is looked through is the whole database
    for (const secret of [WORDS, 'kettle sang', 'geese-on-the-hill', 'Letter of a colleague', 'Ines Invented']) {
      expect(stored.includes(secret)).toBe(false);
    }
  });

  it('hands an attached file to its reader, with a reading of its own', async () => {
    await grant(reader.personId);
    const { documentId } = await add(fileId, { attachment: { fileName: 'letter.pdf', bytes: PDF } });
    const request = { method: 'POST', path: `/desk/case-files/${fileId}/documents/${documentId}/copies` };
    expect((await call(test, as(administrator), request)).status).toBe(404);
    const copy = await call(test, as(reader), request);
    expect(copy.text).toBe(PDF.toString());
    expect(copy.headers['content-disposition']).toContain('attachment');
    expect(await readings()).toMatchObject([{ document_id: documentId }]);
  });

  it('takes no file that is not what its name says', async () => {
    const attachment = { fileName: 'letter.pdf', bytes: Buffer.from('only words') };
    await expect(add(fileId, { attachment })).rejects.toMatchObject({ code: 'input.needs_attention' });
  });

  it('shows the person it is about that it is there and who read it, and no word of it', async () => {
    await grant(reader.personId);
    await read(reader);
    const page = await call(
      test,
      { personId: concerned, assurance: 'password' },
      { method: 'GET', path: '/case-files' },
    );
    expect(page.text).toContain('An accommodation, kept by Juniper Valley Board');
    expect(page.text).toContain('Rosa Reader read it');
    expect(page.text).not.toContain('geese');
    const stranger = { personId: await insertPerson(test.owner, 'Somebody Else'), assurance: 'password' as const };
    expect((await call(test, stranger, { method: 'GET', path: '/case-files' })).text).toContain(
      'There is no sealed file',
    );
  });

  it('shows an administrator readers and readings, and no word', async () => {
    await grant(reader.personId);
    await read(reader);
    const page = await call(test, as(administrator), { method: 'GET', path: `/desk/case-files/${fileId}` });
    expect(page.text).toContain('Rosa Reader read the file');
    expect(page.text).not.toContain('Open the file');
    const list = await call(test, as(administrator), { method: 'GET', path: '/desk/case-files' });
    expect(list.text).toContain('Rosalind Okonkwo');
    for (const { text } of [page, list]) expect(text).not.toMatch(/geese|Ines Invented|Letter of/);
  });

  it('is one for each case and kind, however often it is opened', async () => {
    const id = randomUUID();
    expect(await opened(id)).toBe(await opened(id));
  });

  describe('when its time is over', () => {
    const dispose = async () => {
      const worker = await test.worker();
      const schedule = worker.get(DisposeFilesSchedule, { strict: false });
      await worker
        .get(Transaction)
        .run({ actor: { kind: 'system', name: 'test' }, requestId: 'test' }, (tx) => schedule.run(tx));
    };
    const row = async () =>
      (await test.owner.query('select *, keep_until::text as until from case_file where id = $1', [fileId])).rows[0];

    it('loses key and words, and says when and by which rule; the readings stay', async () => {
      await grant(reader.personId);
      await read(reader);
      test.clock.set('2028-11-21T15:00:00Z'); // the last day
      await dispose();
      expect((await row()).shredded_at).toBeNull();
      test.clock.set('2028-11-23T15:00:00Z');
      await dispose();
      expect(await row()).toMatchObject({
        key_id: null,
        wrapped_key: null,
        shredded_rule: 'accommodation: 24 months from 2026-11-21',
      });
      const { rows } = await test.owner.query('select sealed from case_file_document where file_id = $1', [fileId]);
      expect(rows).toEqual([{ sealed: null }]);
      expect(await readings()).toHaveLength(1);
      await expect(read(reader)).rejects.toMatchObject({ code: 'case_files.disposed_of' });
      await expect(add(fileId, { text: 'more' })).rejects.toMatchObject({ code: 'case_files.disposed_of' });
    });

    it('follows the months that the body set, from the last document on', async () => {
      const rule = { bodyId, kind: 'accommodation' as const, months: 6 };
      await expect(test.run((tx) => test.get(SetRetention).execute(tx, rule), reader)).rejects.toMatchObject({
        kind: 'not_found',
      });
      await test.run((tx) => test.get(SetRetention).execute(tx, rule), administrator);
      expect((await row()).until).toBe('2027-05-21');
      test.clock.set('2027-05-01T15:00:00Z');
      await add(fileId, { text: 'a second letter' });
      test.clock.set('2027-05-25T15:00:00Z');
      await dispose();
      expect(await row()).toMatchObject({ shredded_at: null });
    });

    it('cannot be disposed of sooner, and nothing in it can be changed, by whoever writes the row', async () => {
      const early = test.owner.query(
        `update case_file set shredded_at = '2026-12-01', shredded_rule = 'x', key_id = null, wrapped_key = null where id = $1`,
        [fileId],
      );
      await expect(early).rejects.toThrow('case_file_kept_until_its_day');
      const change = test.owner.query(`update case_file_document set sealed = null where file_id = $1`, [fileId]);
      await expect(change).rejects.toThrow('kept as it is');
      await expect(test.owner.query('delete from case_file_reading')).rejects.toThrow('forbidden');
    });
  });

  it('opens after the secret was changed, and needs the old one no more once it is wrapped anew', async () => {
    await grant(reader.personId);
    const ring = new KeyRing(['another-secret'.padEnd(32, '-'), test.config.SECRET_KEY], 'goodstanding case files');
    const rewrap = new RewrapKeys(test.get(CaseFileRepository), ring);
    expect(await test.run((tx) => rewrap.execute(tx))).toBeGreaterThan(0);
    expect(await test.run((tx) => rewrap.execute(tx))).toBe(0);
    const { rows } = await test.owner.query('select key_id, wrapped_key from case_file where id = $1', [fileId]);
    expect(rows[0].key_id).toBe(ring.currentId);
    await expect(read(reader)).rejects.toThrow('SECRET_KEYS_BEFORE');
    const back = new RewrapKeys(
      test.get(CaseFileRepository),
      new KeyRing([test.config.SECRET_KEY, 'another-secret'.padEnd(32, '-')], 'goodstanding case files'),
    );
    await test.run((tx) => back.execute(tx));
    expect(await read(reader)).toMatchObject([{ text: WORDS }]);
  });
});
