import supertest from 'supertest';
import { dateIn } from '../../../src/kernel/dates.js';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { useApp } from '../../../test/support/app.js';
import { sampleScheme } from '../../../test/scenarios/support/sample-scheme.js';
import { visitor } from '../../../test/support/visitor.js';
import { admitted, arrangeCase, everything, signedIn, tokenOf, type Case } from '../testing/certification-case.js';

describe('an exam at an outside centre', () => {
  const test = useApp();
  const api = (actor: PersonActor) => {
    const authorization = `Bearer ${tokenOf(actor, 'api')}`;
    const server = () => supertest(test.app.getHttpServer());
    return {
      get: (path: string) => server().get(`/api/v1/${path}`).set({ authorization }),
      post: (path: string, body: object = {}) => server().post(`/api/v1/${path}`).set({ authorization }).send(body),
    };
  };
  const beforeExam = everything.filter(({ kind }) => kind !== 'exam');
  const authorise = (arranged: Case, applicationId: string, changes: object = {}) =>
    api(arranged.registrar).post(`applications/${applicationId}/exam-authorisations`, {
      centre: 'Invented Exam Centre',
      booking: 'Call 555 0100.',
      adjustments: ['extra_time_50', 'separate_room'],
      ...changes,
    });
  const today = async ({ zone }: Case) => dateIn(zone, await test.clock.now());
  const HEADER = 'Authorization,Name,Exam date,Score,Report,Domain Advocacy';
  const upload = async (arranged: Case, lines: string[]) => {
    const list = { fileName: 'r.csv', contentBase64: Buffer.from([HEADER, ...lines].join('\n')).toString('base64') };
    const { body } = await api(arranged.registrar).post('exam-lists', { list });
    return body.id as string;
  };
  const listOf = async (arranged: Case, id: string) => (await api(arranged.registrar).get(`exam-lists/${id}`)).body;
  const confirm = (arranged: Case, id: string) => api(arranged.registrar).post(`exam-lists/${id}/confirmations`);
  const letters = async (kind: string, { personId }: PersonActor) =>
    (await test.owner.query('select 1 from letter where kind = $1 and person_id = $2', [kind, personId])).rowCount;

  it('is authorised once, by the body’s registrar, for an admitted candidate, with adjustments and no reason', async () => {
    const arranged = await arrangeCase(test);
    const id = await admitted(test, arranged, beforeExam);
    const path = `applications/${id}/exam-authorisations`;
    const stranger = await signedIn(test, 'Elsa Elsewhere', (await arrangeCase(test)).bodyId, 'registrar');
    expect((await api(stranger).post(path, { centre: 'x', booking: 'y' })).status).toBe(404);
    expect((await api(arranged.applicant).post(path, { centre: 'x', booking: 'y' })).status).toBe(403);
    expect((await authorise(arranged, id, { adjustments: ['because of a diagnosis'] })).status).toBe(422);
    const { body, status } = await authorise(arranged, id);
    expect(status).toBe(201);
    expect((await authorise(arranged, id)).body.code).toBe('certification.authorisation_open');
    const own = (await api(arranged.applicant).get(`applications/${id}/exam`)).body;
    expect(own.authorisations).toMatchObject([
      { number: body.number, state: 'issued', adjustments: ['Half more time', 'A room of one’s own'] },
    ]);
    expect((await api(arranged.stranger).get(`applications/${id}/exam`)).status).toBe(404);
    expect(await letters('application-exam-authorised', arranged.applicant)).toBe(1);
    const csv = await visitor(test, tokenOf(arranged.registrar, 'page')).get('/desk/exam-authorisations/list.csv');
    expect(csv.text).toMatch(/^\uFEFFAuthorization,Name,.*,Center\r?\n/u);
    expect(csv.text).toContain(`${body.number},Rosalind Okonkwo,${arranged.schemeCode}`);
    expect((await api(stranger).get('exam-authorisations')).body.rows).toEqual([]);
    const withdrawal = { reason: 'The centre closed' };
    expect((await api(stranger).post(`exam-authorisations/${body.id}/withdrawals`, withdrawal)).status).toBe(404);
    expect((await api(arranged.registrar).post(`exam-authorisations/${body.id}/withdrawals`, withdrawal)).status).toBe(
      200,
    );
    const again = await api(arranged.registrar).post(`exam-authorisations/${body.id}/withdrawals`, withdrawal);
    expect(again.body.code).toBe('certification.authorisation_closed');
    await expect(test.owner.query('delete from exam_authorisation_event')).rejects.toThrow(/never changed/);
  });

  it('gives results that are told first, recorded when confirmed, once, and become the fact and a letter', async () => {
    const arranged = await arrangeCase(test);
    const id = await admitted(test, arranged, beforeExam);
    const { number } = (await authorise(arranged, id)).body;
    const on = await today(arranged);
    const good = `${number},"Okonkwo, Rosalind",${on.toString()},480,R-${id},61`;
    const listId = await upload(arranged, [
      good,
      good,
      `${number},Somebody Else,${on.toString()},480,R-2-${id},`,
      `AT-0000-0000-0000-0000-0000,Rosalind Okonkwo,${on.toString()},480,R-3-${id},`,
      `${number},Rosalind Okonkwo,${on.toString()},999,R-4-${id},`,
      `${number},Rosalind Okonkwo,${on.add({ days: 1 }).toString()},480,R-5-${id},`,
      `${number},Rosalind Okonkwo,${on.toString()},481,R-${id},`,
      `${number},=1+1,${on.toString()},480,R-6-${id},`,
    ]);
    const checked = await listOf(arranged, listId);
    expect(checked).toMatchObject({ state: 'checked', lines: 8, counts: { good: 1, same: 1, problem: 6 } });
    expect((await api(arranged.applicant).get(`applications/${id}/exam`)).body.sittings).toEqual([]);
    const other = await arrangeCase(test);
    expect((await api(other.registrar).get(`exam-lists/${listId}`)).status).toBe(404);
    expect((await api(other.registrar).post(`exam-lists/${listId}/confirmations`)).status).toBe(404);

    await Promise.all([confirm(arranged, listId), confirm(arranged, listId)]);
    expect((await listOf(arranged, listId)).counts).toEqual({ recorded: 1, same: 1, problem: 6 });
    const own = (await api(arranged.applicant).get(`applications/${id}/exam`)).body;
    expect(own).toMatchObject({
      sittings: [{ passed: false }],
      nextAttemptCountsFrom: on.add({ days: 90 }).toString(),
    });
    const { rows } = await test.owner.query(`select value from fact where person_id = $1 and kind = 'exam'`, [
      arranged.applicant.personId,
    ]);
    expect(rows).toEqual([{ value: { score: 480, domains: { advocacy: 61 } } }]);
    expect(await letters('application-exam-result', arranged.applicant)).toBe(1);
    await test.runEffects();
    const told = `select body_text as text from letter where kind = 'application-exam-result' and person_id = $1`;
    expect((await test.owner.query(told, [arranged.applicant.personId])).rows[0].text).toContain(
      'The exam center told',
    );

    // The same bytes are the same list; the same report in another list is known.
    expect(await upload(arranged, [good])).not.toBe(listId);
    expect(await upload(arranged, [good])).toBe(await upload(arranged, [good]));
    const second = await listOf(arranged, await upload(arranged, [good]));
    expect(second.counts).toEqual({ same: 1 });
  });

  it('records a sitting within the wait and does not count it, and closes the authorisation by a pass', async () => {
    const arranged = await arrangeCase(test);
    const id = await admitted(test, arranged, beforeExam);
    const { number } = (await authorise(arranged, id)).body;
    const on = await today(arranged);
    await confirm(arranged, await upload(arranged, [`${number},Rosalind Okonkwo,${on.toString()},400,A-${id},`]));
    test.clock.forward({ hours: 24 * 100 });
    const now = (await test.clock.now()).toString();
    await test.owner.query('update session set created_at = $1, last_seen_at = $1, confirmed_at = $1', [now]);
    const [early, late] = [on.add({ days: 89 }), on.add({ days: 90 })];
    const listId = await upload(arranged, [`${number},Rosalind Okonkwo,${early.toString()},700,B-${id},`]);
    const told = (await listOf(arranged, listId)).told[0];
    expect(told).toMatchObject({ outcome: 'not_counted', message: expect.stringContaining(formatDate(late)) });
    await confirm(arranged, listId);
    const examClause = async () => {
      const { body } = await api(arranged.registrar).get(`desk/applications/${id}`);
      return body.eligibility.clauses.find((clause: { id: string }) => clause.id === 'exam');
    };
    expect((await examClause()).state).toBe('still_needed');
    const toldToCandidate = async () =>
      (await visitor(test, tokenOf(arranged.applicant, 'page')).get(`/applications/${id}/exam`)).text;
    expect(await toldToCandidate()).not.toContain('You passed the exam');
    await confirm(arranged, await upload(arranged, [`${number},Rosalind Okonkwo,${late.toString()},700,C-${id},`]));
    expect((await examClause()).state).toBe('met');
    expect(await toldToCandidate()).toContain('You passed the exam');
    const states = (await api(arranged.applicant).get(`applications/${id}/exam`)).body.authorisations;
    expect(states[0].state).toBe('used');
  });

  it('takes a long list step by step, and goes on where it was', async () => {
    const arranged = await arrangeCase(test);
    const on = await today(arranged);
    const lines = Array.from(
      { length: 450 },
      (_, at) => `AT-0000-0000-0000-0000-0000,Nobody,${on.toString()},480,L-${at},`,
    );
    const id = await upload(arranged, lines);
    expect(await listOf(arranged, id)).toMatchObject({ state: 'checking', doneTo: 200, lines: 450 });
    expect((await confirm(arranged, id)).body.code).toBe('certification.results_not_checked');
    await test.runEffects();
    expect(await listOf(arranged, id)).toMatchObject({ state: 'checked', counts: { problem: 450 } });
  });

  it('tells of a wait that is broken by lines of two steps at the check already, as the recording finds it', async () => {
    const arranged = await arrangeCase(test);
    const id = await admitted(test, arranged, beforeExam);
    const { number } = (await authorise(arranged, id)).body;
    const on = await today(arranged);
    test.clock.forward({ hours: 24 * 40 });
    const now = (await test.clock.now()).toString();
    await test.owner.query('update session set created_at = $1, last_seen_at = $1, confirmed_at = $1', [now]);
    const line = (day: string, reference: string) => `${number},Rosalind Okonkwo,${day},400,${reference}-${id},`;
    const filler = Array.from(
      { length: 230 },
      (_, at) => `AT-0000-0000-0000-0000-0000,Nobody,${on.toString()},480,F-${at}-${id},`,
    );
    const early = on.add({ days: 30 }).toString();
    const listId = await upload(arranged, [
      line(on.toString(), 'A'),
      line(on.add({ days: 10 }).toString(), 'B'),
      ...filler,
      line(early, 'C'),
    ]);
    await test.runEffects();
    const checked = await listOf(arranged, listId);
    expect(checked).toMatchObject({ state: 'checked', counts: { good: 1, not_counted: 2, problem: 230 } });
    await confirm(arranged, listId);
    await test.runEffects();
    expect((await listOf(arranged, listId)).counts).toEqual({ recorded: 3, problem: 230 });
    const { rows } = await test.owner.query(
      `select line, message from exam_import_line where import_id = $1 and outcome = 'recorded' and message is not null
       order by position`,
      [listId],
    );
    expect(rows).toMatchObject([
      { line: 3, message: expect.stringContaining(formatDate(on.add({ days: 90 }))) },
      { line: 234, message: expect.stringContaining(formatDate(on.add({ days: 90 }))) },
    ]);
  });

  it('has as many attempts left as the evaluation counts: one within the wait uses none up', async () => {
    const exam = { ...sampleScheme().exam!, max_attempts: 2 };
    const arranged = await arrangeCase(test, { exam });
    const id = await admitted(test, arranged, beforeExam);
    const { number } = (await authorise(arranged, id)).body;
    const on = await today(arranged);
    const left = async () => (await api(arranged.applicant).get(`applications/${id}/exam`)).body.attemptsLeft;
    test.clock.forward({ hours: 24 * 100 });
    const now = (await test.clock.now()).toString();
    await test.owner.query('update session set created_at = $1, last_seen_at = $1, confirmed_at = $1', [now]);
    const sits = async (days: number) => {
      const day = on.add({ days }).toString();
      await confirm(arranged, await upload(arranged, [`${number},Rosalind Okonkwo,${day},400,S${days}-${id},`]));
    };
    const state = async () =>
      (await api(arranged.applicant).get(`applications/${id}/exam`)).body.authorisations[0].state;
    expect(await left()).toBe(2);
    await sits(0);
    await sits(20);
    expect([await left(), await state()]).toEqual([1, 'issued']);
    await sits(90);
    expect([await left(), await state()]).toEqual([0, 'used']);
  });

  it('refuses what is no list, in words', async () => {
    const arranged = await arrangeCase(test);
    const send = async (bytes: Buffer) => {
      const list = { fileName: 'r.csv', contentBase64: bytes.toString('base64') };
      return (await api(arranged.registrar).post('exam-lists', { list })).body.code;
    };
    expect(await send(Buffer.from([0x50, 0x4b, 3, 4, 0]))).toBe('certification.unreadable_results');
    expect(await send(Buffer.from(`${HEADER}\n"open,quote`))).toBe('certification.unreadable_results');
    expect(await send(Buffer.from('Name,Score\nx,1'))).toBe('certification.unusable_results');
    expect(await send(Buffer.from(`${HEADER}\n`))).toBe('certification.unusable_results');
  });
});
