import { join } from 'node:path';
import supertest from 'supertest';
import { projectRoot } from '../../../src/config/project-root.js';
import { insertPerson } from '../../../test/support/factories/person.js';
import { visitor } from '../../../test/support/visitor.js';
import { fact } from '../../../test/scenarios/support/facts.js';
import { readScenario } from '../../../test/scenarios/support/scenario.js';
import { Evidence } from '../../evidence/evidence.public.js';
import { foundBody, sessionOf, useEvidenceApp } from '../../evidence/testing/evidence-app.js';
import { SchemesModule } from '../schemes.module.js';
import { SchemeContent } from '../schemes.public.js';

describe('eligibility', () => {
  const test = useEvidenceApp(SchemesModule);
  const { evidence } = readScenario(join(projectRoot, 'test/scenarios/icrc-pr/everything-in-place.yaml'));

  beforeAll(async () => {
    await foundBody(test, 'North Harbor Peer Board', 'north-harbor');
    await test.run((tx) => test.get(SchemeContent).load(tx, join(projectRoot, 'content')));
    test.clock.set('2026-03-01T17:00:00Z');
  });

  const personWith = async (ids: (id: string) => boolean) => {
    const personId = await insertPerson(test.owner);
    await test.run(async (tx) => {
      for (const given of evidence.filter(({ id }) => ids(id))) {
        const made = fact({ ...given, body: undefined });
        await test
          .get(Evidence)
          .record(tx, { ...made, personId, source: { module: 'test', id: `${personId} ${given.id}` } });
      }
    });
    return personId;
  };
  const ask = async (personId: string, path = 'icrc-pr') =>
    supertest(test.app.getHttpServer())
      .get(`/api/v1/eligibility/${path}`)
      .set('authorization', `Bearer ${await sessionOf(test, personId, 'api')}`);

  it('tells clause by clause what is met and what is still needed', async () => {
    const { body } = await ask(await personWith((id) => id !== 'ethics-course'));
    expect(body.scheme).toMatchObject({ code: 'icrc-pr', version: '4-domain', confirmed: false });
    expect(body.tree).toMatchObject({ met: false, onDate: '2026-03-01', earliestOn: '2026-03-01' });
    const training = body.tree.clauses.find(({ id }: { id: string }) => id === 'training');
    expect(training).toMatchObject({ title: 'Training', state: 'still_needed', have: 1800, need: 2760 });
    expect(training.children[3]).toMatchObject({
      title: 'Ethical responsibility',
      reasons: ['16 h more in Ethical responsibility.'],
    });
  });

  it('is met with everything in place, and with any one piece taken away it is not', async () => {
    expect((await ask(await personWith(() => true))).body.tree.met).toBe(true);
    for (const { id } of evidence) {
      const { body } = await ask(await personWith((one) => one !== id));
      expect([id, body.tree.met]).toEqual([id, false]);
    }
  });

  it('shows the rules of every certification in words to anybody, and to nobody those that are not there', async () => {
    const server = supertest(test.app.getHttpServer());
    const list = await server.get('/schemes').expect(200);
    expect(list.text).toContain('Peer Recovery (PR)');
    const page = await server.get('/schemes/icrc-pr').expect(200);
    expect(page.text).toContain('46 hours in all.');
    expect(page.text).toContain('has not confirmed them yet');
    const { body } = await server.get('/api/v1/schemes/icrc-pr').expect(200);
    expect(body.sections[1]).toMatchObject({ heading: 'Training', lines: ['46 hours in all.'] });
    await server.get('/schemes/no-such-scheme').expect(404);
  });

  it('holds a person’s evidence against every certification, nearest first', async () => {
    const personId = await personWith((id) => id !== 'ethics-course');
    const { body } = await supertest(test.app.getHttpServer())
      .get('/api/v1/what-if')
      .set('authorization', `Bearer ${await sessionOf(test, personId, 'api')}`)
      .expect(200);
    expect(body.schemes[0]).toMatchObject({
      scheme: { code: 'icrc-pr' },
      bodyName: 'North Harbor Peer Board',
      minutesNeeded: 960,
      sentence: 'All met but 16 h.',
    });
    await supertest(test.app.getHttpServer()).get('/api/v1/what-if').expect(401);
  });

  it('answers for another day, and refuses a day that does not exist', async () => {
    const personId = await personWith(() => true);
    expect((await ask(personId, 'icrc-pr?on=2026-02-11')).body.tree.met).toBe(false);
    expect((await ask(personId, 'icrc-pr?on=2026-02-12')).body.tree.met).toBe(true);
    expect((await ask(personId, 'icrc-pr?on=2026-02-30')).status).toBe(422);
    expect((await ask(personId, 'icrc-pr?on=2019-01-01')).body.code).toBe('schemes.no_version_on_date');
  });

  it('asks who it is, and knows only schemes that are published', async () => {
    const nobody = await supertest(test.app.getHttpServer()).get('/api/v1/eligibility/icrc-pr');
    expect(nobody.status).toBe(401);
    expect((await ask(await personWith(() => false), 'unknown')).status).toBe(404);
  });

  it('shows the page: what is next first, what is done with its evidence, never what somebody else did', async () => {
    const personId = await personWith((id) => ['lived', 'course', 'paid-work'].includes(id));
    const page = await visitor(test, await sessionOf(test, personId, 'page')).get('/eligibility/icrc-pr');
    expect(page.status).toBe(200);
    const text = page.text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/Requirements met 1 of 8/);
    expect(text).toMatch(/What is next.*Training Still needed.*30 of 46 hours recorded/);
    expect(text).toMatch(/What is done.*Lived experience of recovery Met/);
    expect(text).toContain('Practice, 1 October 2025');
    expect(text).toContain('sample data');
    const stranger = await personWith(() => false);
    const empty = await visitor(test, await sessionOf(test, stranger, 'page')).get('/eligibility/icrc-pr');
    expect(empty.text).not.toContain('1 October 2025');
  });

  it('names the earliest date when a wait is running', async () => {
    const personId = await personWith((id) => id !== 'exam');
    const tried = fact({ id: 'tried', kind: 'exam', code: 'icrc-pr', on: '2026-02-12', value: { score: 480 } });
    await test.run((tx) => test.get(Evidence).record(tx, { ...tried, personId }));
    const page = await visitor(test, await sessionOf(test, personId, 'page')).get('/eligibility/icrc-pr');
    expect(page.text).toContain('13 May 2026');
    expect(page.text).toContain('Not passed yet.');
  });
});
