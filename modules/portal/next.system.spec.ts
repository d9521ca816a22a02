import supertest from 'supertest';
import { Temporal } from 'temporal-polyfill';
import { useApp } from '../../test/support/app.js';
import type { PersonActor } from '../../src/kernel/actor.js';
import { visitor } from '../../test/support/visitor.js';
import {
  admitted,
  apply,
  arrangeCase,
  everything,
  giveEvidence,
  recordExam,
  tokenOf,
} from '../certification/testing/certification-case.js';
import { Register } from '../credentials/credentials.public.js';
import { stageCase } from '../credentials/testing/stage-case.js';

describe('what comes next, at the home', () => {
  const test = useApp();
  const { holder, on } = stageCase(test);
  const page = (actor: PersonActor) => visitor(test, tokenOf(actor, 'page'));
  const homeOf = async (actor: PersonActor) => (await page(actor).get('/home')).text;
  const withoutExam = everything.filter(({ kind }) => kind !== 'exam');

  beforeEach(() => test.clock.set('2026-11-21T15:00:00Z'));
  const again = async (held: { applicant: PersonActor }, day: string) => {
    on(day);
    const now = (await test.clock.now()).toString();
    await test.owner.query(
      'update session set last_seen_at = $2, created_at = $2, confirmed_at = $2 where person_id = $1',
      [held.applicant.personId, now],
    );
    return homeOf(held.applicant);
  };

  it('is a choice for somebody new where several bodies certify, and what they did shows all the same', async () => {
    const arranged = await arrangeCase(test);
    await arrangeCase(test, { title: 'Another Certification' });
    const practice = everything.filter(({ kind, bodyId }) => kind === 'practice' && bodyId === null);
    await giveEvidence(test, arranged, practice);
    const home = await homeOf(arranged.applicant);
    expect(home).toContain('What do you work toward?');
    expect(home).not.toContain('What comes next');
    expect(home).toMatch(/Practice: \d+ h/);
    expect(home).not.toContain('Training: ');
    expect(await homeOf(arranged.stranger)).not.toContain('Practice: ');
  });

  it('follows what the person chose at the home, by the rules of that body, and nobody else’s home', async () => {
    const arranged = await arrangeCase(test, { title: 'Invented Peer Certificate' });
    const own = page(arranged.applicant);
    expect((await own.get('/home')).text).toContain(`${arranged.bodyId}/${arranged.schemeCode}`);
    const nothing = await own.post('/aims', {});
    expect(nothing.status).toBe(422);
    expect(nothing.text).toContain('Choose a certification');
    await own.get('/home');
    const chosen = await own.post('/aims', { aim: `${arranged.bodyId}/${arranged.schemeCode}` });
    expect(chosen.headers.location).toBe('/home');
    const home = await homeOf(arranged.applicant);
    expect(home).toContain('What comes next: Invented Peer Certificate');
    expect(home).toContain('By the rules of Juniper Valley Board.');
    expect(home).toContain(`/evidence/documents/new?body&#x3D;${arranged.bodyId}&amp;types`);
    expect(home).not.toContain('0 of 500 points');
    expect(await homeOf(arranged.stranger)).toContain('What do you work toward?');
  });

  it('can be taken away again, which asks anew and leaves nobody else’s choice', async () => {
    const arranged = await arrangeCase(test, { title: 'Taken Up And Left' });
    const [own, other] = [page(arranged.applicant), page(arranged.stranger)];
    for (const one of [own, other]) {
      expect((await one.get('/home')).text).not.toContain('Do not work toward this for now');
      await one.post('/aims', { aim: `${arranged.bodyId}/${arranged.schemeCode}` });
    }
    expect((await own.get('/home')).text).toContain('Do not work toward this for now');
    expect((await own.post('/aims/removals')).headers.location).toBe('/home');
    const home = await own.get('/home');
    expect(home.text).toContain('What you work toward is open again.');
    expect(home.text).toContain('What do you work toward?');
    expect(home.text).not.toContain('Do not work toward this for now');
    expect(await homeOf(arranged.stranger)).toContain('What comes next: Taken Up And Left');
  });

  it('can be chosen on the page of a certification and by JSON, and only what is in force', async () => {
    const arranged = await arrangeCase(test);
    const rules = `/schemes/${arranged.schemeCode}?body=${arranged.bodyId}`;
    expect((await page(arranged.applicant).get(rules)).text).toContain('This is what I work toward');
    expect((await visitor(test).get(rules)).text).not.toContain('This is what I work toward');
    const api = (method: 'get' | 'post' | 'delete', body?: object) =>
      supertest(test.app.getHttpServer())
        [method]('/api/v1/aims')
        .set('authorization', `Bearer ${tokenOf(arranged.applicant, 'api')}`)
        .send(body);
    expect((await api('get')).body.aims).toEqual([]);
    const { bodyId, schemeCode } = arranged;
    expect((await api('post', { schemeCode: 'no-such', bodyId })).status).toBe(404);
    expect((await api('post', { schemeCode })).body.problems).toMatchObject([{ field: 'bodyId' }]);
    expect((await api('post', { schemeCode, bodyId })).status).toBe(201);
    expect((await api('get')).body.aims).toMatchObject([{ schemeCode, bodyId }]);
    const other = await arrangeCase(test, { title: 'Chosen Later' });
    expect((await api('post', { schemeCode, bodyId: other.bodyId })).status).toBe(201);
    expect((await api('get')).body.aims).toHaveLength(1);
    expect(await homeOf(arranged.applicant)).toContain('What comes next: Chosen Later');
    expect((await api('delete')).status).toBe(204);
    expect((await api('delete')).status).toBe(204);
    expect((await api('get')).body.aims).toEqual([]);
    const noted = `select count(*)::int as n from audit where action = 'portal.aim.taken-back' and person_id = $1`;
    expect((await test.owner.query(noted, [arranged.applicant.personId])).rows[0].n).toBe(1);
  });

  it('is what is applied for where nothing was chosen, and after the exam says what truly comes', async () => {
    const arranged = await arrangeCase(test);
    await giveEvidence(test, arranged, withoutExam);
    await apply(test, arranged);
    expect(await homeOf(arranged.applicant)).toContain('What comes next: Peer Recovery (PR)');

    const candidate = await arrangeCase(test);
    const applicationId = await admitted(test, candidate, withoutExam);
    const before = await homeOf(candidate.applicant);
    expect(before).toContain('The exam and the decision come next.');
    expect(before).toContain(`/applications/${applicationId}/exam`);
    expect(before).not.toContain('points');
    await recordExam(test, candidate, applicationId);
    const after = await homeOf(candidate.applicant);
    expect(after).toContain('everything that is asked for is there. The decision comes next.');
    expect(after).not.toContain('The exam and the decision');
    const draft = (await page(candidate.applicant).get(`/applications/${applicationId}`)).text;
    expect(draft).toContain('The decision comes next');
    expect(draft).not.toContain('Background check');
  });

  it('is late renewal for a holder whose term is over while the rules allow it, then the way from the beginning', async () => {
    const held = await holder({});
    const inTime = await again(held, '2028-10-15');
    expect(inTime).toContain('What comes next: renewing Peer Recovery (PR)');
    expect(inTime).toContain(`/renewals/${held.number}`);
    const late = await again(held, '2028-12-20');
    expect(late).toContain('You can still renew it, through');
    expect(late).toContain('Renew it late');
    const over = await again(held, '2029-08-01');
    expect(over).not.toContain('Renew it late');
    expect(over).toContain('Everything is in place: Peer Recovery (PR)');
    expect(over).toContain('Start your application');
  });

  it('is reinstatement while a certification is suspended, never somebody else’s rules', async () => {
    const held = await holder({});
    await test.run(
      (tx) =>
        test.get(Register).suspend(tx, {
          credentialId: held.credentialId,
          decidedBy: held.decider.personId,
          effectiveOn: Temporal.PlainDate.from('2026-11-21'),
          publicFrom: Temporal.PlainDate.from('2026-11-21'),
          reason: 'concern_looked_into',
        }),
      held.registrar,
    );
    const home = await homeOf(held.applicant);
    expect(home).toContain('What comes next: reinstatement of Peer Recovery (PR)');
    expect(home).not.toContain('Upload a document');
  });
});
