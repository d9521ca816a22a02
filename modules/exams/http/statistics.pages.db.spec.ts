import { useApp } from '../../../test/support/app.js';
import { call } from '../../../test/support/caller.js';
import { insertPerson } from '../../../test/support/factories/person.js';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { arrangeBank, broughtTo, type Bank } from '../../item-bank/testing/bank-case.js';
import { formOf, sat, type SatForm } from '../testing/sat-form.js';

describe('the pages of statistics', () => {
  const test = useApp();
  let bank: Bank;
  let form: SatForm;
  let people = 0;

  const as = ({ personId }: PersonActor) => ({ personId, assurance: 'two-factor' as const });
  const page = async (path = '') =>
    (await call(test, as(bank.psychometrician), { method: 'GET', path: `/desk/exams/statistics${path}` })).text;
  /** Lets so many more people sit, of whom those who know more have more right; the first item everybody has right. */
  async function letSit(count: number): Promise<void> {
    for (const last = people + count; people < last; people += 1) {
      const able = (people * 37) % 100;
      const answers = form.versionIds.map((_, at) => {
        const chance = (people * 13 + at * 29) % 40;
        return able + chance >= at * 15 ? ['a'] : [chance % 2 ? 'b' : 'c'];
      });
      const personId = await insertPerson(test.owner, 'Made Up', `${crypto.randomUUID()}@example.test`);
      await sat(test, form, { personId, answers });
    }
    const path = `/desk/exams/statistics/${form.formId}/runs`;
    expect((await call(test, as(bank.psychometrician), { method: 'POST', path })).status).toBe(303);
    await test.runEffects();
  }

  beforeAll(async () => {
    bank = await arrangeBank(test);
    const items = [];
    for (let at = 0; at < 8; at += 1) items.push(await broughtTo(test, bank, 'active'));
    items.push(await broughtTo(test, bank, 'pretest'));
    form = await formOf(test, bank, items);
  });

  const told = async (path = '') =>
    JSON.parse(
      (await call(test, as(bank.psychometrician), { method: 'GET', path: `/api/v1/exam-statistics${path}` })).text,
    );

  it('say that nobody has sat, then lead to the form and offer to work it out', async () => {
    expect(await page()).toContain('Nobody has finished a sitting yet');
    expect(await page(`/${form.formId}`)).toContain('Not worked out yet');
  });

  it('hide every figure below 30 people', async () => {
    await letSit(29);
    expect(await page()).toContain(`/desk/exams/statistics/${form.formId}`);
    const text = await page(`/${form.formId}`);
    expect(text).toContain('Shown from 30 people on');
    expect(text).toContain('This form has 29 so far');
    expect(text).not.toMatch(/<svg class="gs-chart|Item–rest|alpha/);
    expect(await told()).toMatchObject({ forms: [{ id: form.formId, sittings: 29 }], next: null });
    const few = { attempts: 29, weight: 'hidden', figures: null, shownFrom: 30, settledFrom: 100 };
    expect(await told(`/${form.formId}`)).toMatchObject(few);
  });

  it('show them from 30 on as not for decisions, and from 100 on without that', async () => {
    await letSit(1);
    expect(await page(`/${form.formId}`)).toContain('Not for decisions');
    await letSit(70);
    const text = await page(`/${form.formId}`);
    expect(text).not.toContain('Not for decisions');
    expect(text).toContain('from 100 people');
  });

  it('show the same numbers as a picture and as a table, items by number and what stands out in words', async () => {
    const text = await page(`/${form.formId}`);
    expect(text.match(/<svg class="gs-chart gs-plot"/g)).toHaveLength(2);
    // Everybody has the first item right, so it has no place in the map and a row in the table.
    expect(text).toContain('8 of 9 items are circles or diamonds; 1 without a correlation is only in the table.');
    expect(text).toMatch(/>1\.1\s*<\/th>.*?>1\.00\s*<.*?Cannot be told.*?too easy, all alike/s);
    expect(text).toContain('pretest, not scored');
    expect(text).toContain('Cut score 2.0');
    expect(text).not.toContain('Lantern question');
    expect(text).not.toMatch(/<script(?! [^>]*src=)|style="/);
  });

  it('are told to programs with the same figures, items by number and with no word of any', async () => {
    const { figures, ...about } = await told(`/${form.formId}`);
    expect(about).toMatchObject({ formId: form.formId, attempts: 100, weight: 'settled', isBehind: false });
    expect(figures.items).toHaveLength(9);
    expect(figures.items[0]).toMatchObject({
      item: '1.1',
      p: 1,
      pointBiserial: null,
      isPretest: false,
      isTakenOut: false,
    });
    expect(figures.items[0].flags).toContain('too_easy');
    expect(JSON.stringify(figures)).not.toContain('Lantern question');
    const path = `/api/v1/exam-statistics/${form.formId}/runs`;
    const asked = await call(test, as(bank.psychometrician), { method: 'POST', path });
    expect([asked.status, JSON.parse(asked.text)]).toMatchObject([202, { formId: form.formId }]);
  });
});
