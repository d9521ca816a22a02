import supertest from 'supertest';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../src/kernel/dates.js';
import { useApp } from '../../test/support/app.js';
import { visitor } from '../../test/support/visitor.js';
import { tokenOf } from '../certification/testing/certification-case.js';
import { Accommodations, NO_ACCOMMODATION } from '../quizzes/accommodations.public.js';
import { arrangeExam, rightAnswer, type ExamCase } from './testing/exam-case.js';

/** 90 minutes, with 20 minutes for breaks, for somebody who is read to. */
describe('breaks of an exam', () => {
  const test = useApp();
  let exam: ExamCase;
  let id: string;
  beforeEach(async () => {
    exam = await arrangeExam(test);
    await grant(exam);
    const { identityTextId, nondisclosureTextId } = exam.exam;
    const { body } = await candidate('post', 'sittings', { examId: exam.exam.id, identityTextId, nondisclosureTextId });
    id = body.sittingId;
  });

  const grant = async ({ bodyId, applicant, registrar, zone }: ExamCase) => {
    const validFrom = dateIn(zone, await test.clock.now());
    const given = { ...NO_ACCOMMODATION, breakMinutes: 20, reader: true, largeText: true };
    const input = { ...given, bodyId, personId: applicant.personId, validFrom, validUntil: null };
    await test.run((tx) => test.get(Accommodations).grant(tx, input), registrar);
  };
  const candidate = (method: 'get' | 'post' | 'put', path: string, sent?: object, by = exam.applicant) => {
    const request = supertest(test.app.getHttpServer())[method](`/api/v1/${path}`);
    return request.set({ authorization: `Bearer ${tokenOf(by, 'api')}` }).send(sent);
  };
  const sitting = async () => (await candidate('get', `sittings/${id}`)).body;
  const answer = async (revision = 1) => {
    const [versionId, content] = [...exam.contents][0]!;
    return candidate('put', `sittings/${id}/answers/${versionId}`, { revision, ...rightAnswer(content) });
  };
  const minutesTo = (from: Temporal.Instant, to: string) =>
    Math.round((Date.parse(to) - from.epochMilliseconds) / 60_000);

  it('stop the clock: the end moves by what was used, and no more, however often', async () => {
    const began = await test.clock.now();
    expect(minutesTo(began, (await sitting()).deadlineAt)).toBe(90);
    for (const used of [5, 7]) {
      expect((await candidate('post', `sittings/${id}/breaks`)).status).toBe(201);
      test.clock.forward({ minutes: used });
      expect((await candidate('post', `sittings/${id}/break-endings`)).status).toBe(200);
    }
    const open = await sitting();
    expect(open).toMatchObject({ state: 'open', secondsLeft: 90 * 60, breakSecondsLeft: 8 * 60 });
    expect(minutesTo(began, open.deadlineAt)).toBe(102);
    // The last eight minutes run out by themselves: nobody has to come back for it.
    await candidate('post', `sittings/${id}/breaks`);
    test.clock.forward({ minutes: 30 });
    const after = await sitting();
    expect(after).toMatchObject({ state: 'open', secondsLeft: 68 * 60, breakSecondsLeft: 0 });
    expect((await candidate('post', `sittings/${id}/breaks`)).body.code).toBe('exams.no_break_left');
    test.clock.forward({ minutes: 69 });
    await test.runEffects();
    const over = await sitting();
    expect(over).toMatchObject({ state: 'time_up' });
    expect(minutesTo(began, over.closedAt)).toBe(110);
  });

  it('show no question and take no answer, on no device, and go on with everything that was saved', async () => {
    expect((await answer(1)).status).toBe(200);
    const both = await Promise.all([1, 2].map(() => candidate('post', `sittings/${id}/breaks`)));
    expect(both.map(({ status, body }) => [status, body.until])).toEqual([
      [201, both[0]!.body.until],
      [201, both[0]!.body.until],
    ]);
    const resting = await sitting();
    expect(resting).toMatchObject({ state: 'on_break', secondsLeft: 90 * 60 });
    expect(resting.questions).toBeUndefined();
    const other = await answer(2);
    expect([other.status, other.body.code]).toEqual([409, 'exams.on_break']);
    const browser = visitor(test, tokenOf(exam.applicant, 'page'));
    const page = await browser.get(`/sittings/${id}`);
    expect(page.text).toContain('Go on with the exam');
    expect(page.text).not.toContain('Question 1');
    const proctor = visitor(test, tokenOf(exam.registrar, 'page'));
    expect((await proctor.get(`/desk/exams/${exam.exam.id}/room`)).text).toContain('On a break');
    const seen = await proctor.get(`/desk/exams/${exam.exam.id}/sittings/${id}`);
    expect(seen.text).toContain('A reader may read the page to this person');
    await browser.post(`/sittings/${id}/break-endings`);
    expect((await sitting()).questions).toHaveLength(7);
    expect((await answer(2)).status).toBe(200);
    await expect(
      test.owner.query(
        `insert into sitting_break (id, body_id, sitting_id, began_at, until_at)
         select gen_random_uuid(), body_id, id, deadline_at - interval '1 hour', deadline_at + interval '1 hour' from sitting
         where id = $1`,
        [id],
      ),
    ).rejects.toThrow('sitting_breaks_as_granted');
  });

  it('are no way around the end, and nobody else takes one', async () => {
    expect((await candidate('post', `sittings/${id}/breaks`, {}, exam.stranger)).status).toBe(404);
    test.clock.forward({ minutes: 90, seconds: 3 });
    expect((await candidate('post', `sittings/${id}/breaks`)).body.code).toBe('exams.time_is_up');
    await candidate('post', `sittings/${id}/submissions`);
    expect((await candidate('post', `sittings/${id}/breaks`)).body.code).toBe('exams.sitting_over');
  });

  it('are refused where none were granted', async () => {
    const other = await arrangeExam(test);
    const { identityTextId, nondisclosureTextId, id: examId } = other.exam;
    const sent = { examId, identityTextId, nondisclosureTextId };
    const { body } = await candidate('post', 'sittings', sent, other.applicant);
    const answered = await candidate('post', `sittings/${body.sittingId}/breaks`, {}, other.applicant);
    expect(answered.body.code).toBe('exams.no_break_left');
  });

  it('come with a page that can be read aloud: letters for answers, a clock that stays silent, larger text', async () => {
    const { text } = await visitor(test, tokenOf(exam.applicant, 'page')).get(`/sittings/${id}`);
    expect(text).toContain('class="gs-for-reader gs-larger"');
    expect(text).toContain('data-exam-quiet');
    expect(text).toMatch(/>A\. [^<]+<\/label>/);
    expect(text).toContain('20 minutes for breaks');
  });
});
