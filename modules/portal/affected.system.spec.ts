import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import supertest from 'supertest';
import { projectRoot } from '../../src/config/project-root.js';
import type { PersonActor } from '../../src/kernel/actor.js';
import { useApp } from '../../test/support/app.js';
import { visitor } from '../../test/support/visitor.js';
import { admitted, arrangeCase, everything, signedIn, tokenOf } from '../certification/testing/certification-case.js';
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

  it('lists who is affected, page by page, for those who keep the register, and changes nothing', async () => {
    await test.run((tx) => test.get(Competencies).load(tx, join(projectRoot, 'content')));
    const arranged = await arrangeCase(test);
    await admitted(test, arranged, everything);
    const { body } = await api(arranged.registrar).post('approved-trainings', {
      schemeCode: arranged.schemeCode,
      provider: 'Open Door Learning (invented)',
      title: 'Ethics together',
      delivery: 'live_online',
      live: true,
      validFrom: '2026-01-01',
      topics: [{ topic: 'ethical_responsibility', minutes: 960 }],
    });
    expect(body.id).toEqual(expect.any(String));
    const fact = (personId: string, occurredOn: string) =>
      test.run((tx) =>
        test.get(Evidence).record(tx, {
          personId,
          bodyId: arranged.bodyId,
          kind: 'training',
          topics: [{ topic: 'ethical_responsibility', minutes: 60 }],
          value: { approved: true, approved_course_id: body.id },
          occurredOn: Temporal.PlainDate.from(occurredOn),
          source: { module: 'test', id: randomUUID() },
        }),
      );
    await fact(arranged.applicant.personId, '2026-03-01');
    for (let at = 0; at < 26; at++) await fact(arranged.stranger.personId, '2026-08-01');
    const before = await test.owner.query('select count(*)::int as n from outbox');
    const path = `approved-trainings/${body.id}`;
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
});
