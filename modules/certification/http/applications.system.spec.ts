import supertest from 'supertest';
import { useApp } from '../../../test/support/app.js';
import { visitor } from '../../../test/support/visitor.js';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { arrangeCase, everything, giveEvidence, tokenOf, type Case } from '../testing/certification-case.js';

describe('applications, on pages and by the API', () => {
  const test = useApp();
  const as = (actor: PersonActor) => visitor(test, tokenOf(actor, 'page'));
  const api = (actor: PersonActor) => {
    const authorization = `Bearer ${tokenOf(actor, 'api')}`;
    const server = () => supertest(test.app.getHttpServer());
    return {
      get: (path: string) => server().get(path).set({ authorization }),
      post: (path: string, body: object = {}) => server().post(path).set({ authorization }).send(body),
    };
  };
  const beforeExam = everything.filter(({ kind }) => kind !== 'exam');
  const report = {
    satOn: '2026-11-02',
    score: 612,
    centre: 'Invented Centre',
    reference: 'R-77',
    domains: { advocacy: 80 },
  };

  const beginOnPage = async (arranged: Case) => {
    const person = as(arranged.applicant);
    await person.get('/applications');
    const begun = await person.post('/applications', { schemeCode: arranged.schemeCode, bodyId: arranged.bodyId });
    expect(begun.status).toBe(303);
    const address = String(begun.headers['location']);
    return { person, address, id: address.split('/').at(-1) ?? '' };
  };

  it('goes the whole way on pages: apply, send, return, send again, admit, exam, decide', async () => {
    const arranged = await arrangeCase(test);
    await giveEvidence(test, arranged, beforeExam);
    const { person, address, id } = await beginOnPage(arranged);
    const [reviewer, registrar, decider] = [as(arranged.reviewer), as(arranged.registrar), as(arranged.decider)];
    const desk = `/desk/applications/${id}`;

    expect((await person.get(address)).text).toContain('Check your answers');
    const unsigned = await person.post(`${address}/submissions`);
    expect(unsigned.status).toBe(422);
    expect(unsigned.text).toContain('Tick the box');
    expect((await person.post(`${address}/submissions`, { declaration: 'yes' })).status).toBe(303);
    expect((await person.get(address)).text).toContain('A reviewer will look at your application');

    expect((await reviewer.get('/desk/applications')).text).toContain(desk);
    await reviewer.get(desk);
    expect((await reviewer.post(`${desk}/claims`)).status).toBe(303);
    await reviewer.get(desk);
    const wordless = await reviewer.post(`${desk}/reviews`, { outcome: 'returned', note: '' });
    expect(wordless.status).toBe(422);
    expect(
      (await reviewer.post(`${desk}/reviews`, { outcome: 'returned', note: 'A clearer copy, please.' })).status,
    ).toBe(303);
    const returned = await person.get(address);
    expect(returned.text).toContain('A clearer copy, please.');
    expect(returned.text).toContain('Send your application again');
    expect((await person.post(`${address}/submissions`, { declaration: 'yes' })).status).toBe(303);
    await reviewer.get(desk);
    expect((await reviewer.post(`${desk}/reviews`, { outcome: 'admitted' })).status).toBe(303);

    await registrar.get(desk);
    const slip = await registrar.post(`${desk}/exam-results`, { ...report, score: '61', domains: 'advocacy: 80' });
    expect(slip.status).toBe(422);
    expect(slip.text).toContain('from 200 to 800');
    expect(slip.text).toContain('Invented Centre');
    const recorded = await registrar.post(`${desk}/exam-results`, { ...report, domains: 'advocacy: 80 %' });
    expect(recorded.status).toBe(303);

    expect((await decider.get(desk)).text).toContain('Grant the certification');
    const granted = await decider.post(`${desk}/decisions`, { outcome: 'granted', reasons: 'all_requirements_met' });
    expect(granted.status).toBe(303);
    expect((await person.get(address)).text).toContain('Your certification is granted');
  });

  it('goes the whole way by the API, and says the same', async () => {
    const arranged = await arrangeCase(test);
    await giveEvidence(test, arranged, beforeExam);
    const begun = await api(arranged.applicant).post('/api/v1/applications', {
      schemeCode: arranged.schemeCode,
      bodyId: arranged.bodyId,
    });
    expect(begun.status).toBe(201);
    const path = `/api/v1/applications/${begun.body.applicationId}`;
    const again = await api(arranged.applicant).post('/api/v1/applications', {
      schemeCode: arranged.schemeCode,
      bodyId: arranged.bodyId,
    });
    expect(again.body).toEqual(begun.body);
    expect((await api(arranged.applicant).post(`${path}/submissions`, { declaration: false })).body.code).toBe(
      'certification.declaration_missing',
    );
    expect((await api(arranged.applicant).post(`${path}/submissions`, { declaration: true })).status).toBe(201);
    expect((await api(arranged.reviewer).post(`${path}/reviews`, { outcome: 'admitted' })).status).toBe(201);
    const early = await api(arranged.decider).post(`${path}/decisions`, {
      outcome: 'granted',
      reasons: ['all_requirements_met'],
    });
    expect([early.status, early.body.code]).toEqual([409, 'certification.still_needed_to_grant']);
    const exam = await api(arranged.registrar).post(`${path}/exam-results`, { ...report, reference: 'R-78' });
    expect(exam.body).toMatchObject({ passed: true });
    const decided = await api(arranged.decider).post(`${path}/decisions`, {
      outcome: 'granted',
      reasons: ['all_requirements_met'],
    });
    expect(decided.body).toMatchObject({ outcome: 'granted' });
    const { body } = await api(arranged.applicant).get(path);
    expect(body).toMatchObject({ state: 'granted', closed: true, examResults: [{ score: 612, passed: true }] });
    expect(body.steps.map(({ move }: { move: string }) => move)).toEqual(['submit', 'claim', 'admit', 'grant']);
    const sheet = await api(arranged.reviewer).get(`/api/v1/desk/applications/${begun.body.applicationId}`);
    expect(sheet.body).toMatchObject({ applicant: { legalName: 'Rosalind Okonkwo' }, eligibility: { met: true } });
  });

  it('shows a person’s application to nobody else, and a draft not even to the body', async () => {
    const arranged = await arrangeCase(test);
    const elsewhere = await arrangeCase(test);
    const { person, address, id } = await beginOnPage(arranged);
    expect((await as(arranged.reviewer).get(`/desk/applications/${id}`)).status).toBe(404);
    await person.post(`${address}/submissions`, { declaration: 'yes' });
    expect((await as(arranged.reviewer).get(`/desk/applications/${id}`)).status).toBe(200);
    expect((await as(arranged.stranger).get(address)).status).toBe(404);
    expect((await as(elsewhere.reviewer).get(`/desk/applications/${id}`)).status).toBe(404);
    expect((await as(arranged.stranger).get(`/desk/applications/${id}`)).status).toBe(403);
    expect((await as(arranged.stranger).get('/desk/applications')).status).toBe(403);
    expect((await as(arranged.applicant).get('/applications/not-an-id')).status).toBe(404);
    expect((await visitor(test).get(address)).status).not.toBe(200);
  });

  it('keeps a claimed case from a second reviewer', async () => {
    const arranged = await arrangeCase(test);
    const { person, address, id } = await beginOnPage(arranged);
    await person.post(`${address}/submissions`, { declaration: 'yes' });
    await api(arranged.reviewer).post(`/api/v1/applications/${id}/claims`);
    const second = (await arrangeCase(test)).reviewer;
    await test.owner.query('update membership set organization_id = $1 where person_id = $2', [
      arranged.bodyId,
      second.personId,
    ]);
    const refused = await api(second).post(`/api/v1/applications/${id}/claims`);
    expect([refused.status, refused.body.code]).toEqual([409, 'certification.claimed']);
    expect((await api(second).post(`/api/v1/applications/${id}/releases`)).status).toBe(409);
    expect((await api(arranged.reviewer).post(`/api/v1/applications/${id}/releases`)).status).toBe(201);
    expect((await api(second).post(`/api/v1/applications/${id}/claims`)).status).toBe(201);
  });

  it('pages the queue by key without leaving a row out or showing one twice', async () => {
    const arranged = await arrangeCase(test);
    for (let i = 0; i < 30; i += 1) {
      const { rows } = await test.owner.query(
        `insert into person (id, number, legal_name, created_at)
         values (gen_random_uuid(), 'P-0000A-' || lpad($1, 5, '0'), 'Invented', now()) returning id`,
        [String(i)],
      );
      await test.owner.query(
        `insert into application (id, body_id, person_id, scheme_code, scheme_version_id, state, state_since, begun_on, submitted_at, created_at)
         values (gen_random_uuid(), $1, $2, $3, $4, 'submitted', '2026-11-01', '2026-11-01', now(), now())`,
        [arranged.bodyId, rows[0].id, arranged.schemeCode, arranged.schemeVersionId],
      );
    }
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body } = await api(arranged.reviewer).get(`/api/v1/desk/applications?after=${encodeURIComponent(next)}`);
      seen.push(...body.rows.map(({ id }: { id: string }) => id));
      next = body.next;
    }
    expect(seen).toHaveLength(30);
    expect(new Set(seen).size).toBe(30);
  });
});
