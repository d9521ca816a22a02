import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import supertest from 'supertest';
import { projectRoot } from '../../src/config/project-root.js';
import type { PersonActor } from '../../src/kernel/actor.js';
import { useApp } from '../../test/support/app.js';
import { queriesOf } from '../../test/support/query-count.js';
import { visitor } from '../../test/support/visitor.js';
import {
  admitted,
  arrangeCase,
  everything,
  signedIn,
  tokenOf,
  type Case,
} from '../certification/testing/certification-case.js';
import { Competencies } from '../competencies/competencies.public.js';
import { Evidence } from '../evidence/evidence.public.js';

describe('when the approval of a course is withdrawn', () => {
  const test = useApp();
  const api = (actor: PersonActor) => {
    const authorization = `Bearer ${tokenOf(actor, 'api')}`;
    const server = () => supertest(test.app.getHttpServer());
    return {
      get: (path: string) => server().get(`/api/v1/${path}`).set({ authorization }),
      post: (path: string, body: object) => server().post(`/api/v1/${path}`).set({ authorization }).send(body),
    };
  };

  const enter = async (arranged: Case, changes: object = {}): Promise<string> => {
    const { body } = await api(arranged.registrar).post('approved-trainings', {
      schemeCode: arranged.schemeCode,
      provider: 'Open Door Learning (invented)',
      title: 'Ethics together',
      delivery: 'live_online',
      live: true,
      validFrom: '2026-01-01',
      topics: [{ topic: 'ethical_responsibility', minutes: 960 }],
      ...changes,
    });
    expect(body.id).toEqual(expect.any(String));
    return body.id;
  };
  const rests = ({ bodyId }: Case, courseId: string, personId: string, occurredOn = '2026-08-01') =>
    test.run((tx) =>
      test.get(Evidence).record(tx, {
        personId,
        bodyId,
        kind: 'training',
        topics: [{ topic: 'ethical_responsibility', minutes: 60 }],
        value: { approved: true, approved_course_id: courseId },
        occurredOn: Temporal.PlainDate.from(occurredOn),
        source: { module: 'test', id: randomUUID() },
      }),
    );

  beforeAll(() => test.run((tx) => test.get(Competencies).load(tx, join(projectRoot, 'content'))));

  it('lists who is affected, page by page, for those who keep the register, and changes nothing', async () => {
    const arranged = await arrangeCase(test);
    await admitted(test, arranged, everything);
    const id = await enter(arranged);
    await rests(arranged, id, arranged.applicant.personId, '2026-03-01');
    for (let at = 0; at < 26; at++) await rests(arranged, id, arranged.stranger.personId);
    const before = await test.owner.query('select count(*)::int as n from outbox');
    const path = `approved-trainings/${id}`;
    await api(arranged.registrar).post(`${path}/withdrawals`, { effectiveOn: '2026-07-01', reason: 'x' });
    expect((await test.owner.query('select count(*)::int as n from outbox')).rows).toEqual(before.rows);

    const first = (await api(arranged.registrar).get(`${path}/affected`)).body;
    expect(first.people).toHaveLength(25);
    expect(first.people[0]).toMatchObject({
      name: 'Rosalind Okonkwo',
      afterWithdrawal: false,
      applications: [{ state: 'admitted' }],
    });
    expect(first.people[1]).toMatchObject({
      name: 'Somebody Else',
      afterWithdrawal: true,
      applications: [],
      credentials: [],
    });
    const second = (await api(arranged.registrar).get(`${path}/affected?after=${first.next}`)).body;
    expect([second.people.length, second.next]).toEqual([2, null]);
    const page = visitor(test, tokenOf(arranged.registrar, 'page'));
    expect((await page.get(`/desk/${path}/affected`)).text).toContain('Rosalind Okonkwo');
    expect((await page.get(`/desk/${path}/affected.csv`)).text.trim().split('\r\n')).toHaveLength(28);

    const elsewhere = await signedIn(test, 'Elsa Elsewhere', (await arrangeCase(test)).bodyId, 'registrar');
    expect((await api(elsewhere).get(`${path}/affected`)).status).toBe(404);
    expect((await api(arranged.reviewer).get(`${path}/affected`)).status).toBe(403);
  });

  it('costs the same number of questions however many people a page shows', async () => {
    const arranged = await arrangeCase(test);
    const id = await enter(arranged, { title: 'Ethics by the number' });
    await rests(arranged, id, arranged.applicant.personId);
    const path = `approved-trainings/${id}/affected`;
    const one = await queriesOf(test, () => api(arranged.registrar).get(path));
    for (let at = 0; at < 20; at++) await rests(arranged, id, (await signedIn(test, `Person ${at}`)).personId);
    let people: unknown[] = [];
    const many = await queriesOf(test, async () => {
      people = (await api(arranged.registrar).get(path)).body.people;
    });
    expect(people).toHaveLength(21);
    expect(many).toBe(one);
  });

  it('of a course taught here lists who has to do with the body, and nobody else who finished it', async () => {
    const arranged = await arrangeCase(test);
    await admitted(test, arranged, everything);
    const id = await enter(arranged, { title: 'First steps together', courseCode: 'first-steps' });
    for (const { personId } of [arranged.applicant, arranged.stranger]) {
      await test.run((tx) =>
        test.get(Evidence).record(tx, {
          personId,
          kind: 'training',
          code: 'first-steps',
          topics: [{ topic: 'ethical_responsibility', minutes: 60 }],
          occurredOn: Temporal.PlainDate.from('2026-08-01'),
          vouchedBy: { method: 'course' },
          source: { module: 'test', id: randomUUID() },
        }),
      );
    }
    await api(arranged.registrar).post(`approved-trainings/${id}/withdrawals`, {
      effectiveOn: '2026-07-01',
      reason: 'x',
    });
    const { body } = await api(arranged.registrar).get(`approved-trainings/${id}/affected`);
    expect(body).toMatchObject({ people: [{ name: 'Rosalind Okonkwo', afterWithdrawal: true }], next: null });
  });
});
