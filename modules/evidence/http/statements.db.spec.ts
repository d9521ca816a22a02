import supertest from 'supertest';
import { insertPerson } from '../../../test/support/factories/person.js';
import { visitor } from '../../../test/support/visitor.js';
import { Evidence } from '../evidence.public.js';
import { EvidenceModule } from '../evidence.module.js';
import { foundBody, sessionOf, useEvidenceApp } from '../testing/evidence-app.js';

describe('what people state', () => {
  const test = useEvidenceApp(EvidenceModule);
  let person: string;
  let call: (method: 'get' | 'post', path: string, body?: object) => supertest.Test;
  let versions: Record<string, string>;

  beforeAll(async () => {
    await foundBody(test, 'North Harbor Peer Board', 'north-harbor');
    person = await insertPerson(test.owner, 'Ada Example');
    const token = await sessionOf(test, person, 'api');
    call = (method, path, body) =>
      supertest(test.app.getHttpServer())[method](`/api/v1/${path}`).set('authorization', `Bearer ${token}`).send(body);
    const { body } = await call('get', 'statements');
    versions = Object.fromEntries(
      body.statements.map((one: { code: string; version: string }) => [one.code, one.version]),
    );
  });
  const facts = (kind: string) =>
    test.run(async (tx) => (await test.get(Evidence).factsOf(tx, person)).filter((fact) => fact.kind === kind));

  it('is a fact at once, and the text is kept word for word', async () => {
    const given = { code: 'lived_experience', textVersion: versions.lived_experience };
    expect((await call('post', 'attestations', given)).status).toBe(201);
    const signed = { code: 'code_of_ethics', textVersion: versions.code_of_ethics, signedName: ' Ada Example ' };
    expect((await call('post', 'signatures', signed)).status).toBe(201);
    expect(await facts('attestation')).toMatchObject([
      { code: 'lived_experience', vouchedBy: { method: 'self', personId: person } },
    ]);
    expect(await facts('signature')).toMatchObject([
      { code: 'code_of_ethics', value: { text_version: versions.code_of_ethics, signed_name: 'Ada Example' } },
    ]);
    const { rows } = await test.owner.query('select version, text from statement_text where code = $1', [
      'code_of_ethics',
    ]);
    expect(rows).toEqual([
      { version: versions.code_of_ethics, text: expect.stringContaining('Sharing my own experience') },
    ]);
  });

  it('is said for each point a declaration is asked at', async () => {
    const declare = (more: object) =>
      call('post', 'attestations', { code: 'residency', textVersion: versions.residency, ...more });
    expect((await declare({ percent: 60 })).body.problems).toMatchObject([{ field: 'checkedAt' }]);
    expect((await declare({ checkedAt: 'exam' })).body.problems).toMatchObject([{ field: 'percent' }]);
    expect((await declare({ percent: 101, checkedAt: 'exam' })).status).toBe(422);
    expect((await declare({ percent: 60, checkedAt: 'application' })).status).toBe(201);
    expect(await facts('declaration')).toMatchObject([{ value: { percent: 60, checked_at: 'application' } }]);
  });

  it('gives an age as a number, and says what lived experience is of only where that is among the choices', async () => {
    const age = (more: object) => call('post', 'attestations', { code: 'age', textVersion: versions.age, ...more });
    expect((await age({})).body.problems).toMatchObject([{ field: 'number' }]);
    expect((await age({ number: 18 })).status).toBe(201);
    expect(await facts('declaration')).toContainEqual(
      expect.objectContaining({ code: 'age', value: expect.objectContaining({ number: 18 }) }),
    );
    const lived = (type: string) =>
      call('post', 'attestations', { code: 'lived_experience', textVersion: versions.lived_experience, type });
    expect((await lived('neighbour')).body.problems).toMatchObject([{ field: 'type' }]);
    expect((await lived('parent')).status).toBe(201);
    expect(await facts('attestation')).toContainEqual(
      expect.objectContaining({ value: expect.objectContaining({ type: 'parent' }) }),
    );
  });

  it('is asked again when the text is another than the one that was read', async () => {
    const old = { code: 'lived_experience', textVersion: '0'.repeat(64) };
    expect((await call('post', 'attestations', old)).body.code).toBe('evidence.text_changed');
  });

  it('is signed only where it is a signature, with a name', async () => {
    const textVersion = versions.lived_experience;
    expect(
      (await call('post', 'signatures', { code: 'lived_experience', textVersion, signedName: 'Ada' })).status,
    ).toBe(404);
    const unsigned = { code: 'code_of_ethics', textVersion: versions.code_of_ethics, signedName: ' ' };
    expect((await call('post', 'signatures', unsigned)).body.problems).toMatchObject([{ field: 'signedName' }]);
  });

  it('works by the page', async () => {
    const page = visitor(test, await sessionOf(test, person, 'page'));
    const shown = await page.get('/evidence/statements/code_of_ethics');
    expect(shown.text).toContain('<h2>Boundaries</h2>');
    const textVersion = /name="textVersion" value="([^"]*)"/.exec(shown.text)![1];
    const refused = await page.post('/evidence/statements/code_of_ethics', { textVersion, signedName: '' });
    expect(refused.text).toContain('Type your name to sign');
    const signed = await page.post('/evidence/statements/code_of_ethics', { textVersion, signedName: 'Ada Example' });
    expect(signed.headers.location).toBe('/evidence');
    expect((await page.get('/evidence/statements/unknown')).status).toBe(404);
  });
});
