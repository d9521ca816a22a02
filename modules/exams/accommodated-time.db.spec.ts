import supertest from 'supertest';
import { dateIn } from '../../src/kernel/dates.js';
import { useApp } from '../../test/support/app.js';
import { visitor } from '../../test/support/visitor.js';
import { tokenOf } from '../certification/testing/certification-case.js';
import { People } from '../people/people.public.js';
import { arrangeExam, rightAnswer, type ExamCase } from './testing/exam-case.js';

/** 90 minutes for everybody; half more and 20 minutes of breaks were asked for by phone. */
describe('what was settled without a request', () => {
  const test = useApp();
  let exam: ExamCase;
  let accommodationId: string;
  beforeEach(async () => {
    exam = await arrangeExam(test, { retakeForm: 'any' });
    const { personId } = exam.applicant;
    const { number, legalName } = await test.run((tx) => test.get(People).get(tx, personId), exam.registrar);
    const sent = { bodyId: exam.bodyId, personNumber: number, personName: legalName, validFrom: await today() };
    const granted = await desk('accommodations', { ...sent, extraTimePercent: 50, breakMinutes: 20, largeText: true });
    accommodationId = granted.body.accommodationId;
  });

  const today = async () => dateIn(exam.zone, await test.clock.now()).toString();
  const call = (by: ExamCase['applicant'], method: 'get' | 'post' | 'put', path: string, sent?: object) =>
    supertest(test.app.getHttpServer())
      [method](`/api/v1/${path}`)
      .set({ authorization: `Bearer ${tokenOf(by, 'api')}` })
      .send(sent);
  const desk = (path: string, sent?: object) => call(exam.registrar, 'post', `desk/${path}`, sent);
  const begin = async () => {
    const { id: examId, identityTextId, nondisclosureTextId } = exam.exam;
    return call(exam.applicant, 'post', 'sittings', { examId, identityTextId, nondisclosureTextId });
  };
  const sitting = async (id: string) => (await call(exam.applicant, 'get', `sittings/${id}`)).body;
  const answer = async (id: string, revision: number) => {
    const [versionId, content] = [...exam.contents][0]!;
    return call(exam.applicant, 'put', `sittings/${id}/answers/${versionId}`, { revision, ...rightAnswer(content) });
  };

  it('moves every clock of a sitting: the end, the page, the room, the breaks, and the job that closes it', async () => {
    const id = (await begin()).body.sittingId;
    expect(await sitting(id)).toMatchObject({ minutesAllowed: 135, secondsLeft: 135 * 60, breakSecondsLeft: 20 * 60 });
    const page = await visitor(test, tokenOf(exam.applicant, 'page')).get(`/sittings/${id}`);
    expect(page.text).toContain('data-seconds-left="8100"');
    expect(page.text).toContain('gs-larger');
    const room = await visitor(test, tokenOf(exam.registrar, 'page')).get(`/desk/exams/${exam.exam.id}/room`);
    expect(room.text).toContain('50% more time');
    // Past the time of everybody: still open for this one, to the job and to an answer.
    test.clock.forward({ minutes: 91 });
    await test.runEffects();
    expect((await answer(id, 1)).status).toBe(200);
    await call(exam.applicant, 'post', `sittings/${id}/breaks`);
    test.clock.forward({ minutes: 15 });
    await call(exam.applicant, 'post', `sittings/${id}/break-endings`);
    expect(await sitting(id)).toMatchObject({ secondsLeft: 44 * 60, breakSecondsLeft: 5 * 60 });
    test.clock.forward({ minutes: 45 });
    await test.runEffects();
    expect(await sitting(id)).toMatchObject({ state: 'time_up' });
    expect((await answer(id, 2)).body.code).toBe('exams.time_is_up');
  });

  it.each([
    ['lowered', 'adjustments', { extraTimePercent: 10 }],
    ['ended', 'endings', {}],
  ])(
    'takes nothing from a sitting under way when it is %s, and holds as it is now for the next',
    async (_, act, wish) => {
      const id = (await begin()).body.sittingId;
      const before = await sitting(id);
      const changed = await desk(`accommodations/${accommodationId}/${act}`, { ...wish, validFrom: await today() });
      expect([200, 201]).toContain(changed.status);
      const { deadlineAt, breakSecondsLeft, accommodations } = before;
      expect(await sitting(id)).toMatchObject({ deadlineAt, breakSecondsLeft, accommodations });
      expect((await call(exam.applicant, 'post', `sittings/${id}/breaks`)).status).toBe(201);
      expect((await call(exam.applicant, 'post', `sittings/${id}/break-endings`)).status).toBe(200);
      await call(exam.registrar, 'post', `proctored-sittings/${id}/voids`, { reason: 'technical' });
      const next = await sitting((await begin()).body.sittingId);
      expect(next.minutesAllowed).toBe(act === 'endings' ? 90 : 99);
    },
  );
});
