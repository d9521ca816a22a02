import { useApp } from '../../test/support/app.js';
import { visitor } from '../../test/support/visitor.js';
import { tokenOf } from '../certification/testing/certification-case.js';
import { apiOf } from './testing/api-of.js';
import { approvedForm, arrangeExam, type ExamCase } from './testing/exam-case.js';

describe('somebody who sits an exam again', () => {
  const test = useApp();
  let exam: ExamCase;

  const candidate = () => apiOf(test, exam.applicant);
  const page = async (path: string) => (await visitor(test, tokenOf(exam.applicant, 'page')).get(path)).text;
  const desk = async () => {
    const owner = visitor(test, tokenOf(exam.bank.psychometrician, 'page'));
    return (await owner.get(`/desk/exams/${exam.exam.id}`)).text;
  };
  const begin = () => {
    const { id: examId, identityTextId, nondisclosureTextId } = exam.exam;
    return candidate().post('sittings', { examId, identityTextId, nondisclosureTextId });
  };
  const formOf = async (sittingId: string): Promise<string> =>
    (await test.owner.query('select form_id from sitting where id = $1', [sittingId])).rows[0].form_id;
  /** A sitting that was disturbed: it uses no attempt, and the person saw its questions. */
  const disturbed = async (): Promise<string> => {
    const { body } = await begin();
    const path = `proctored-sittings/${body.sittingId}/voids`;
    expect((await apiOf(test, exam.registrar).post(path, { reason: 'disturbance' })).status).toBe(201);
    return body.sittingId;
  };

  it('waits for a form that they have not seen, is told so, and the desk too; with another form they go on', async () => {
    exam = await arrangeExam(test);
    expect(await desk()).not.toContain('People who sit it again');
    const first = await disturbed();
    const again = await begin();
    expect([again.status, again.body.code]).toEqual([409, 'exams.other_form_needed']);
    const told = await page(`/exams/${exam.exam.id}`);
    expect(told).toContain('You have seen every form of this exam that is ready');
    expect(told).not.toContain('Start the exam');
    expect(await desk()).toContain('1 person who has not passed yet has seen every form that is given.');
    const other = await approvedForm(test, exam.bank, exam.exam.id, 7);
    expect(await desk()).not.toContain('People who sit it again');
    const { body } = await begin();
    expect([await formOf(first), await formOf(body.sittingId)]).toEqual([exam.formId, other]);
  });

  it('reads on the result what holds: that another form comes, or that it is not ready yet', async () => {
    exam = await arrangeExam(test);
    const { body } = await begin();
    await candidate().post(`sittings/${body.sittingId}/submissions`);
    const path = `/sittings/${body.sittingId}/result`;
    const before = await page(path);
    expect(before).toContain('Your next attempt counts from');
    expect(before).toContain('It asks another form, which is not ready yet');
    await approvedForm(test, exam.bank, exam.exam.id, 7);
    const after = await page(path);
    expect(after).toContain('It asks another form. The domains below');
    expect(after).not.toContain('not ready yet');
  });

  it('gets a form again where the exam says so, is told before, and the desk sees it', async () => {
    exam = await arrangeExam(test, { retakeForm: 'any' });
    await disturbed();
    expect(await page(`/exams/${exam.exam.id}`)).toContain('it may ask you the same questions again');
    const { body, status } = await begin();
    expect([status, await formOf(body.sittingId)]).toEqual([201, exam.formId]);
    expect(await desk()).toContain('1 sitting asked somebody a form that they had seen.');
  });

  it('is kept from a form they have seen by the database too', async () => {
    exam = await arrangeExam(test);
    const first = await disturbed();
    const copy = `insert into sitting select (jsonb_populate_record(s, jsonb_build_object(
      'id', gen_random_uuid(), 'state', 'open', 'closed_at', null))).* from sitting s where s.id = $1`;
    await expect(test.owner.query(copy, [first])).rejects.toThrow('has seen form');
  });
});
