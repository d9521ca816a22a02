import { useApp } from '../../../test/support/app.js';
import { call, type CallAnswer } from '../../../test/support/caller.js';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { arrangeBank, broughtTo, newestOf, question, written, type Bank } from '../testing/bank-case.js';

describe('the pages of the item bank', () => {
  const test = useApp();
  let bank: Bank;
  beforeAll(async () => {
    bank = await arrangeBank(test);
  });

  const as = ({ personId }: PersonActor) => ({ personId, assurance: 'two-factor' as const });
  const get = (path: string, by: PersonActor): Promise<CallAnswer> =>
    call(test, as(by), { method: 'GET', path: `/desk/item-bank${path}` });
  const post = (path: string, by: PersonActor, body: object): Promise<CallAnswer> =>
    call(test, as(by), { method: 'POST', path: `/desk/item-bank${path}`, body });
  const form = (changes: object = {}) => ({
    bodyId: bank.bodyId,
    examDomain: 'advocacy',
    competency: 'core-1',
    difficulty: 'easy',
    kind: 'single',
    sealedStem: 'What would a good neighbor say?',
    sealedOption1: 'Good morning',
    sealedWhy1: 'It opens a door.',
    right1: 'yes',
    sealedOption3: 'Nothing',
    sealedWhy3: 'It closes one.',
    intent: 'save',
    ...changes,
  });
  const count = async (table: string) => (await test.owner.query(`select count(*)::int as n from ${table}`)).rows[0].n;

  it('let an author see a question as candidates do before anything is kept, and then keep it', async () => {
    const before = await count('bank_item');
    const shown = await post('/items', bank.author, form({ intent: 'preview' }));
    expect([shown.status, shown.text.includes('Nothing is saved yet')]).toEqual([200, true]);
    expect(shown.text).toContain('Choose one.');
    expect(shown.text).toMatch(/name="sealedStem"[^>]*>What would a good neighbor say\?<\/textarea>/);
    expect(await count('bank_item')).toBe(before);
    const saved = await post('/items', bank.author, form());
    expect(saved.status).toBe(303);
    const { text } = await get(saved.headers['location']!.replace('/desk/item-bank', ''), bank.author);
    expect(text).toContain('What would a good neighbor say?');
    expect(text).toContain('Hand in for review');
    expect(text).not.toContain('Put into pretest');
  });

  it('show the form again with what was typed and a note beside each field that needs one', async () => {
    const sent = form({ sealedStem: '', sealedWhy3: '', right1: '' });
    const { status, text } = await post('/items', bank.author, sent);
    expect(status).toBe(422);
    expect(text).toMatch(/id="field-sealedStem-problem"[^>]*>[\s\S]{0,120}Write the question/);
    expect(text).toMatch(/id="field-sealedWhy3-problem"/);
    expect(text).toContain('A single-answer item has one correct option, not 0');
    expect(text).toMatch(/name="sealedOption3"[^>]*>Nothing<\/textarea>/);
  });

  it('keep letters of options from version to version, and the places of steps in their order', async () => {
    const saved = await post('/items', bank.author, form({ sealedStem: 'Which letter stays?' }));
    const path = saved.headers['location']!.replace('/desk/item-bank', '');
    const edit = await get(`${path}/edit`, bank.author);
    expect(edit.text).toMatch(/name="sealedOption3"[^>]*>Nothing<\/textarea>/);
    const basedOn = await newestOf(test, path.split('/')[2]!);
    const steps = { kind: 'ordering', sealedOption1: 'Second', sealedOption3: 'First', basedOn };
    expect((await post(`${path}/versions`, bank.author, form(steps))).status).toBe(303);
    const { text } = await get(path, bank.author);
    expect(text).toMatch(/a: Place 1/);
    expect(text).toMatch(/c: Place 2/);
    expect((await get(`${path}/differences`, bank.author)).text).toContain('Put in order');
    const late = await post(`${path}/versions`, bank.author, form({ basedOn }));
    expect([late.status, late.text.includes('newer version')]).toEqual([409, true]);
  });

  it('lead an item from the author over the reviewer into use, each seeing only their own steps', async () => {
    const { itemId, versionId } = await written(test, bank);
    const path = `/items/${itemId}`;
    const move = (name: string, by: PersonActor, more = {}) =>
      post(`${path}/moves`, by, { versionId, move: name, ...more });
    expect((await move('hand_in', bank.author)).status).toBe(303);
    expect((await get('?show=waiting', bank.reviewer)).text).toContain(`${path}?for&#x3D;review`);
    const noted = await move('return', bank.reviewer, { sealedNote: '' });
    expect([noted.status, noted.text.includes('Write what the author should look at')]).toEqual([422, true]);
    expect((await move('review', bank.reviewer)).status).toBe(303);
    expect((await move('pretest', bank.psychometrician)).status).toBe(303);
    expect((await get(path, bank.psychometrician)).text).toContain('Put into use');
  });

  it('show the list without a word of what is asked, and no link to what one may not open', async () => {
    const { itemId } = await written(test, bank, question({ stem: 'Seven geese on the quay' }));
    const { text } = await get('', bank.otherAuthor);
    expect(text).not.toContain('Seven geese');
    expect(text).not.toContain(itemId);
    expect((await get('', bank.author)).text).toContain(itemId);
    expect((await get('?state=nonsense', bank.author)).status).toBe(422);
  });

  it('show an administrator who read what, when and why, and nothing of what is asked', async () => {
    const { itemId } = await written(test, bank, question({ stem: 'Nine lanterns on the hill' }));
    await get(`/items/${itemId}`, bank.reviewer);
    const { text } = await get('/readings', bank.administrator);
    expect(text).toContain('Rhea Reviewer');
    expect(text).toContain('Opened it');
    expect(text).not.toContain('Nine lanterns');
    // A browser sends the filters that were left alone as empty fields.
    const unfiltered = await get('/readings?item=&reader=&purpose=', bank.administrator);
    expect([unfiltered.status, unfiltered.text.includes('Rhea Reviewer')]).toEqual([200, true]);
  });

  it('lead a study from its items to a document with the cut score', async () => {
    const item = await broughtTo(test, bank, 'active', question({ stem: 'How many boats?' }));
    const study = { bodyId: bank.bodyId, title: 'Spring study', rounds: '1', versionIds: item.versionId };
    const begun = await post('/studies', bank.psychometrician, study);
    const path = begun.headers['location']!.replace('/desk/item-bank', '');
    const id = path.split('/')[2]!;
    for (const { personId: judgeId } of bank.judges) await post(`${path}/judges`, bank.psychometrician, { judgeId });
    expect((await post(`${path}/moves`, bank.psychometrician, { move: 'open' })).status).toBe(303);
    expect((await get(path, bank.psychometrician)).text).not.toContain('How many boats?');
    for (const [at, judge] of bank.judges.entries()) {
      const page = await get(`/judging/${id}`, judge);
      expect(page.text).toContain('How many boats?');
      const field = `percent.${item.versionId}`;
      const odd = await post(`/judging/${id}/estimates`, judge, { [field]: 'many' });
      expect([odd.status, odd.text.includes('Enter a whole number from 0 to 100')]).toEqual([422, true]);
      expect((await post(`/judging/${id}/estimates`, judge, { [field]: `${60 + at * 10} %` })).status).toBe(303);
    }
    expect((await get('/judging', bank.judges[0]!)).text).toContain('1 of 1');
    expect((await post(`${path}/moves`, bank.psychometrician, { move: 'close' })).status).toBe(303);
    const { text } = await get(`${path}/document`, bank.psychometrician);
    expect(text).toContain('0.65 items (13/20 exactly)');
    expect(text).toContain('Jo Judge');
    expect(text).not.toContain('How many boats?');
  });

  it('keep nothing sealed of a form whose sender must sign in again', async () => {
    await call(test, null, {
      method: 'POST',
      path: '/desk/item-bank/items',
      body: form({ sealedStem: 'Kept nowhere' }),
    });
    const { rows } = await test.owner.query('select fields::text as fields from kept_form');
    expect(rows.map(({ fields }) => fields).join()).not.toMatch(/Kept nowhere|Good morning/);
  });
});
