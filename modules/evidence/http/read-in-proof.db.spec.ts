import { insertPerson } from '../../../test/support/factories/person.js';
import { visitor } from '../../../test/support/visitor.js';
import { EvidenceModule } from '../evidence.module.js';
import { Evidence } from '../evidence.public.js';
import { foundBody, giveRole, PDF, sessionOf, useEvidenceApp } from '../testing/evidence-app.js';
import { handingIn, training } from '../testing/handing-in.js';

describe('what a reviewer reads in a proof', () => {
  const test = useEvidenceApp(EvidenceModule);
  const { world, api, send, review } = handingIn(test);
  const course = {
    schemeCode: 'icrc-pr',
    provider: training.provider,
    title: 'Ethics for peers, approved edition',
    delivery: 'in_person',
    live: true,
    validFrom: '2026-01-01',
    topics: training.topics,
  };
  const ids = { course: '', elsewhere: '' };
  const factOf = async (submissionId: string) =>
    (
      await test.owner.query(
        'select f.value, f.topics from fact f join submission s on s.fact_id = f.id where s.id = $1',
        [submissionId],
      )
    ).rows[0];
  const reviewsOf = async (submissionId: string) =>
    (
      await test.owner.query(
        'select approved_course_id, category, figure from submission_review where submission_id = $1',
        [submissionId],
      )
    ).rows;

  beforeAll(async () => {
    const keeper = async (name: string, bodyId: string) => {
      const personId = await insertPerson(test.owner, name, `${bodyId}@keeper.example`);
      await giveRole(test, bodyId, personId, 'registrar');
      return (await (await api(personId)).post('approved-trainings', course)).body.id as string;
    };
    ids.course = await keeper('Regis Example', world.bodyId);
    ids.elsewhere = await keeper('Elsa Example', await foundBody(test, 'Elsewhere Board', 'elsewhere'));
  });

  it('puts outside training under the approval it falls under, with the kind of training it was', async () => {
    const { body } = await send({ bodyId: world.bodyId });
    const answer = { approvedCourseId: ids.course, category: 'in_service' };
    expect((await review(body.submissionId, answer)).status).toBe(201);
    expect((await factOf(body.submissionId)).value).toMatchObject({
      approved: true,
      approved_course_id: ids.course,
      delivery: 'in_person',
      live: true,
      category: 'in_service',
    });
    expect(await reviewsOf(body.submissionId)).toEqual([
      { approved_course_id: ids.course, category: 'in_service', figure: null },
    ]);
  });

  it('takes it out of the approval that the person chose, where the certificate is another one', async () => {
    const { body } = await send({ bodyId: world.bodyId, approvedCourseId: ids.course });
    expect((await review(body.submissionId, { approvedCourseId: null })).status).toBe(201);
    expect((await factOf(body.submissionId)).value).toMatchObject({ approved: false, approved_course_id: null });
  });

  it('is never another body’s approval, more time than it has, or a kind that nobody knows', async () => {
    const { body } = await send({ bodyId: world.bodyId, topics: [{ topic: 'ethical_responsibility', minutes: 961 }] });
    const fields = async (answer: object) =>
      (await review(body.submissionId, answer)).body.problems.map(({ field }: { field: string }) => field);
    expect(await fields({ approvedCourseId: ids.elsewhere })).toEqual(['approvedCourseId']);
    expect(await fields({ approvedCourseId: ids.course })).toEqual(['time_ethical_responsibility']);
    expect(await fields({ category: 'astrology' })).toEqual(['category']);
    expect(await fields({ number: 3 })).toEqual(['number']);
    expect(await factOf(body.submissionId)).toBeUndefined();
  });

  describe('of an ID', () => {
    const file = { fileName: 'id.pdf', contentBase64: PDF.toString('base64') };
    const handIn = async (documentType: string) =>
      (await (await api(world.trainee)).post('documents', { bodyId: world.bodyId, documentType, file })).body
        .submissionId as string;
    const ages = () =>
      test.run(async (tx) =>
        (await test.get(Evidence).factsOf(tx, world.trainee))
          .filter(({ code }) => code === 'age')
          .map(({ kind, value, bodyId, vouchedBy }) => ({ kind, value, bodyId, method: vouchedBy?.method })),
      );

    it('makes the age a fact of its own, which says nothing of the ID', async () => {
      expect((await review(await handIn('photo_id'), { number: 34 })).status).toBe(201);
      expect(await ages()).toEqual([
        { kind: 'document', value: { number: 34 }, bodyId: world.bodyId, method: 'reviewer' },
      ]);
    });

    it('needs no age where none is asked, and no age where the document shows none', async () => {
      expect((await review(await handIn('state_id'), {})).status).toBe(201);
      expect(await ages()).toHaveLength(1);
      expect((await review(await handIn('ged_equivalent'), { number: 34 })).body.problems).toMatchObject([
        { field: 'number' },
      ]);
    });
  });

  it('is asked on the page: the register looked through, the kind, and what was typed kept when it cannot be', async () => {
    const { body } = await send({ bodyId: world.bodyId });
    const page = visitor(test, await sessionOf(test, world.reviewer, 'page'));
    const path = `/desk/evidence/${body.submissionId}`;
    expect((await page.get(path)).text).toContain('Ethics for peers, approved edition');
    expect((await page.get(`${path}?register=astrology`)).text).not.toContain('Ethics for peers, approved edition');
    const answer = {
      revision: '1',
      outcome: 'accepted',
      kind: 'outside_training',
      time_ethical_responsibilityHours: '90',
      register: 'nothing',
      approvedCourseId: ids.course,
      category: 'in_service',
      note: 'Welcome',
    };
    const again = await page.post(`${path}/reviews`, answer);
    expect(again.status).toBe(422);
    expect(again.text).toMatch(new RegExp(`value="${ids.course}" checked`));
    expect(again.text).toContain('<option value="in_service" selected');
    expect(again.text).toContain('Welcome');
    const done = await page.post(`${path}/reviews`, { ...answer, time_ethical_responsibilityHours: '16' });
    expect(done.status).toBe(303);
    expect((await factOf(body.submissionId)).value).toMatchObject({ approved_course_id: ids.course });
  });
});
