import supertest from 'supertest';
import type { PersonActor } from '../../src/kernel/actor.js';
import { useApp } from '../../test/support/app.js';
import { visitor } from '../../test/support/visitor.js';
import { signedIn, tokenOf } from '../certification/testing/certification-case.js';
import { WaitingExamWork } from './waiting.public.js';
import { approvedForm, arrangeExam, rightAnswer, type ExamCase } from './testing/exam-case.js';

interface Begun {
  id: string;
  deadlineAt: string;
  questions: { versionId: string }[];
}

// Each test arranges an exam of its own, some of them two.
jest.setTimeout(60_000);

describe('a sitting that is interrupted', () => {
  const test = useApp();
  let exam: ExamCase;
  let second: PersonActor;
  beforeEach(async () => {
    exam = await arrangeExam(test, { minutes: 60 });
    second = await signedIn(test, 'Selma Second', exam.bodyId, 'administrator');
  });

  const api = (actor: PersonActor, method: 'get' | 'post' | 'put', path: string, sent?: object) =>
    supertest(test.app.getHttpServer())
      [method](`/api/v1/${path}`)
      .set({ authorization: `Bearer ${tokenOf(actor, 'api')}` })
      .send(sent);
  const own = (method: 'get' | 'post' | 'put', path: string, sent?: object) => api(exam.applicant, method, path, sent);
  const begin = async () => {
    const { id: examId, identityTextId, nondisclosureTextId } = exam.exam;
    return own('post', 'sittings', { examId, identityTextId, nondisclosureTextId });
  };
  const begun = async (): Promise<Begun> => (await own('get', `sittings/${(await begin()).body.sittingId}`)).body;
  const word = (id: string, unreachableSeconds = 0) => own('post', `sittings/${id}/contacts`, { unreachableSeconds });
  const answersTo = ({ questions }: Begun) =>
    questions.flatMap(({ versionId }) => {
      const content = exam.contents.get(versionId);
      return content ? [{ versionId, ...rightAnswer(content) }] : [];
    });
  const save = (sitting: Begun) => {
    const answers = answersTo(sitting).map((one) => ({ ...one, revision: 1 }));
    return own('put', `sittings/${sitting.id}/answers`, { answers });
  };
  const handOver = (sitting: Begun, secondsAgo: number) => {
    const answers = answersTo(sitting).map((one) => ({ ...one, secondsAgo }));
    return own('post', `sittings/${sitting.id}/late-answers`, { answers });
  };
  const rows = async (sql: string, values: unknown[] = []) => (await test.owner.query(sql, values)).rows;
  const signInAgain = async (...actors: PersonActor[]) => {
    const now = (await test.clock.now()).toString();
    const ids = actors.map(({ personId }) => personId);
    await test.owner.query('update session set last_seen_at = $2, confirmed_at = $2 where person_id = any($1)', [
      ids,
      now,
    ]);
  };

  it('gets back by rule what the device and the server both know of, up to the most, and every receipt tells the end', async () => {
    const sitting = await begun();
    expect((await word(sitting.id)).body).toMatchObject({ state: 'open', givenBack: 0, secondsLeft: 3600 });
    test.clock.forward({ minutes: 6 });
    // A device cannot say more than the server's own silence.
    expect((await word(sitting.id, 86_400)).body).toMatchObject({ givenBack: 6, secondsLeft: 3600 });
    expect((await word(sitting.id, 86_400)).body).toMatchObject({ givenBack: 0 });
    test.clock.forward({ minutes: 20 });
    const last = await word(sitting.id, 1200);
    expect(last.body).toMatchObject({ givenBack: 9, secondsLeft: (60 - 20 + 9) * 60 });
    const receipt = await save(sitting);
    expect(receipt.body).toMatchObject({ deadlineAt: last.body.deadlineAt, secondsLeft: last.body.secondsLeft });
    const given = 'select minutes, given_by as by from sitting_outage where sitting_id = $1 order by recorded_at';
    expect(await rows(given, [sitting.id])).toEqual([
      { minutes: 6, by: null },
      { minutes: 9, by: null },
    ]);
    expect(
      (await api(exam.stranger, 'post', `sittings/${sitting.id}/contacts`, { unreachableSeconds: 9 })).status,
    ).toBe(404);
    await expect(
      test.owner.query(
        `insert into sitting_outage (id, body_id, sitting_id, minutes, reason, silent_from, recorded_at)
         values (gen_random_uuid(), $1, $2, 1, 'network', now(), now())`,
        [exam.bodyId, sitting.id],
      ),
    ).rejects.toThrow('no more time back');
  });

  it('waits at its end for a page that was out of reach, and takes its answers as if nothing had been', async () => {
    const sitting = await begun();
    test.clock.forward({ minutes: 55 });
    await word(sitting.id);
    test.clock.forward({ minutes: 11 });
    await signInAgain(exam.registrar);
    const room = await visitor(test, tokenOf(exam.registrar, 'page')).get(`/desk/exams/${exam.exam.id}/room`);
    expect(room.text).toContain('Not heard since');
    await test.runEffects();
    expect((await own('get', `sittings/${sitting.id}`)).body.state).toBe('ending');
    expect((await save(sitting)).body.code).toBe('exams.time_is_up');
    expect((await word(sitting.id, 600)).body).toMatchObject({ state: 'open', givenBack: 10, secondsLeft: 4 * 60 });
    expect((await save(sitting)).status).toBe(200);
    // Silent again as it ends, for more than the rule has left.
    test.clock.forward({ minutes: 10 });
    await test.runEffects();
    const { body } = await own('get', `sittings/${sitting.id}`);
    expect(body).toMatchObject({ state: 'time_up', result: { scaledScore: 800 } });
  });

  it('is under way for the room while it waits so: time can be given back that reaches past now, and it can be let not count', async () => {
    const silentAtEnd = async () => {
      const sitting = await begun();
      await word(sitting.id);
      test.clock.forward({ minutes: 64 });
      await signInAgain(exam.registrar);
      await test.runEffects();
      return { sitting, path: `proctored-sittings/${sitting.id}` };
    };
    const { sitting, path } = await silentAtEnd();
    const tooFew = await api(exam.registrar, 'post', `${path}/outages`, { minutes: 4, reason: 'power' });
    expect([tooFew.status, tooFew.body.code]).toEqual([422, 'exams.minutes_too_few']);
    const desk = visitor(test, tokenOf(exam.registrar, 'page'));
    const page = await desk.get(`/desk/exams/${exam.exam.id}/sittings/${sitting.id}`);
    expect(page.text).toContain('The time is over, and the sitting is not closed yet');
    expect(page.text).toContain('5 minutes or more');
    expect((await api(exam.registrar, 'post', `${path}/outages`, { minutes: 10, reason: 'power' })).status).toBe(201);
    expect((await word(sitting.id)).body).toMatchObject({ state: 'open', secondsLeft: 6 * 60 });
    expect((await save(sitting)).status).toBe(200);
    exam = await arrangeExam(test, { minutes: 60 });
    const second = await silentAtEnd();
    expect((await api(exam.registrar, 'post', `${second.path}/voids`, { reason: 'technical' })).status).toBe(201);
    expect((await own('get', `sittings/${second.sitting.id}`)).body).toMatchObject({ state: 'voided', result: null });
    expect((await begin()).body.code).toBe('exams.other_form_needed');
    // Heard until its end, it waits for nothing.
    exam = await arrangeExam(test, { minutes: 60 });
    const third = await begun();
    test.clock.forward({ minutes: 59 });
    await word(third.id);
    test.clock.forward({ minutes: 3 });
    await signInAgain(exam.registrar);
    const late = await api(exam.registrar, 'post', `proctored-sittings/${third.id}/voids`, { reason: 'technical' });
    expect(late.body.code).toBe('exams.sitting_over');
  });

  it('ends at its end, for whoever does not come back and where no script ever spoke', async () => {
    const sitting = await begun();
    test.clock.forward({ minutes: 61 });
    await test.runEffects();
    expect((await own('get', `sittings/${sitting.id}`)).body.state).toBe('time_up');
    exam = await arrangeExam(test, { minutes: 60 });
    const another = await begun();
    await word(another.id);
    test.clock.forward({ minutes: 61 });
    await test.runEffects();
    expect((await own('get', `sittings/${another.id}`)).body.state).toBe('ending');
    test.clock.forward({ minutes: 15 });
    await test.runEffects();
    const { body } = await own('get', `sittings/${another.id}`);
    expect([body.state, body.closedAt]).toEqual(['time_up', another.deadlineAt]);
    expect((await word(another.id, 900)).body).toMatchObject({ state: 'over', givenBack: 0 });
  });

  it('keeps answers that come after the end apart and sealed, counts none, and tells whoever sat', async () => {
    const sitting = await begun();
    expect((await handOver(sitting, 5)).body.code).toBe('exams.still_open');
    test.clock.forward({ minutes: 80 });
    await test.runEffects();
    expect((await handOver(sitting, 1500)).body).toMatchObject({ kept: 6 });
    const { body } = await own('get', `sittings/${sitting.id}`);
    expect(body).toMatchObject({ result: { scaledScore: 200 }, late: { answers: 6 } });
    expect(await rows('select 1 from sitting_answer where sitting_id = $1', [sitting.id])).toEqual([]);
    const [kept] = await rows(
      `select l.*, encode(s.sealed, 'escape') as sealed from sitting_late_answer l join exam_secret s on s.id = l.secret_id`,
    );
    expect(kept).toMatchObject({ answers: 6, person_id: exam.applicant.personId });
    expect(kept.sealed).not.toContain(sitting.questions[0]!.versionId);
    await expect(test.owner.query('update sitting_late_answer set answers = 1')).rejects.toThrow('never changed');
    const page = await visitor(test, tokenOf(exam.applicant, 'page')).get(`/sittings/${sitting.id}/result`);
    expect(page.text).toContain('Some answers came after the end');
    await signInAgain(exam.registrar);
    const desk = visitor(test, tokenOf(exam.registrar, 'page'));
    const seen = await desk.get(`/desk/exams/${exam.exam.id}/sittings/${sitting.id}`);
    expect(seen.text).toContain('Given, by the clock of the device');
    expect(seen.text).not.toMatch(/Lantern|Listening/);
    expect((await api(exam.stranger, 'post', `sittings/${sitting.id}/late-answers`, { answers: [] })).status).not.toBe(
      200,
    );
    test.clock.forward({ hours: 73 });
    await signInAgain(exam.applicant);
    expect((await handOver(sitting, 1500)).body.code).toBe('exams.too_late');
  });

  it('does not count after all when two people say so: no attempt, no wait, another sitting at once', async () => {
    const sitting = await begun();
    test.clock.forward({ minutes: 80 });
    await test.runEffects();
    expect((await begin()).body.code).toBe('exams.opens_later');
    await signInAgain(exam.registrar, second);
    const path = `proctored-sittings/${sitting.id}`;
    const elsewhere = await arrangeExam(test);
    expect((await api(elsewhere.registrar, 'post', `${path}/void-proposals`, { reason: 'technical' })).status).toBe(
      404,
    );
    expect((await api(second, 'post', `${path}/void-decisions`, { outcome: 'agreed' })).body.code).toBe(
      'exams.void_settled',
    );
    const proposed = await api(exam.registrar, 'post', `${path}/void-proposals`, { reason: 'technical' });
    expect(proposed.status).toBe(201);
    const waitsFor = (by: PersonActor) =>
      test.run(async (tx) => (await test.get(WaitingExamWork).at(tx, by.personId)).voids, by);
    expect([await waitsFor(second), await waitsFor(exam.registrar), await waitsFor(elsewhere.registrar)]).toEqual([
      1, 0, 0,
    ]);
    const room = await visitor(test, tokenOf(second, 'page')).get(`/desk/exams/${exam.exam.id}/room`);
    expect(room.text).toContain('Whether it counts waits for a second person');
    const alone = await api(exam.registrar, 'post', `${path}/void-decisions`, { outcome: 'agreed' });
    expect([alone.status, alone.body.code]).toEqual([403, 'exams.void_second_person']);
    const desk = visitor(test, tokenOf(second, 'page'));
    const page = await desk.get(`/desk/exams/${exam.exam.id}/sittings/${sitting.id}`);
    expect(page.text).toContain('Technical trouble that time given back could not make good');
    await desk.post(`/desk/exams/${exam.exam.id}/sittings/${sitting.id}/void-decisions`, { outcome: 'agreed' });
    const { body } = await own('get', `sittings/${sitting.id}`);
    expect(body).toMatchObject({ state: 'voided', result: null, closedAt: sitting.deadlineAt });
    expect(body.nextOn).toBeNull();
    await approvedForm(test, exam.bank, exam.exam.id, 7);
    const again = await begin();
    expect([again.status, again.body.sittingId === sitting.id]).toEqual([201, false]);
    const letters = `select count(*)::int as n from letter where kind = 'application-exam-not-counted' and person_id = $1`;
    expect(await rows(letters, [exam.applicant.personId])).toEqual([{ n: 1 }]);
  });

  it('counts as before where the second person does not agree, and a pass is never taken back so', async () => {
    const sitting = await begun();
    test.clock.forward({ minutes: 80 });
    await test.runEffects();
    await signInAgain(exam.registrar, second);
    const path = `proctored-sittings/${sitting.id}`;
    await api(exam.registrar, 'post', `${path}/void-proposals`, { reason: 'left' });
    expect((await api(second, 'post', `${path}/void-decisions`, { outcome: 'declined' })).status).toBe(201);
    expect((await own('get', `sittings/${sitting.id}`)).body).toMatchObject({ state: 'time_up' });
    exam = await arrangeExam(test);
    const passed = await begun();
    await save(passed);
    await own('post', `sittings/${passed.id}/submissions`);
    const refused = await api(exam.registrar, 'post', `proctored-sittings/${passed.id}/void-proposals`, {
      reason: 'left',
    });
    expect(refused.body.code).toBe('exams.void_not_possible');
    const event = `insert into sitting_event (id, body_id, sitting_id, move, from_state, to_state, reason, actor_id, happened_at, recorded_at)
      values (gen_random_uuid(), $1, $2, 'void_after', 'submitted', 'voided', 'left', $3, now(), now())`;
    await expect(test.owner.query(event, [exam.bodyId, passed.id, exam.registrar.personId])).rejects.toThrow(
      'nobody loses a pass',
    );
  });
});
