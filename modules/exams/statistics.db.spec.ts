import { useApp } from '../../test/support/app.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { arrangeBank, broughtTo, question, type Bank } from '../item-bank/testing/bank-case.js';
import { ReadFormStatistics, RequestFormStatistics } from './use-cases/form-statistics-desk.js';
import { formOf, manySat, sat, type SatForm } from './testing/sat-form.js';

/** Answers of a person to three items and one that is tried out; null was left open. */
const RIGHT = [['a'], ['a', 'b'], ['a'], ['a']];
const HALF = [['a'], ['a'], ['b'], ['b']];
const NOTHING = [['b'], null, ['b'], ['a']];

const MULTIPLE = ['a', 'b', 'c'].map((key) => ({ key, text: `Step ${key}`, rationale: 'So.', correct: key !== 'c' }));

describe('statistics of a form that was sat', () => {
  const test = useApp();
  let bank: Bank;
  let form: SatForm;
  const ask = (by = bank.psychometrician) =>
    test.run((tx) => test.get(RequestFormStatistics).execute(tx, { formId: form.formId }), by);
  const read = (by = bank.psychometrician) => test.run((tx) => test.get(ReadFormStatistics).one(tx, form.formId), by);
  const person = (name: string) => insertPerson(test.owner, name, `${crypto.randomUUID()}@example.test`);

  beforeEach(async () => {
    bank = await arrangeBank(test);
    const scored = [question(), question({ kind: 'multiple', options: MULTIPLE }), question()];
    const items = [];
    for (const content of scored) items.push(await broughtTo(test, bank, 'active', content));
    items.push(await broughtTo(test, bank, 'pretest'));
    form = await formOf(test, bank, items);
  });

  it('rest on closed sittings, a person’s first, and are told to the bank item by item', async () => {
    const again = await person('Ana Again');
    await sat(test, form, { personId: again, answers: RIGHT, startedAt: '2026-11-02T10:00Z' });
    await sat(test, form, { personId: again, answers: NOTHING, startedAt: '2026-11-09T10:00Z' });
    await sat(test, form, { personId: await person('Hal Half'), answers: HALF, state: 'time_up' });
    await sat(test, form, { personId: await person('Nia Nothing'), answers: NOTHING });
    await sat(test, form, { personId: await person('Vera Void'), answers: RIGHT, state: 'voided' });
    await sat(test, form, { personId: await person('Otto Open'), answers: RIGHT, state: 'open' });
    await ask();
    await test.runEffects();

    const { told } = await read();
    // 3, 1.5 and 0 items: half of the second one is half an item.
    expect(told?.summary).toMatchObject({ attempts: 3, scoredItems: 3, mean: 1.5, standardDeviation: 1.5, passed: 1 });
    expect(told?.summary.items.map(({ p, leftOpen }) => [p, leftOpen])).toEqual([
      [2 / 3, 0],
      [0.5, 1],
      [1 / 3, 0],
      [2 / 3, 0],
    ]);
    expect(told?.summary.items[1]?.options.map(({ chosen }) => chosen)).toEqual([2, 1, 0]);
    expect(JSON.stringify(told)).not.toContain('correct');

    const rows = await test.owner.query(
      'select responses, p, subject_kind from bank_item_statistic where subject_id = $1 order by p',
      [form.formId],
    );
    expect(rows.rows.map(({ p }) => p)).toEqual([1 / 3, 0.5, 2 / 3, 2 / 3]);
    expect(rows.rows[0]).toMatchObject({ responses: 3, subject_kind: 'exam_form' });
  });

  it('open the keys as the product’s own reading, on record', async () => {
    await sat(test, form, { personId: await person('Rita Right'), answers: RIGHT });
    await ask();
    await test.runEffects();
    const { rows } = await test.owner.query(
      `select reader_id, purpose, cardinality(version_ids) as items from bank_item_reading where subject_id = $1`,
      [form.formId],
    );
    expect(rows).toEqual([{ reader_id: null, purpose: 'statistics', items: 4 }]);
  });

  it('are not there while nobody has finished, and nothing is told to the bank', async () => {
    await sat(test, form, { personId: await person('Otto Open'), answers: RIGHT, state: 'open' });
    await ask();
    await test.runEffects();
    expect((await read()).told).toBeNull();
  });

  it('are read in steps without leaving anybody out', async () => {
    for (let at = 0; at < 3; at += 1) await sat(test, form, { personId: await person(`Person ${at}`), answers: HALF });
    await manySat(test, form, 450);
    await ask();
    await test.runEffects();
    expect((await read()).told?.summary).toMatchObject({ attempts: 453, scores: [450, 3, 0, 0] });
  });

  it('are for a psychometrician of the body: asked by nobody else, read by nobody else', async () => {
    const other = await arrangeBank(test);
    for (const by of [other.psychometrician, bank.author, bank.administrator, bank.stranger]) {
      await expect(ask(by)).rejects.toMatchObject({ kind: 'not_found' });
      await expect(read(by)).rejects.toMatchObject({ kind: 'not_found' });
    }
    const list = await test.run((tx) => test.get(ReadFormStatistics).list(tx), other.psychometrician);
    expect(list.rows).toEqual([]);
  });
});
