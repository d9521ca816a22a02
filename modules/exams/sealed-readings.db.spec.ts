import type { PersonActor } from '../../src/kernel/actor.js';
import { useApp } from '../../test/support/app.js';
import { visitor } from '../../test/support/visitor.js';
import { signedIn, tokenOf } from '../certification/testing/certification-case.js';
import { ReadItem } from '../item-bank/use-cases/read-item.js';
import { apiOf } from './testing/api-of.js';
import { arrangeExam, type ExamCase } from './testing/exam-case.js';
import { begun, finished, itemsOf, proposed, type Sat } from './testing/rescoring-case.js';
import type { NamedReading } from './use-cases/read-sealed-readings.js';
import { ReadSealedReadings, type SealedReadingsQuery } from './use-cases/read-sealed-readings.js';

// Each test arranges a body with an exam, and somebody who sat it.
jest.setTimeout(60_000);

const WORDS = 'Both of them seemed right to me, quokka.';

describe('the log of sealed words', () => {
  const test = useApp();
  let exam: ExamCase;
  let sitting: Sat;
  let remarkId: string;
  let rescoreId: string;

  const api = (actor: PersonActor) => apiOf(test, actor);
  const log = async (query = '') => (await api(exam.bank.administrator).get(`exam-readings${query}`)).body;
  const all = (query: SealedReadingsQuery, most = 1000) =>
    test.run((tx) => test.get(ReadSealedReadings).all(tx, query, most), exam.bank.administrator);
  const numberOf = async (at: number): Promise<number> => {
    const sql = 'select i.number from bank_item i join bank_item_version v on v.item_id = i.id where v.id = $1';
    return (await test.owner.query(sql, [itemsOf(exam)[at]?.versionId])).rows[0].number;
  };

  beforeEach(async () => {
    exam = await arrangeExam(test);
    sitting = await finished(test, await begun(test, exam, 'Carla Candidate', { right: [1, 2] }));
    const sql = 'select place from exam_form_item where form_id = $1 and version_id = $2';
    const { rows } = await test.owner.query(sql, [exam.formId, itemsOf(exam)[0]?.versionId]);
    const challenge = { place: rows[0].place, sealedChallenge: WORDS };
    ({ remarkId } = (await api(sitting.actor).post(`sittings/${sitting.sittingId}/challenges`, challenge)).body);
    await api(exam.bank.psychometrician).post(`exam-remarks/${remarkId}/readings`);
    rescoreId = await proposed(test, exam, { at: 0, ruling: 'key_changed', keys: ['b'] });
    await api(exam.bank.psychometrician).post(`exam-rescorings/${rescoreId}/readings`);
  });

  it('tells who was given which item, challenge and ruling, when and why, and none of the words', async () => {
    const { readings } = await log('?reader=' + exam.bank.psychometrician.personId);
    const item = `${await numberOf(0)}.1`;
    expect(readings[0]).toMatchObject({ reader: 'Piet Psychometrician', purpose: 'rescore', opened: [{ kind: 'rescore', id: rescoreId, item }], items: [] }); // prettier-ignore
    const challenge = readings.find(({ purpose }: NamedReading) => purpose === 'remark');
    expect(challenge).toMatchObject({
      opened: [{ kind: 'challenge', id: remarkId, item }],
      readAt: expect.any(String),
    });
    const appeal = readings.filter(({ purpose }: NamedReading) => purpose === 'appeal');
    expect(appeal).toContainEqual(expect.objectContaining({ items: [item], subject: { kind: 'exam_remark', id: remarkId } })); // prettier-ignore
    expect(JSON.stringify(await log())).not.toMatch(/quokka|Lantern|Listening|Invented reasons|Because/);
    const page = await visitor(test, tokenOf(exam.bank.administrator, 'page')).get('/desk/exams/readings');
    expect(page.text).toContain(`Challenge, item ${item}`);
    expect(page.text).not.toMatch(/quokka|Lantern|Invented reasons/);
  });

  it('is narrowed to an item with all that was said and ruled of it, to a person, a purpose, and days in the body’s zone', async () => {
    const purposes = (rows: { purpose: string }[]) => [...new Set(rows.map(({ purpose }) => purpose))].toSorted();
    const { readings } = await log(`?item=${await numberOf(0)}`);
    expect(purposes(readings)).toEqual(expect.arrayContaining(['appeal', 'remark', 'rescore', 'scoring']));
    expect(purposes((await log(`?item=${await numberOf(1)}`)).readings)).not.toContain('remark');
    expect(purposes((await log('?purpose=remark')).readings)).toEqual(['remark']);
    await test.runEffects();
    const product = (await log('?reader=product')).readings;
    expect(product.length).toBeGreaterThan(0);
    expect(product.every(({ readerId }: NamedReading) => readerId === null)).toBe(true);
    expect((await log(`?item=999999`)).status).toBe(404);
    // A browser sends the filters that were left alone as empty fields.
    expect((await log('?item=&reader=&purpose=&from=&to=')).readings.length).toBeGreaterThan(5);
    // 2026-11-03T04:30Z is still the second in New York.
    const at = async (id: string) => past(`update exam_secret_reading set read_at = '2026-11-03T04:30Z' where secret_ids @> array[(select secret_id from exam_remark where id = $1)]`, [id]); // prettier-ignore
    await past(`update organization set time_zone = 'America/New_York' where id = $1`, [exam.bodyId]);
    await at(remarkId);
    const on = async (from: string, to: string) =>
      (await log(`?purpose=remark&from=${from}&to=${to}`)).readings.length as number;
    expect([await on('2026-11-02', '2026-11-02'), await on('2026-11-03', '2026-11-30'), await on('', '2026-11-01')]).toEqual([1, 0, 0]); // prettier-ignore
    for (const query of ['?from=yesterday', '?item=x', '?purpose=mood', '?reader=1']) {
      expect([query, (await api(exam.bank.administrator).get(`exam-readings${query}`)).status]).toEqual([query, 422]);
    }
  });

  const past = async (sql: string, values: unknown[]) => {
    await test.owner.query('set session_replication_role = replica');
    await test.owner.query(sql, values);
    await test.owner.query('set session_replication_role = origin');
  };

  it('goes page by page through everything once, while more is read', async () => {
    const itemId = (await test.owner.query('select item_id as id from bank_item_version where id = $1', [itemsOf(exam)[0]?.versionId])).rows[0].id; // prettier-ignore
    const read = () =>
      test.run((tx) => test.get(ReadItem).execute(tx, { itemId, purpose: 'page' }), exam.bank.psychometrician);
    for (let times = 0; times < 30; times++) await read();
    const whole = (await all({})).rows.map(({ id }) => id);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { readings: { id: string }[]; next: string | null } = await log(after ? `?after=${after}` : '');
      seen.push(...page.readings.map(({ id }) => id));
      after = page.next;
      await read();
    } while (after);
    expect(seen.length).toBeGreaterThan(30);
    expect(seen).toEqual(whole);
    const cut = await all({}, 7);
    expect([cut.rows.map(({ id }) => id).length, cut.isCut]).toEqual([7, true]);
  });

  it('is for who administers that body alone: not for those who read, nor for another body', async () => {
    const elsewhere = await arrangeExam(test);
    const paths = ['/desk/exams/readings', '/desk/exams/readings.csv'];
    for (const actor of [exam.bank.psychometrician, exam.bank.reviewer, exam.registrar, sitting.actor]) {
      const mine = visitor(test, tokenOf(actor, 'page'));
      for (const path of paths) expect((await mine.get(path)).status).toBe(403);
      expect((await api(actor).get('exam-readings')).status).toBe(403);
    }
    const foreign = await api(elsewhere.bank.administrator).get(`exam-readings?body=${exam.bodyId}`);
    expect(foreign.status).toBe(404);
    const theirs = await api(elsewhere.bank.administrator).get('exam-readings');
    expect(theirs.text).not.toContain(exam.bank.psychometrician.personId);
  });

  it('comes as a file that no spreadsheet program takes for formulas', async () => {
    const name = '=HYPERLINK("https://example.test")';
    const odd = await signedIn(test, name, exam.bodyId, 'psychometrician');
    await api(odd).post(`exam-remarks/${remarkId}/readings`);
    const mine = visitor(test, tokenOf(exam.bank.administrator, 'page'));
    const { text, headers } = await mine.get('/desk/exams/readings.csv?purpose=remark');
    expect(headers['content-type']).toContain('text/csv');
    const lines = text.split('\r\n');
    expect(lines[1]).toBe('When,When (UTC),Who,Number,Why,What,Items,Other sealed words');
    expect(lines[2]).toContain(`"'=HYPERLINK(`);
    expect(lines[3]).toContain('Piet Psychometrician');
    expect(lines.slice(4)).toEqual(['']);
    expect(text).not.toContain('quokka');
  });
});
