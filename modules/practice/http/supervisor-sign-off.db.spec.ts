import { businessOf } from '../../../test/support/by-person-id.js';
import { useApp } from '../../../test/support/app.js';
import { insertPerson } from '../../../test/support/factories/person.js';
import { visitor } from '../../../test/support/visitor.js';
import { Practice } from '../practice.public.js';
import { PracticeModule } from '../practice.module.js';
import { supervisorCase } from '../testing/supervisor-case.js';
import { RequestSignOff } from '../use-cases/request-sign-off.js';
import { WriteEntries } from '../use-cases/write-entries.js';

const TICKED = /name="agreed" value="yes" checked/;

describe('a supervisor who signs without an account', () => {
  const test = useApp({ business: businessOf([PracticeModule]) });
  const { held, content, asPerson, facts, readEntry, letters, linkOf, tokens, open, page, hashOn, newestCode, sign } =
    supervisorCase(test);

  it('sees exactly what is signed, signs with a code mailed at that moment, and it becomes evidence', async () => {
    const browser = await open();
    const shown = await browser.get(page());
    for (const words of [
      'Ana Invented',
      '20 November 2026',
      '2 h',
      'Advocacy 1 h 30 min',
      'Ethical responsibility 30 min',
    ])
      expect(shown.text).toContain(words);
    const code = await newestCode(browser);
    const hash = hashOn((await browser.get(page())).text);
    expect((await sign(browser, { code })).headers['location']).toBe(page());
    expect((await browser.get(page())).text).toContain('The hours of Ana Invented are signed');

    const [fact] = await facts();
    expect(fact).toMatchObject({
      kind: 'practice',
      code: 'paid',
      minutes: 120,
      vouchedBy: { method: 'supervisor-signature', name: 'Ines Invented' },
      source: { module: 'practice', id: held.entryId },
    });
    expect(fact?.occurredOn.toString()).toBe('2026-11-20');
    expect(fact?.topics).toEqual([
      { topic: 'advocacy', minutes: 90 },
      { topic: 'ethical_responsibility', minutes: 30 },
    ]);
    const { rows } = await test.owner.query('select * from practice_sign_off where id = $1', [held.signOffId]);
    expect(rows[0]).toMatchObject({ state: 'signed', content_hash: hash, signed_name: 'Ines Invented' });
    expect(rows[0].signed_method).toContain('six-digit code mailed to the same address');
    expect(rows[0].signed_ip).toBeTruthy();
    expect((await readEntry(held.entryId)).entry.state).toBe('signed');
    expect(await test.run((tx) => test.get(Practice).statusFor(tx, held.person))).toEqual({
      unsent: 0,
      awaitingSignature: 0,
      returned: 0,
      signed: 120,
    });
    expect((await letters('trainee.example')).some((letter) => letter.subject.includes('signed'))).toBe(true);
  });

  it('is named by their account where they have one, so that they decide nothing about this person later', async () => {
    const supervisor = await insertPerson(test.owner, 'Ines Invented', held.email);
    const browser = await open();
    await sign(browser, { code: await newestCode(browser) });
    expect((await facts())[0]?.vouchedBy?.personId).toBe(supervisor);
  });

  it('signs supervision received as supervision, not as practice', async () => {
    const { entryId: id } = await asPerson((tx) =>
      test.get(WriteEntries).record(tx, content({ kind: 'supervision', method: 'individual_supervision' })),
    );
    held.signOffId = (await asPerson((tx) => test.get(RequestSignOff).execute(tx, { entryIds: [id] }))).signOffId;
    const link = `/sign-off-links/${(await tokens())[0]}`;
    const links = await Promise.all((await tokens()).map((token) => visitor(test).get(`/sign-off-links/${token}`)));
    const at = links.findIndex((answer) => answer.headers['location'] === page());
    const browser = await open(at < 0 ? link : `/sign-off-links/${(await tokens())[at]}`);
    await sign(browser, { code: await newestCode(browser) });
    expect(await facts()).toMatchObject([{ kind: 'supervision', code: null, minutes: 120 }]);
  });

  it('is not signed for by a script that posts without a code, without name or without the tick', async () => {
    const browser = await open();
    await newestCode(browser);
    for (const changes of [{ code: '' }, { code: 'abcdef' }]) expect((await sign(browser, changes)).status).toBe(422);
    const without = await sign(browser, { code: '000000', name: ' ', agreed: undefined });
    expect(without.status).toBe(422);
    expect(without.text).toContain('Type your name');
    expect(without.text).toContain('Tick the statement');
    expect(await facts()).toEqual([]);
  });

  it('has five tries with a code, counted even when they come at once, and may ask for another', async () => {
    const browser = await open();
    const code = await newestCode(browser);
    const wrong = code.startsWith('0') ? '111111' : '000000';
    const first = await sign(browser, { code: wrong });
    expect(first.status).toBe(422);
    expect(first.text).toContain('Tries left: 4');
    expect(first.text).toMatch(TICKED);
    await Promise.all([1, 2, 3, 4].map(() => sign(browser, { code: wrong })));
    const right = await sign(browser, { code });
    expect(right.text).toContain('There is no code that works now.');
    expect(await facts()).toEqual([]);
    expect((await sign(browser, { code: await newestCode(browser) })).status).toBe(303);
  });

  it('cannot use a code after ten minutes', async () => {
    const browser = await open();
    const code = await newestCode(browser);
    test.clock.forward({ minutes: 10 });
    expect((await sign(browser, { code })).text).toContain('There is no code that works now.');
  });

  it('is mailed at most five codes an hour', async () => {
    const browser = await open();
    for (let sent = 0; sent < 5; sent++) await newestCode(browser);
    await browser.get(page());
    expect((await browser.post(`${page()}/codes`)).status).toBe(429);
    test.clock.forward({ hours: 1 });
    await browser.get(page());
    expect((await browser.post(`${page()}/codes`)).status).toBe(303);
  });

  it('must read again what changed after they opened the page, with a new code', async () => {
    const browser = await open();
    const code = await newestCode(browser);
    const seen = hashOn((await browser.get(page())).text);
    await asPerson((tx) =>
      test.get(WriteEntries).change(tx, held.entryId, content({ domains: [{ domain: 'advocacy', minutes: 600 }] })),
    );
    const changed = await sign(browser, { code, contentHash: seen });
    expect(changed.status).toBe(409);
    expect(changed.text).toContain('Please read it again.');
    expect(changed.text).toContain('10 h');
    expect(changed.text).not.toMatch(TICKED);
    const oldCode = await sign(browser, { code });
    expect(oldCode.status).toBe(409);
    expect(await facts()).toEqual([]);
    expect((await sign(browser, { code: await newestCode(browser) })).status).toBe(303);
    expect((await facts())[0]?.minutes).toBe(600);
  });

  it('must read again also when the code is for the new content but the page still shows the old', async () => {
    const [oldTab, newTab] = [await open(), await open()];
    const seen = hashOn((await oldTab.get(page())).text);
    await asPerson((tx) => test.get(WriteEntries).change(tx, held.entryId, content({ setting: 'school' })));
    const code = await newestCode(newTab);
    expect((await sign(oldTab, { code, contentHash: seen })).status).toBe(409);
    expect(await facts()).toEqual([]);
  });

  it('signs once: the link then shows the receipt, and a second signature of an open tab finds it answered', async () => {
    const [browser, otherTab] = [await open(), await open()];
    const code = await newestCode(browser);
    const hash = hashOn((await browser.get(page())).text);
    await otherTab.get(page());
    await sign(browser, { code });
    const again = await otherTab.post(`${page()}/signatures`, { name: 'Ines', agreed: 'yes', contentHash: hash, code });
    expect(again.status).toBe(410);
    expect(again.text).toContain('This request is already answered.');
    const reopened = visitor(test);
    await reopened.get(await linkOf());
    expect((await reopened.get(page())).text).toContain('are signed');
    expect(await facts()).toHaveLength(1);
  });

  it('signs once even when the button is pressed five times at the same moment', async () => {
    const browser = await open();
    const code = await newestCode(browser);
    const hash = hashOn((await browser.get(page())).text);
    const fields = { name: 'Ines', agreed: 'yes', contentHash: hash, code };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => browser.post(`${page()}/signatures`, fields)));
    expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([303, 410, 410, 410, 410]);
    expect(await facts()).toHaveLength(1);
  });

  it('cannot be the trainee, not even when the address became theirs after the request was sent', async () => {
    const browser = await open();
    const code = await newestCode(browser);
    await test.owner.query(
      `insert into contact (id, person_id, kind, address, address_key, verified_at, created_at)
       values (gen_random_uuid(), $1, 'email', $2, $2, now(), now())`,
      [held.person, held.email],
    );
    expect((await sign(browser, { code })).text).toContain('one of your own e-mail addresses');
    expect(await facts()).toEqual([]);
  });
});
