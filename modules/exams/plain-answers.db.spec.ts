import { useApp } from '../../test/support/app.js';
import { visitor, type Visitor } from '../../test/support/visitor.js';
import { tokenOf } from '../certification/testing/certification-case.js';
import { arrangeExam, type ExamCase } from './testing/exam-case.js';

interface Question {
  place: number;
  /** Of a question with one answer. */
  keys: string[];
}

/** The page of an exam without its script: a form for ten questions, a button that saves them. */
describe('answers of an exam from the plain form', () => {
  const test = useApp();
  let exam: ExamCase;
  let page: Visitor;
  let sitting: string;
  let question: Question;
  beforeEach(async () => {
    exam = await arrangeExam(test);
    page = visitor(test, tokenOf(exam.applicant, 'page'));
    const { id, identityTextId, nondisclosureTextId } = exam.exam;
    await page.get(`/exams/${id}`);
    const begun = await page.post(`/exams/${id}/sittings`, { identityTextId, nondisclosureTextId });
    sitting = String(begun.headers['location']);
    const radios = [
      ...(await page.get(sitting)).text.matchAll(/type="radio" id="[^"]+" name="q(\d+)" value="([^"]+)"/g),
    ];
    const place = Number(radios[0]?.[1]);
    question = { place, keys: radios.filter(([, at]) => Number(at) === place).map(([, , key = '']) => key) };
  });

  const save = (seen: number, key: string | undefined, more: Record<string, string> = {}) =>
    page.post(`${sitting}/answers`, {
      group: '1',
      [`r${question.place}`]: String(seen),
      [`q${question.place}`]: key ?? '',
      ...more,
    });
  const kept = async () => {
    const { rows } = await test.owner.query('select answer, revision from sitting_answer where sitting_id = $1', [
      sitting.split('/')[2],
    ]);
    return rows.map(({ answer, revision }) => [answer.chosen?.[0], revision]);
  };

  it('keep what a newer tab saved, and say so', async () => {
    const [first, second] = question.keys;
    const saved = await save(0, first);
    expect((await page.get(String(saved.headers['location']))).text).toContain('Your answers are saved.');
    const older = await save(0, second);
    expect((await page.get(String(older.headers['location']))).text).toContain('The page shows what is saved.');
    expect(await kept()).toEqual([[first, 1]]);
    await save(1, second);
    expect(await kept()).toEqual([[second, 2]]);
  });

  it('are not taken once the time has ended, and the page says so', async () => {
    await save(0, question.keys[0]);
    test.clock.forward({ minutes: 90, seconds: 11 });
    const late = await save(1, question.keys[1]);
    expect([late.status, late.headers['location']]).toEqual([303, sitting]);
    expect((await page.get(sitting)).text).toContain('Everything that was saved before counts.');
    expect(await kept()).toEqual([[question.keys[0], 1]]);
  });

  it('are not taken after handing in, which leads to the result', async () => {
    await save(0, question.keys[0]);
    await page.post(`${sitting}/submissions`, {});
    const late = await save(1, question.keys[1]);
    expect([late.status, late.headers['location']]).toEqual([303, sitting]);
    expect((await page.get(sitting)).headers['location']).toBe(`${sitting}/result`);
    expect(await kept()).toEqual([[question.keys[0], 1]]);
  });

  it('are none where a form was tampered with: a question that is not there, and an option of nothing', async () => {
    const away = await save(0, undefined, { r99: '0', q99: 'a' });
    expect(away.status).toBe(303);
    const odd = await save(0, 'of-nothing');
    expect(odd.status).toBe(422);
    expect(await kept()).toEqual([]);
  });

  it('belong to their own person', async () => {
    const other = visitor(test, tokenOf(exam.stranger, 'page'));
    await other.get('/exams');
    const sent = { group: '1', [`r${question.place}`]: '0', [`q${question.place}`]: question.keys[0] ?? '' };
    expect((await other.post(`${sitting}/answers`, sent)).status).toBe(404);
    expect(await kept()).toEqual([]);
  });
});
