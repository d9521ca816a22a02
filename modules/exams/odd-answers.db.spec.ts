import supertest from 'supertest';
import { useApp } from '../../test/support/app.js';
import { tokenOf } from '../certification/testing/certification-case.js';
import { broughtTo, head, move, question } from '../item-bank/testing/bank-case.js';
import { WriteItem } from '../item-bank/use-cases/write-item.js';
import { approvedForm, arrangeExam, rightAnswer, type ExamCase } from './testing/exam-case.js';

interface Question {
  versionId: string;
  stem: string;
}

describe('answers of an exam that come as nobody expects', () => {
  const test = useApp();
  let exam: ExamCase;
  beforeEach(async () => {
    exam = await arrangeExam(test, { retakeForm: 'any' });
  });

  const api = (method: 'get' | 'post' | 'put', path: string, sent?: object) =>
    supertest(test.app.getHttpServer())
      [method](`/api/v1/${path}`)
      .set({ authorization: `Bearer ${tokenOf(exam.applicant, 'api')}` })
      .send(sent);
  const begun = async (): Promise<{ id: string; questions: Question[] }> => {
    const { id: examId, identityTextId, nondisclosureTextId } = exam.exam;
    const { body } = await api('post', 'sittings', { examId, identityTextId, nondisclosureTextId });
    return (await api('get', `sittings/${body.sittingId}`)).body;
  };
  const scored = ({ questions }: { questions: Question[] }) =>
    questions.flatMap(({ versionId }) => {
      const content = exam.contents.get(versionId);
      return content ? [{ versionId, ...rightAnswer(content) }] : [];
    });
  const rows = async (sql: string, values: unknown[] = []) => (await test.owner.query(sql, values)).rows;

  it('belong to their own sitting: an item of the bank that this form does not ask, and a sitting before, take none', async () => {
    const first = await begun();
    const other = await broughtTo(test, exam.bank, 'active', question());
    const elsewhere = await api('put', `sittings/${first.id}/answers/${other.versionId}`, {
      revision: 1,
      chosen: ['a'],
    });
    expect(elsewhere.status).toBe(404);
    const authorization = `Bearer ${tokenOf(exam.registrar, 'api')}`;
    await supertest(test.app.getHttpServer())
      .post(`/api/v1/proctored-sittings/${first.id}/voids`)
      .set({ authorization })
      .send({ reason: 'technical' });
    const second = await begun();
    expect(second.id).not.toBe(first.id);
    const [answer] = scored(second);
    const before = await api('put', `sittings/${first.id}/answers`, { answers: [{ ...answer, revision: 1 }] });
    expect([before.status, before.body.code]).toEqual([409, 'exams.sitting_over']);
    const now = await api('put', `sittings/${second.id}/answers`, { answers: [{ ...answer, revision: 1 }] });
    expect(now.body.answers).toMatchObject([{ state: 'saved' }]);
    expect(await rows('select 1 from sitting_answer where sitting_id = $1', [first.id])).toEqual([]);
  });

  it('come twice for one question at once: the newer is kept, and those beside it are saved', async () => {
    const sitting = await begun();
    const [first, second] = scored(sitting);
    const twice = [
      { ...first, revision: 1, flagged: true },
      { ...first, revision: 2 },
      { ...second, revision: 1 },
    ];
    const { status, body } = await api('put', `sittings/${sitting.id}/answers`, { answers: twice });
    expect([status, body.answers?.map(({ state }: { state: string }) => state).slice(1)]).toEqual([
      200,
      ['saved', 'saved'],
    ]);
    const kept = await rows(
      'select version_id as v, revision as r, flagged as f from sitting_answer where sitting_id = $1',
      [sitting.id],
    );
    expect(kept).toHaveLength(2);
    expect(kept).toContainEqual({ v: first?.versionId, r: 2, f: false });
  });

  it('go to the words that were asked when the item is edited meanwhile, and the new version is in the next form', async () => {
    const sitting = await begun();
    const [old] = scored(sitting);
    const [{ itemId }] = await rows('select item_id as "itemId" from bank_item_version where id = $1', [
      old?.versionId,
    ]);
    const content = { ...question(), stem: 'Quite another question: what comes last?' };
    const edit = { ...head, itemId, basedOn: old?.versionId ?? '', content };
    const { versionId } = await test.run((tx) => test.get(WriteItem).revise(tx, edit), exam.bank.author);
    const item = { itemId, versionId };
    await move(test, item, ['hand_in'], exam.bank.author);
    await move(test, item, ['review'], exam.bank.reviewer);
    await move(test, item, ['pretest'], exam.bank.psychometrician);
    await move(test, item, ['activate'], exam.bank.psychometrician);

    const { questions }: { questions: Question[] } = (await api('get', `sittings/${sitting.id}`)).body;
    expect(questions.map(({ stem }) => stem)).toEqual(sitting.questions.map(({ stem }) => stem));
    const answers = scored(sitting).map((one) => ({ ...one, revision: 1 }));
    expect((await api('put', `sittings/${sitting.id}/answers`, { answers })).status).toBe(200);
    const toNew = await api('put', `sittings/${sitting.id}/answers/${versionId}`, { revision: 1, chosen: ['a'] });
    expect(toNew.status).toBe(404);
    await api('post', `sittings/${sitting.id}/submissions`);
    expect((await api('get', `sittings/${sitting.id}`)).body.result.scaledScore).toBe(800);
    // The new words were not judged by the study, so no form of this exam can score them yet.
    await expect(approvedForm(test, exam.bank, exam.exam.id)).rejects.toMatchObject({
      code: 'exams.bank_lacks_domain',
    });
  });

  it('are dated by the server alone, whatever a device says of the time', async () => {
    const sitting = await begun();
    const [answer] = scored(sitting);
    const told = { savedAt: '2031-01-01T00:00:00Z', deadlineAt: '2031-01-01T00:00:00Z', secondsLeft: 999_999 };
    const put = () =>
      api('put', `sittings/${sitting.id}/answers/${answer?.versionId}`, { ...answer, ...told, revision: 1 });
    const now = (await test.clock.now()).toString();
    expect((await put().set('date', 'Wed, 01 Jan 2031 00:00:00 GMT')).body.savedAt).toBe(now);
    const [kept] = await rows('select saved_at::text as at from sitting_answer where sitting_id = $1', [sitting.id]);
    expect(kept.at).not.toContain('2031');
    test.clock.forward({ minutes: 90, seconds: 11 });
    expect((await put()).body.code).toBe('exams.time_is_up');
  });

  it('count when they were acknowledged, with fifty hand-ins at the same moment, and those that were not are told so', async () => {
    const sitting = await begun();
    const all = scored(sitting);
    const saves = all.map((one) =>
      api('put', `sittings/${sitting.id}/answers/${one.versionId}`, { ...one, revision: 1 }),
    );
    const hands = Array.from({ length: 50 }, () => api('post', `sittings/${sitting.id}/submissions`));
    const [saved, handed] = [await Promise.all(saves), await Promise.all(hands)];
    expect(new Set(handed.map(({ status }) => status))).toEqual(new Set([200]));
    const receipts = saved.filter(({ status }) => status === 200).map(({ body }) => body.versionId);
    const refused = saved.filter(({ status }) => status !== 200).map(({ body }) => body.code);
    expect(refused.filter((code) => code !== 'exams.sitting_over')).toEqual([]);
    const kept = await rows('select version_id as id from sitting_answer where sitting_id = $1', [sitting.id]);
    expect(new Set(kept.map(({ id }) => id))).toEqual(new Set(receipts));
    const [result] = await rows(
      'select earned_parts as parts, possible_parts as possible from sitting_result where sitting_id = $1',
      [sitting.id],
    );
    expect(result.parts / result.possible).toBe(receipts.length / all.length);
    expect(await rows('select 1 from exam_result where report_reference = $1', [sitting.id])).toHaveLength(1);
  });

  it('are one answer from two devices: who saw less is told what is kept', async () => {
    const sitting = await begun();
    const single = scored(sitting).find((one) => one.chosen?.length === 1);
    const path = `sittings/${sitting.id}/answers`;
    const from = (revision: number, chosen: string[]) =>
      api('put', path, { answers: [{ versionId: single?.versionId, revision, chosen }] });
    const both = await Promise.all([from(1, ['a']), from(1, ['b'])]);
    const states = both.map(({ body }) => body.answers[0].state);
    expect([...states].toSorted((a, b) => a.localeCompare(b))).toEqual(['older', 'saved']);
    const winner = states[0] === 'saved' ? 'a' : 'b';
    const loser = both[states.indexOf('older')];
    expect(loser?.body.answers).toMatchObject([{ revision: 1, answer: { chosen: [winner] } }]);
    const [kept] = await rows('select answer from sitting_answer where sitting_id = $1', [sitting.id]);
    expect(kept.answer).toEqual({ chosen: [winner] });
  });
});
