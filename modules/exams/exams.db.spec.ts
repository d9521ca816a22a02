import supertest from 'supertest';
import type { PersonActor } from '../../src/kernel/actor.js';
import { dateIn } from '../../src/kernel/dates.js';
import { useApp } from '../../test/support/app.js';
import { visitor } from '../../test/support/visitor.js';
import { Accommodations, NO_ACCOMMODATION } from '../quizzes/accommodations.public.js';
import { tokenOf } from '../certification/testing/certification-case.js';
import { move } from '../item-bank/testing/bank-case.js';
import { approvedForm, arrangeExam, rightAnswer, type ExamCase } from './testing/exam-case.js';

interface Question {
  versionId: string;
  place: number;
  kind: string;
  options: { key: string }[];
  answer: object | null;
  revision: number;
}

describe('an exam that is sat here', () => {
  const test = useApp();
  let exam: ExamCase;
  beforeEach(async () => {
    exam = await arrangeExam(test);
  });

  const api = (actor: PersonActor) => {
    const authorization = `Bearer ${tokenOf(actor, 'api')}`;
    const server = () => supertest(test.app.getHttpServer());
    return {
      get: (path: string) => server().get(`/api/v1/${path}`).set({ authorization }),
      post: (path: string, body: object = {}) => server().post(`/api/v1/${path}`).set({ authorization }).send(body),
      put: (path: string, body: object) => server().put(`/api/v1/${path}`).set({ authorization }).send(body),
    };
  };
  const texts = () => {
    const { identityTextId, nondisclosureTextId } = exam.exam;
    return { identityTextId, nondisclosureTextId };
  };
  const candidate = () => api(exam.applicant);
  const begin = () => candidate().post('sittings', { examId: exam.exam.id, ...texts() });
  const started = async (): Promise<{ id: string; questions: Question[] }> => {
    const { body } = await begin();
    return (await candidate().get(`sittings/${body.sittingId}`)).body;
  };
  const rows = async (sql: string, values: unknown[] = []) => (await test.owner.query(sql, values)).rows;
  const answerAll = async ({ id, questions }: { id: string; questions: Question[] }, right: number) => {
    let left = right;
    const answers = questions.flatMap(({ versionId }) => {
      const content = exam.contents.get(versionId);
      return content && left-- > 0 ? [{ versionId, revision: 1, ...rightAnswer(content) }] : [];
    });
    const { body, status } = await candidate().put(`sittings/${id}/answers`, { answers });
    expect([status, body.answers?.every((one: { state: string }) => one.state === 'saved')]).toEqual([200, true]);
  };

  it('starts once, for a candidate with an authorisation who confirmed both texts; a stranger finds nothing', async () => {
    const bare = await candidate().post('sittings', { examId: exam.exam.id });
    expect([bare.status, bare.body.code]).toEqual([422, 'exams.texts_not_accepted']);
    const other = { ...texts(), identityTextId: 'f'.repeat(64) };
    const old = await candidate().post('sittings', { examId: exam.exam.id, ...other });
    expect(old.body.code).toBe('exams.texts_changed');
    const stranger = await api(exam.stranger).post('sittings', { examId: exam.exam.id, ...texts() });
    expect(stranger.status).toBe(404);
    const both = await Promise.all([begin(), begin(), begin()]);
    const ids = new Set(both.map(({ body }) => body.sittingId));
    expect([...both.map(({ status }) => status), ids.size]).toEqual([201, 201, 201, 1]);
    const [id] = ids;
    expect((await api(exam.stranger).get(`sittings/${id}`)).status).toBe(404);
    const { body } = await candidate().get(`sittings/${id}`);
    expect(body.questions).toHaveLength(7);
    expect(JSON.stringify(body)).not.toMatch(/correct|rationale|position|isPretest|Because/);
    expect(await rows('select times_shown from bank_item_exposure where body_id = $1', [exam.bodyId])).toEqual(
      Array(7).fill({ times_shown: 1 }),
    );
    const reading = `select count(*)::int as n from bank_item_reading where subject_id = $1 and purpose = 'sitting'`;
    expect(await rows(reading, [id])).toEqual([{ n: 1 }]);
  });

  it('saves an answer over an older one, never under a newer one, and takes what does not fit nowhere', async () => {
    const { id, questions } = await started();
    const single = questions.find(({ kind }) => kind === 'single')!;
    const put = (body: object, version = single.versionId, by = candidate()) =>
      by.put(`sittings/${id}/answers/${version}`, body);
    const key = single.options[0]!.key;
    const first = await put({ revision: 1, chosen: [key] });
    expect(first.body).toMatchObject({
      versionId: single.versionId,
      revision: 1,
      savedAt: (await test.clock.now()).toString(),
    });
    // A receipt was lost, the same once more: saved. Another tab that saw nothing: the newer stays.
    expect((await put({ revision: 1, chosen: [key] })).status).toBe(200);
    const older = await put({ revision: 1, chosen: [single.options[1]!.key] });
    expect([older.status, older.body.code]).toEqual([409, 'exams.older_answer']);
    expect((await put({ revision: 5, chosen: [] })).body.revision).toBe(5);
    const batch = { answers: [{ versionId: single.versionId, revision: 3, chosen: [key] }] };
    const { body } = await candidate().put(`sittings/${id}/answers`, batch);
    expect(body.answers).toMatchObject([{ state: 'older', revision: 5, answer: { chosen: [] } }]);
    expect((await put({ revision: 6, chosen: ['nowhere'] })).body.code).toBe('exams.answer_does_not_fit');
    expect((await put({ revision: 6, chosen: [key] }, exam.formId)).status).toBe(404);
    expect((await put({ revision: 6, chosen: [key] }, single.versionId, api(exam.stranger))).status).toBe(404);
    expect((await put({ revision: 0, chosen: [key] })).status).toBe(422);
    const web = 'update sitting_answer set revision = 2 where sitting_id = $1';
    await expect(test.owner.query(web, [id])).rejects.toThrow('older answer');
  });

  it('keeps the version it began with when the item is retired or gets a new one meanwhile', async () => {
    const sitting = await started();
    const [versionId, content] = [...exam.contents][0]!;
    const [{ itemId }] = await rows('select item_id as "itemId" from bank_item_version where id = $1', [versionId]);
    await move(test, { itemId, versionId }, ['retire'], exam.bank.psychometrician);
    await answerAll(sitting, 6);
    const again = await candidate().put(`sittings/${sitting.id}/answers/${versionId}`, {
      revision: 2,
      ...rightAnswer(content),
    });
    expect(again.status).toBe(200);
    await candidate().post(`sittings/${sitting.id}/submissions`);
    expect((await candidate().get(`sittings/${sitting.id}`)).body.result.scaledScore).toBe(800);
  });

  it('is scored on handing in, once for fifty at the same moment, with one fact, one result and one letter', async () => {
    const sitting = await started();
    await answerAll(sitting, 3);
    const all = await Promise.all(
      Array.from({ length: 50 }, () => candidate().post(`sittings/${sitting.id}/submissions`)),
    );
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
    const { body } = await candidate().get(`sittings/${sitting.id}`);
    expect(body).toMatchObject({
      state: 'submitted',
      result: { scaledScore: 500, passed: true, domains: { advocacy: 50 } },
    });
    expect(JSON.stringify(body)).not.toContain('Lantern');
    const facts = await rows(
      `select value, voucher_method as method from fact where person_id = $1 and kind = 'exam'`,
      [exam.applicant.personId],
    );
    expect(facts).toMatchObject([{ value: { score: 500, domains: { advocacy: 50 } }, method: 'exam-centre' }]);
    expect(await rows('select score, passed, report_reference as ref from exam_result')).toContainEqual({
      score: 500,
      passed: true,
      ref: sitting.id,
    });
    const used = await rows('select state from exam_authorisation where application_id = $1', [exam.applicationId]);
    expect(used).toEqual([{ state: 'used' }]);
    const letters = await rows(`select 1 from letter where person_id = $1 and kind = 'application-exam-result'`, [
      exam.applicant.personId,
    ]);
    expect(letters).toHaveLength(1);
    await test.runEffects();
    const written = await rows('select body_text as text from letter where person_id = $1', [exam.applicant.personId]);
    expect(written.map(({ text }) => text).join('\n')).toContain('which you sat on');
    // It was sat here: no centre told of it, and nothing is to be booked.
    expect(written.map(({ text }) => text).join('\n')).not.toMatch(/exam cent(?:er|re)|book|appointment/i);
    const late = await candidate().put(`sittings/${sitting.id}/answers`, {
      answers: [{ versionId: sitting.questions[0]!.versionId, revision: 9, chosen: [] }].map((one) => ({
        ...one,
        ...(sitting.questions[0]!.kind === 'ordering' ? { chosen: undefined, places: {} } : {}),
      })),
    });
    expect([late.status, late.body.code]).toEqual([409, 'exams.sitting_over']);
    expect((await begin()).body.code).toBe('exams.already_passed');
  });

  it('ends at its deadline by itself, with what was saved; an answer on its way arrives within the grace, none after', async () => {
    const sitting = await started();
    const [, second = ''] = sitting.questions.map(({ versionId }) => versionId).filter((id) => exam.contents.has(id));
    await answerAll(sitting, 1);
    test.clock.forward({ minutes: 90, seconds: 9 });
    const put = (revision: number) =>
      candidate().put(`sittings/${sitting.id}/answers/${second}`, {
        revision,
        ...rightAnswer(exam.contents.get(second)!),
      });
    expect((await put(1)).status).toBe(200);
    test.clock.forward({ seconds: 1 });
    const late = await put(2);
    expect([late.status, late.body.code]).toEqual([409, 'exams.time_is_up']);
    expect((await candidate().get(`sittings/${sitting.id}`)).body.state).toBe('ending');
    await test.runEffects();
    const { body } = await candidate().get(`sittings/${sitting.id}`);
    expect(body).toMatchObject({ state: 'time_up', result: { scaledScore: 400, passed: false } });
    expect(body.closedAt).toBe(body.deadlineAt);
    // The wait of the scheme runs, as certification counts it.
    const next = await begin();
    expect(next.body.code).toBe('exams.opens_later');
    expect(body.nextOn).not.toBeNull();
  });

  it('gives a proctor names and times and never an answer; time back moves the end; a voided one uses no attempt', async () => {
    const sitting = await started();
    await answerAll(sitting, 2);
    const proctor = api(exam.registrar);
    const { body, text } = await proctor.get(`exams/${exam.exam.id}/sittings`);
    expect(body.sittings).toMatchObject([{ name: 'Rosalind Okonkwo', state: 'open', answered: 2, questions: 7 }]);
    expect(text).not.toMatch(/chosen|places|"answer"/);
    expect((await api(exam.reviewer).get(`exams/${exam.exam.id}/sittings`)).status).toBe(403);
    const elsewhere = await arrangeExam(test);
    expect((await api(elsewhere.registrar).get(`exams/${exam.exam.id}/sittings`)).status).toBe(404);
    const path = `proctored-sittings/${sitting.id}/voids`;
    expect((await api(elsewhere.registrar).post(path, { reason: 'left' })).status).toBe(404);
    const given = await proctor.post(`exams/${exam.exam.id}/outages`, { minutes: 15, reason: 'power' });
    expect(given.body).toMatchObject({ sittings: 1 });
    expect((await proctor.post(`exams/${exam.exam.id}/outages`, { minutes: 15, reason: 'mood' })).status).toBe(422);
    test.clock.forward({ minutes: 100 });
    await test.runEffects();
    expect((await candidate().get(`sittings/${sitting.id}`)).body).toMatchObject({ state: 'open', outageMinutes: 15 });
    // The proctor's session had rested too long; they signed in again.
    const signedInAgain = 'update session set last_seen_at = $2, confirmed_at = $2 where person_id = $1';
    await test.owner.query(signedInAgain, [exam.registrar.personId, (await test.clock.now()).toString()]);
    expect((await proctor.post(path, { reason: 'disturbance' })).status).toBe(201);
    expect((await candidate().get(`sittings/${sitting.id}`)).body).toMatchObject({ state: 'voided', result: null });
    await approvedForm(test, exam.bank, exam.exam.id, 7);
    expect((await begin()).body.sittingId).not.toBe(sitting.id);
  });

  it('applies what is made easier for the person, most of authorisation and accommodation, to the time', async () => {
    exam = await arrangeExam(test, { adjustments: ['extra_time_25'] });
    const { bodyId, registrar, applicant, zone } = exam;
    const today = dateIn(zone, await test.clock.now());
    const grant = { ...NO_ACCOMMODATION, bodyId, personId: applicant.personId, validFrom: today, validUntil: null };
    const door = test.get(Accommodations);
    await expect(test.run((tx) => door.grant(tx, grant), registrar)).rejects.toMatchObject({ kind: 'invalid' });
    const more = { ...grant, extraTimePercent: 50, breakMinutes: 10 };
    await expect(test.run((tx) => door.grant(tx, more), exam.stranger)).rejects.toMatchObject({ kind: 'not_found' });
    await test.run((tx) => door.grant(tx, more), registrar);
    const { body } = await begin();
    const sitting = (await candidate().get(`sittings/${body.sittingId}`)).body;
    expect(sitting).toMatchObject({ minutesAllowed: 135, accommodations: { extraTimePercent: 50, breakMinutes: 10 } });
  });

  it('refuses somebody who saw the bank at work, and a form that its maker approves', async () => {
    await test.owner.query(
      `insert into bank_item_reading (id, body_id, reader_id, purpose, version_ids, read_at)
       values (gen_random_uuid(), $1, $2, 'page', $3, $4)`,
      [exam.bodyId, exam.applicant.personId, [[...exam.contents.keys()][0]], (await test.clock.now()).toString()],
    );
    expect((await begin()).body.code).toBe('exams.worked_in_bank');
    const maker = api(exam.bank.psychometrician);
    const { body } = await maker.post(`exams/${exam.exam.id}/forms`);
    expect(body.number).toBe(2);
    expect((await maker.post(`exam-forms/${body.formId}/approvals`)).body.code).toBe('exams.second_person');
    await expect(
      test.owner.query('update exam_form set approved_by = made_by, approved_at = now() where id = $1', [body.formId]),
    ).rejects.toThrow('exam_form_second_person');
    expect((await api(exam.bank.administrator).post(`exam-forms/${body.formId}/approvals`)).status).toBe(200);
  });

  it('has a page for the proctor without an answer on it, and one for forms without an item', async () => {
    const sitting = await started();
    await answerAll(sitting, 2);
    const proctor = visitor(test, tokenOf(exam.registrar, 'page'));
    const room = await proctor.get(`/desk/exams/${exam.exam.id}/room`);
    expect(room.text).toContain('Rosalind Okonkwo');
    expect(room.text).toContain('2 of 7');
    expect(room.text).not.toMatch(/Lantern|Listening/);
    const owner = visitor(test, tokenOf(exam.bank.administrator, 'page'));
    const forms = await owner.get(`/desk/exams/${exam.exam.id}`);
    expect(forms.text).toContain('Form 1: Approved');
    expect(forms.text).toMatch(/>Advocacy\s*<.*?>6\s*<.*?>1\s*</s);
    expect(forms.text).not.toMatch(/Lantern|Listening/);
  });

  it('freezes forms, and keeps enemies and foreign questions out in the database too', async () => {
    await expect(test.owner.query('update exam_form_item set place = 90')).rejects.toThrow('never changed');
    await expect(test.owner.query('update exam_form set seed = 1')).rejects.toThrow('frozen');
    await expect(test.owner.query(`update sitting_result set passed = true`)).rejects.toThrow('never changed');
    const [one, two] = await rows('select item_id from exam_form_item where form_id = $1 and not is_pretest', [
      exam.formId,
    ]);
    const [low, high] = [String(one.item_id), String(two.item_id)].toSorted((a, b) => (a < b ? -1 : 1));
    await test.owner.query(
      `insert into bank_item_enemy (id, body_id, low_id, high_id, reason, named_by, named_at)
       values (gen_random_uuid(), $1, $2, $3, 'too_alike', $4, now())`,
      [exam.bodyId, low, high, exam.bank.author.personId],
    );
    const maker = api(exam.bank.psychometrician);
    const drawn = await maker.post(`exams/${exam.exam.id}/forms`);
    expect([drawn.status, drawn.body.code]).toEqual([409, 'exams.bank_lacks_domain']);
    expect(drawn.body.title).toContain('advocacy: 5 can be drawn, 6 are asked for');
    const copy = `insert into exam_form_item select body_id, $2, place, version_id, item_id, kind, exam_domain, competency, is_pretest, option_order
      from exam_form_item where form_id = $1`;
    const bare = `insert into exam_form select gen_random_uuid(), body_id, exam_id, 99, seed, scored_items, cut_numerator,
      cut_denominator, made_by, made_at from exam_form where id = $1 returning id`;
    const [{ id }] = await rows(bare, [exam.formId]);
    await expect(test.owner.query(copy, [exam.formId, id])).rejects.toThrow('never stand in one form');
  });
});
