import { useApp } from '../../test/support/app.js';
import { visitor } from '../../test/support/visitor.js';
import { tokenOf } from '../certification/testing/certification-case.js';
import { apiOf } from './testing/api-of.js';
import { arrangeExam, type ExamCase } from './testing/exam-case.js';
import { approved, begun, finished, itemsOf, proposed, type Sat } from './testing/rescoring-case.js';
import { FormKeys, sealedKeys } from './use-cases/form-keys.js';
import { ReadFormStatistics } from './use-cases/form-statistics-desk.js';
import { ReadRescores } from './use-cases/read-rescores.js';
import { ReadSitting } from './use-cases/read-sitting.js';
import { FormRepository } from './persistence/form.repository.js';

// Each test arranges a body with an exam, and people who sat it.
jest.setTimeout(60_000);

/** Six items (0 single, 1 multiple with a and b, 2 ordering a b c, …), three to pass. */
describe('several whole answers of an item', () => {
  const test = useApp();
  let exam: ExamCase;
  /** Have two items; besides one of them b and c, the other the order b a c. */
  let [sam, ora]: Sat[] = [];

  const sit = async (name: string, answers: Parameters<typeof begun>[3]) =>
    finished(test, await begun(test, exam, name, answers));
  const desk = () => apiOf(test, exam.bank.psychometrician).post;
  const pageOf = () => visitor(test, tokenOf(exam.bank.psychometrician, 'page'));
  const resultOf = async ({ sittingId, actor }: Sat) => {
    const sitting = await test.run((tx) => test.get(ReadSitting).execute(tx, sittingId), actor);
    return 'result' in sitting ? sitting.result : null;
  };
  const placed = (...letters: string[]) => ({
    places: Object.fromEntries(letters.map((letter, at) => [letter, at + 1])),
  });
  const versionAt = (at: number) => itemsOf(exam)[at]?.versionId ?? '';

  beforeEach(async () => {
    exam = await arrangeExam(test);
    sam = await sit('Sam Second Set', { right: [0, 3], given: { 1: { chosen: ['b', 'c'] } } });
    ora = await sit('Ora Other Order', { right: [0, 3], given: { 2: placed('b', 'a', 'c') } });
    await test.runEffects();
  });

  it('are previewed, approved and applied for an item with several right options: who gains a pass gets it, the first answer stays right', async () => {
    const before = await resultOf(sam as Sat);
    expect(before?.passed).toBe(false);
    const all = await sit('Ann All', { right: [0, 1, 2, 3, 4, 5] });
    const keys = ['a b', 'b c'];
    const id = await proposed(test, exam, { at: 1, ruling: 'keys_accepted', keys });
    const { preview } = await test.run((tx) => test.get(ReadRescores).one(tx, id), exam.bank.psychometrician);
    expect(preview?.counts).toMatchObject({ would_pass: 1, would_not_pass: 0, stays_passed: 1 });
    await approved(test, exam, id);
    await test.runEffects();
    expect(await resultOf(sam as Sat)).toMatchObject({ passed: true, scaledScore: 500 });
    expect(await resultOf(all)).toMatchObject({ scaledScore: 800 });
    const { told } = await test.run(
      (tx) => test.get(ReadFormStatistics).one(tx, exam.formId),
      exam.bank.psychometrician,
    );
    // Sam and Ann of three.
    expect(told?.summary.items.find(({ versionId }) => versionId === versionAt(1))?.p).toBeCloseTo(2 / 3);
  });

  it('are accepted of an item that is put in order, typed one on a line when its challenge is decided', async () => {
    const place = await test.owner.query('select place from exam_form_item where form_id = $1 and version_id = $2', [exam.formId, versionAt(2)]); // prettier-ignore
    const mine = visitor(test, tokenOf((ora as Sat).actor, 'page'));
    await mine.get(`/sittings/${ora?.sittingId}/remarks`);
    await mine.post(`/sittings/${ora?.sittingId}/challenges`, { place: place.rows[0].place, sealedChallenge: 'Either order seemed right.' }); // prettier-ignore
    const { rows } = await test.owner.query('select id from exam_remark where sitting_id = $1', [ora?.sittingId]);
    const [page, path] = [pageOf(), `/desk/exams/remarks/${rows[0].id}`];
    expect((await page.get(path)).text).toContain('By now it is: a b c.');
    const decision = { outcome: 'upheld', ruling: 'keys_accepted', sealedReasons: 'The handbook has both orders.' };
    const once = await page.post(`${path}/decisions`, { ...decision, sealedKeys: 'a b c' });
    expect([once.status, once.text.includes('Name at least two whole answers')]).toEqual([422, true]);
    expect(once.text).toContain('a b c</textarea>');
    expect((await page.post(`${path}/decisions`, { ...decision, sealedKeys: 'a b c\r\nb, a c\r\n' })).status).toBe(303);
    expect((await page.get(path)).text).toContain('Right from then on: a b c or b a c');
    const told = (await desk()(`exam-remarks/${rows[0].id}/readings`, {})).body;
    expect(told.decided.keys).toEqual(['a b c', 'b a c']);
    const form = await page.get(`/desk/exams/rescorings/new?remark=${rows[0].id}`);
    expect(form.text).toContain('(a b c or b a c)');
    const sealedReasons = 'As it was decided.';
    const { rescoreId } = (await desk()('exam-rescorings', { remarkId: rows[0].id, sealedReasons })).body;
    expect((await desk()(`exam-rescorings/${rescoreId}/readings`, {})).body.keys).toEqual(['a b c', 'b a c']);
    await approved(test, exam, rescoreId);
    await test.runEffects();
    expect(await resultOf(ora as Sat)).toMatchObject({ passed: true, scaledScore: 500 });
    // Whoever sits from now on has the same.
    const late = await sit('Lee Late', { right: [0, 3], given: { 2: placed('b', 'a', 'c') } });
    expect(await resultOf(late)).toMatchObject({ passed: true });
  });

  it('are refused where they are not whole, or one of them twice', async () => {
    const propose = (at: number, sealedKeys: unknown) =>
      desk()('exam-rescorings', {
        versionId: versionAt(at),
        ruling: 'keys_accepted',
        sealedKeys,
        sealedReasons: 'Invented reasons.',
      });
    for (const given of [['a b c', 'b a'], ['a b c', 'a b c'], ['a b c'], [['a', 'b', 'c']], 'a', ['a b c', '<b>']]) {
      expect([given, (await propose(2, given)).status]).toEqual([given, 422]);
    }
    expect((await propose(1, ['a b', 'b a'])).body.code).toBe('exams.ruling_does_not_fit');
    expect((await propose(1, ['a b', 'a b c'])).status).toBe(201);
  });

  it('are read as they were sealed before there could be several: the letters in one list', async () => {
    expect(sealedKeys('keys_accepted', { keys: ['a', 'b'] })).toEqual([['a'], ['b']]);
    expect(sealedKeys('key_changed', { keys: ['c', 'a', 'b'] })).toEqual([['c', 'a', 'b']]);
    expect(sealedKeys('not_counted', { keys: [] })).toEqual([]);
    expect(sealedKeys('keys_accepted', { keys: [['a', 'b'], ['b']] })).toEqual([['a', 'b'], ['b']]);
    await approved(test, exam, await proposed(test, exam, { at: 1, ruling: 'keys_accepted', keys: ['a b', 'b c'] }));
    const key = await test.run(async (tx) => {
      const form = await test.get(FormRepository).find(tx, [exam.bodyId], exam.formId);
      return form && test.get(FormKeys).of(tx, form);
    }, exam.bank.psychometrician);
    expect(key?.rulings.get(versionAt(1))?.keys).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
  });
});
