import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import supertest from 'supertest';
import { insertPerson } from '../../test/support/factories/person.js';
import { visitor } from '../../test/support/visitor.js';
import type { Role } from '../../src/kernel/actor.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { foundBody, giveRole, sessionOf, useEvidenceApp } from '../evidence/testing/evidence-app.js';
import { CaseFilesModule } from './case-files.module.js';
import { CaseFiles, type CaseFileKind } from './case-files.public.js';

@Module({ imports: [EvidenceModule, CaseFilesModule] })
class FilesUnderTest {}

describe('the first readers of a case file', () => {
  const test = useEvidenceApp(FilesUnderTest);
  let bodyId: string;
  let concerned: string;

  beforeEach(async () => {
    bodyId = await foundBody(test, 'Juniper Valley Board', `juniper-${randomUUID()}`);
    concerned = await insertPerson(test.owner, 'Rosalind Okonkwo');
  });

  const staff = async (name: string, ...roles: Role[]): Promise<string> => {
    const personId = await insertPerson(test.owner, name);
    for (const role of roles) await giveRole(test, bodyId, personId, role);
    return personId;
  };
  const open = (kind: CaseFileKind, id = randomUUID()) =>
    test.run(async (tx) => {
      const subject = { module: 'test', id };
      return (await test.get(CaseFiles).open(tx, { bodyId, personId: concerned, kind, subject })).fileId;
    });
  const readersOf = async (fileId: string) => {
    const { rows } = await test.owner.query(
      'select reader_id as id, granted_by as by, reason from case_file_reader where file_id = $1 and ended_at is null order by 1',
      [fileId],
    );
    return rows;
  };

  it('are named by the role whose work it is, once, with the reason, and on the audit', async () => {
    const reviewer = await staff('Rosa Reviewer', 'reviewer');
    const registrar = await staff('Regis Registrar', 'registrar');
    const subject = randomUUID();
    const reference = await open('reference', subject);
    expect(await open('reference', subject)).toBe(reference);
    expect(await readersOf(reference)).toEqual([{ id: reviewer, by: null, reason: 'checks_references' }]);
    expect(await readersOf(await open('background'))).toEqual([
      { id: registrar, by: null, reason: 'weighs_the_answer' },
    ]);
    const { rows } = await test.owner.query(
      `select details from audit where action = 'case-files.reader.named' and subject_id = $1`,
      [reference],
    );
    expect(rows).toEqual([{ details: { readerId: reviewer, reason: 'checks_references', byRole: 'reviewer' } }]);
  });

  it('are never who decides, the person concerned, or staff of another body', async () => {
    await staff('Dana Decider', 'reviewer', 'decider');
    await giveRole(test, bodyId, concerned, 'reviewer');
    const home = bodyId;
    bodyId = await foundBody(test, 'Elsewhere Board', `elsewhere-${randomUUID()}`);
    await staff('Elsa Elsewhere', 'reviewer');
    bodyId = home;
    expect(await readersOf(await open('reference'))).toEqual([]);
  });

  it('of a complaint and an appeal are whoever handles it, whom an administrator names', async () => {
    await staff('Ada Administrator', 'administrator');
    await staff('Regis Registrar', 'registrar');
    for (const kind of ['complaint', 'appeal'] as const) expect(await readersOf(await open(kind))).toEqual([]);
  });

  it('read on the record like any other, and an administrator sees why they are readers and can end it', async () => {
    const reviewer = await staff('Rosa Reviewer', 'reviewer');
    const administrator = await staff('Ada Administrator', 'administrator');
    const fileId = await open('reference');
    const token = await sessionOf(test, reviewer, 'api');
    const read = () =>
      supertest(test.app.getHttpServer())
        .post(`/api/v1/case-files/${fileId}/readings`)
        .set('authorization', `Bearer ${token}`);
    expect((await read()).status).toBe(201);
    const { rows } = await test.owner.query('select reader_id from case_file_reading where file_id = $1', [fileId]);
    expect(rows).toEqual([{ reader_id: reviewer }]);
    const desk = visitor(test, await sessionOf(test, administrator, 'page'));
    expect((await desk.get(`/desk/case-files/${fileId}`)).text).toContain(
      'Named by their role when the file was opened',
    );
    expect((await desk.post(`/desk/case-files/${fileId}/readers/${reviewer}/removals`)).status).toBe(303);
    expect((await read()).status).toBe(404);
  });
});
