import { join } from 'node:path';
import supertest from 'supertest';
import { businessOf, personActor } from '../../../test/support/by-person-id.js';
import { useApp } from '../../../test/support/app.js';
import { insertPerson } from '../../../test/support/factories/person.js';
import { visitor, type Visitor } from '../../../test/support/visitor.js';
import { FileMailer } from '../../../src/platform/mail/file-mailer.js';
import { Evidence } from '../../evidence/evidence.public.js';
import { Practice } from '../practice.public.js';
import { PracticeModule } from '../practice.module.js';
import { exampleEntry } from '../testing/example-entry.js';
import { ManageSignOff } from '../use-cases/manage-sign-off.js';
import { ReadPractice } from '../use-cases/read-practice.js';
import { RequestSignOff } from '../use-cases/request-sign-off.js';
import { WriteEntries } from '../use-cases/write-entries.js';

describe('a supervisor who signs without an account', () => {
  const test = useApp({ business: businessOf([PracticeModule]) });
  let person: string;
  let email: string;
  let entryId: string;
  let signOffId: string;
  let people = 0;

  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    people += 1;
    email = `supervisor-${people}@supervisor.example`;
    person = await insertPerson(test.owner, 'Ana Invented', `ana-${people}@trainee.example`);
    entryId = (await asPerson((tx) => test.get(WriteEntries).record(tx, content()))).entryId;
    signOffId = (await asPerson((tx) => test.get(RequestSignOff).execute(tx, { entryIds: [entryId] }))).signOffId;
  });

  const content = (changes: Parameters<typeof exampleEntry>[0] = {}) =>
    exampleEntry({ supervisor: { name: 'Ines Invented', email }, ...changes });
  const asPerson = <T>(work: Parameters<typeof test.run<T>>[0], who = person) => test.run(work, personActor(who));
  const facts = () => test.run((tx) => test.get(Evidence).factsOf(tx, person));
  const readEntry = (id: string) => asPerson((tx) => test.get(ReadPractice).entry(tx, id));
  const readSignOff = () => asPerson((tx) => test.get(ReadPractice).signOff(tx, signOffId));

  /** Letters to an address, newest first. */
  const letters = async (to = email) => {
    await test.runEffects();
    const all = await new FileMailer(join(test.config.DATA_DIR, 'mail'), () => '').list();
    return all.filter((letter) => JSON.stringify(letter.to).includes(to));
  };
  const linkOf = async () => {
    const text = (await letters()).map((letter) => letter.text).find((one) => one.includes('/sign-off-links/')) ?? '';
    return new URL(/https?:\S+\/sign-off-links\/\S+/.exec(text)?.[0] ?? '').pathname;
  };
  const tokens = async () =>
    (await letters()).flatMap((letter) => /\/sign-off-links\/(\S+)/.exec(letter.text)?.[1] ?? []);
  const codes = async () => (await letters()).flatMap((letter) => /\b\d{3} \d{3}\b/.exec(letter.text)?.[0] ?? []);

  /** Opens the letter's link as a browser would. @returns the browser, on the page */
  const open = async (link?: string): Promise<Visitor> => {
    const browser = visitor(test);
    const followed = await browser.get(link ?? (await linkOf()));
    expect(followed.status).toBe(303);
    await browser.get(page());
    return browser;
  };
  const page = () => `/sign-offs/${signOffId}`;
  const hashOn = (html: string) => /name="contentHash" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';
  const newestCode = async (browser: Visitor): Promise<string> => {
    const before = new Set(await codes());
    await browser.get(page());
    expect((await browser.post(`${page()}/codes`)).status).toBe(303);
    return (await codes()).find((code) => !before.has(code)) ?? '';
  };
  const sign = async (browser: Visitor, changes: Record<string, unknown> = {}) => {
    const shown = await browser.get(page());
    const fields = { name: 'Ines Invented', agreed: 'yes', contentHash: hashOn(shown.text), ...changes };
    return browser.post(`${page()}/signatures`, fields);
  };

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
      source: { module: 'practice', id: entryId },
    });
    expect(fact?.occurredOn.toString()).toBe('2026-11-20');
    expect(fact?.topics).toEqual([
      { topic: 'advocacy', minutes: 90 },
      { topic: 'ethical_responsibility', minutes: 30 },
    ]);
    const { rows } = await test.owner.query('select * from practice_sign_off where id = $1', [signOffId]);
    expect(rows[0]).toMatchObject({ state: 'signed', content_hash: hash, signed_name: 'Ines Invented' });
    expect(rows[0].signed_method).toContain('six-digit code mailed to the same address');
    expect(rows[0].signed_ip).toBeTruthy();
    expect((await readEntry(entryId)).entry.state).toBe('signed');
    expect(await test.run((tx) => test.get(Practice).statusFor(tx, person))).toEqual({
      unsent: 0,
      awaitingSignature: 0,
      returned: 0,
      signed: 120,
    });
    expect((await letters('trainee.example')).some((letter) => letter.subject.includes('signed'))).toBe(true);
  });

  it('is named by their account where they have one, so that they decide nothing about this person later', async () => {
    const supervisor = await insertPerson(test.owner, 'Ines Invented', email);
    const browser = await open();
    await sign(browser, { code: await newestCode(browser) });
    expect((await facts())[0]?.vouchedBy?.personId).toBe(supervisor);
  });

  it('signs supervision received as supervision, not as practice', async () => {
    const { entryId: id } = await asPerson((tx) =>
      test.get(WriteEntries).record(tx, content({ kind: 'supervision', method: 'individual_supervision' })),
    );
    signOffId = (await asPerson((tx) => test.get(RequestSignOff).execute(tx, { entryIds: [id] }))).signOffId;
    const link = `/sign-off-links/${(await tokens())[0]}`;
    const links = await Promise.all((await tokens()).map((token) => visitor(test).get(`/sign-off-links/${token}`)));
    const at = links.findIndex((answer) => answer.headers['location'] === page());
    const browser = await open(at < 0 ? link : `/sign-off-links/${(await tokens())[at]}`);
    await sign(browser, { code: await newestCode(browser) });
    expect(await facts()).toMatchObject([{ kind: 'supervision', code: null, minutes: 120 }]);
  });

  it('is not disturbed by a mail scanner that opened the link five times before, by GET and by HEAD', async () => {
    const link = await linkOf();
    const server = test.app.getHttpServer();
    for (let time = 0; time < 5; time++) {
      expect((await supertest(server).head(link)).status).toBe(303);
      const answer = await supertest(server).get(link);
      expect(answer.status).toBe(303);
      expect(answer.headers['referrer-policy']).toBe('no-referrer');
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    expect(await codes()).toEqual([]);
    const browser = await open(link);
    await sign(browser, { code: await newestCode(browser) });
    expect(await facts()).toHaveLength(1);
  });

  it('has the token in a cookie of that one page only, and in no address, subject or table', async () => {
    const link = await linkOf();
    const token = link.split('/').pop() ?? '';
    const followed = await supertest(test.app.getHttpServer()).get(link);
    const cookie = String(followed.headers['set-cookie']);
    expect(cookie).toContain(`Path=${page()}`);
    expect(cookie).toContain('HttpOnly');
    expect(followed.headers['location']).toBe(page());
    for (const letter of await letters()) expect(letter.subject).not.toContain(token);
    const { rows } = await test.owner.query(
      `select (select string_agg(l::text, '') from letter l) || (select string_agg(a::text, '') from audit a)
           || (select string_agg(k::text, '') from practice_sign_off_link k) as everything`,
    );
    expect(rows[0].everything).not.toContain(token);
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
      test.get(WriteEntries).change(tx, entryId, content({ domains: [{ domain: 'advocacy', minutes: 600 }] })),
    );
    const changed = await sign(browser, { code, contentHash: seen });
    expect(changed.status).toBe(409);
    expect(changed.text).toContain('Please read it again.');
    expect(changed.text).toContain('10 h');
    const oldCode = await sign(browser, { code });
    expect(oldCode.status).toBe(409);
    expect(await facts()).toEqual([]);
    expect((await sign(browser, { code: await newestCode(browser) })).status).toBe(303);
    expect((await facts())[0]?.minutes).toBe(600);
  });

  it('must read again also when the code is for the new content but the page still shows the old', async () => {
    const [oldTab, newTab] = [await open(), await open()];
    const seen = hashOn((await oldTab.get(page())).text);
    await asPerson((tx) => test.get(WriteEntries).change(tx, entryId, content({ setting: 'school' })));
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

  it('finds a link of 14 days closed on the minute, with words', async () => {
    const link = await linkOf();
    test.clock.set('2026-12-05T14:59:59Z');
    await open(link);
    test.clock.set('2026-12-05T15:00:00Z');
    const late = await visitor(test).get(link);
    expect(late.status).toBe(410);
    expect(late.text).toContain('older than 14 days');
    expect((await readSignOff()).signOff.linkExpired).toBe(true);
  });

  it('finds an old link dead once a new one was sent, and every link dead once the request was taken back', async () => {
    const oldLink = await linkOf();
    const oldTab = await open(oldLink);
    await asPerson((tx) => test.get(ManageSignOff).sendAgain(tx, signOffId));
    expect((await visitor(test).get(oldLink)).text).toContain('A newer link was sent to you');
    expect((await oldTab.get(page())).status).toBe(410);
    const newLink = `/sign-off-links/${(await tokens()).find((token) => !oldLink.endsWith(token))}`;
    const browser = await open(newLink);
    await asPerson((tx) => test.get(ManageSignOff).revoke(tx, signOffId));
    expect((await browser.get(page())).text).toContain('took this request back');
    expect((await browser.post(`${page()}/codes`)).status).toBe(410);
    expect((await readEntry(entryId)).entry.state).toBe('recorded');
  });

  it('returns the list with notes; the entries are the trainee’s again and can be sent once more', async () => {
    const browser = await open();
    await browser.post(`${page()}/returns`, { answer: 'returned', notes: 'The date was the 19th.' });
    expect((await browser.get(page())).text).toContain('went back with your notes');
    expect((await readSignOff()).signOff).toMatchObject({ state: 'returned', notes: 'The date was the 19th.' });
    expect((await readEntry(entryId)).entry.state).toBe('returned');
    expect((await letters('trainee.example')).some((letter) => letter.subject.includes('came back'))).toBe(true);
    expect(JSON.stringify(await letters('trainee.example'))).not.toContain('the 19th');
    await asPerson((tx) => test.get(RequestSignOff).execute(tx, { entryIds: [entryId] }));
    expect(await facts()).toEqual([]);
  });

  it('says that they did not supervise this person, and nothing is signed', async () => {
    const browser = await open();
    await browser.post(`${page()}/returns`, { answer: 'declined' });
    expect((await browser.get(page())).text).toContain('did not supervise this person');
    expect((await readSignOff()).signOff.state).toBe('declined');
    expect(await facts()).toEqual([]);
  });

  it('cannot open, see or sign another request with the link of this one', async () => {
    const own = await open();
    const { entryId: other } = await asPerson((tx) => test.get(WriteEntries).record(tx, content()));
    const second = await asPerson((tx) => test.get(RequestSignOff).execute(tx, { entryIds: [other] }));
    const cookie = [...own.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const server = test.app.getHttpServer();
    for (const address of [`/sign-offs/${second.signOffId}`, '/sign-offs/1', '/sign-off-links/made-up'])
      expect([404, 410]).toContain((await supertest(server).get(address).set('cookie', cookie)).status);
    const elsewhere = await own.post(`/sign-offs/${second.signOffId}/codes`);
    expect(elsewhere.status).toBe(410);
    expect((await visitor(test).get(page())).status).toBe(410);
  });

  it('cannot be the trainee, not even when the address became theirs after the request was sent', async () => {
    const browser = await open();
    const code = await newestCode(browser);
    await test.owner.query(
      `insert into contact (id, person_id, kind, address, address_key, verified_at, created_at)
       values (gen_random_uuid(), $1, 'email', $2, $2, now(), now())`,
      [person, email],
    );
    expect((await sign(browser, { code })).text).toContain('one of your own e-mail addresses');
    expect(await facts()).toEqual([]);
  });

  describe('and what is signed', () => {
    beforeEach(async () => {
      const browser = await open();
      await sign(browser, { code: await newestCode(browser) });
    });

    it('is locked: no change, no removal, no second request, and the database holds it too', async () => {
      const lockedError = { code: 'practice.locked' };
      await expect(asPerson((tx) => test.get(WriteEntries).change(tx, entryId, content()))).rejects.toMatchObject(
        lockedError,
      );
      await expect(asPerson((tx) => test.get(WriteEntries).remove(tx, entryId))).rejects.toMatchObject(lockedError);
      await expect(
        asPerson((tx) => test.get(RequestSignOff).execute(tx, { entryIds: [entryId] })),
      ).rejects.toMatchObject({ code: 'practice.not_all_signable' });
      for (const sql of [
        'update practice_entry set minutes = 1 where id = $1',
        'delete from practice_entry where id = $1',
        'update practice_entry_domain set minutes = 1 where entry_id = $1',
        'delete from practice_entry_domain where entry_id = $1',
      ])
        await expect(test.owner.query(sql, [entryId])).rejects.toThrow('a signed entry never changes');
      await expect(
        test.owner.query(`update practice_sign_off set signed_name = 'X' where id = $1`, [signOffId]),
      ).rejects.toThrow('never changes');
    });

    it('is corrected by a new entry that takes its place as evidence once it is signed too', async () => {
      const shorter = content({ domains: [{ domain: 'advocacy', minutes: 60 }] });
      const { entryId: correction } = await asPerson((tx) => test.get(WriteEntries).correct(tx, entryId, shorter));
      expect(await facts()).toMatchObject([{ minutes: 120 }]);
      await expect(asPerson((tx) => test.get(WriteEntries).correct(tx, entryId, shorter))).rejects.toMatchObject({
        code: 'practice.already_corrected',
      });
      const earlier = new Set(await tokens());
      signOffId = (await asPerson((tx) => test.get(RequestSignOff).execute(tx, { entryIds: [correction] }))).signOffId;
      const browser = await open(`/sign-off-links/${(await tokens()).find((token) => !earlier.has(token))}`);
      expect((await browser.get(page())).text).toContain('Takes the place of an entry signed before');
      await sign(browser, { code: await newestCode(browser) });
      expect(await facts()).toMatchObject([{ minutes: 60, source: { id: correction } }]);
      expect((await readEntry(entryId)).entry.state).toBe('corrected');
      const { totals } = await asPerson((tx) => test.get(ReadPractice).overview(tx));
      expect(totals.practice).toEqual({ recorded: 60, signed: 60 });
    });

    it('stands again when its correction is removed before it was signed', async () => {
      const { entryId: correction } = await asPerson((tx) => test.get(WriteEntries).correct(tx, entryId, content()));
      await asPerson((tx) => test.get(WriteEntries).remove(tx, correction));
      const { totals } = await asPerson((tx) => test.get(ReadPractice).overview(tx));
      expect(totals.practice).toEqual({ recorded: 120, signed: 120 });
    });
  });
});
