import supertest from 'supertest';
import { businessOf } from '../../../test/support/by-person-id.js';
import { useApp } from '../../../test/support/app.js';
import { visitor } from '../../../test/support/visitor.js';
import { PracticeModule } from '../practice.module.js';
import { supervisorCase } from '../testing/supervisor-case.js';
import { ManageSignOff } from '../use-cases/manage-sign-off.js';
import { RequestSignOff } from '../use-cases/request-sign-off.js';
import { WriteEntries } from '../use-cases/write-entries.js';

describe('the link of a supervisor without an account', () => {
  const test = useApp({ business: businessOf([PracticeModule]) });
  const {
    held,
    content,
    asPerson,
    facts,
    readEntry,
    readSignOff,
    letters,
    linkOf,
    tokens,
    codes,
    open,
    page,
    newestCode,
    sign,
  } = supervisorCase(test);

  it('does not mind a mail scanner that opened it five times before, by GET and by HEAD', async () => {
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

  it('has its token in a cookie of that one page only, and in no address, subject or table', async () => {
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

  it('is closed on the minute after 14 days, with words', async () => {
    const link = await linkOf();
    test.clock.set('2026-12-05T14:59:59Z');
    await open(link);
    test.clock.set('2026-12-05T15:00:00Z');
    const late = await visitor(test).get(link);
    expect(late.status).toBe(410);
    expect(late.text).toContain('older than 14 days');
    expect((await readSignOff()).signOff.linkExpired).toBe(true);
  });

  it('is dead once a new one was sent, and every one once the request was taken back', async () => {
    const oldLink = await linkOf();
    const oldTab = await open(oldLink);
    await asPerson((tx) => test.get(ManageSignOff).sendAgain(tx, held.signOffId));
    expect((await visitor(test).get(oldLink)).text).toContain('A newer link was sent to you');
    expect((await oldTab.get(page())).status).toBe(410);
    const newLink = `/sign-off-links/${(await tokens()).find((token) => !oldLink.endsWith(token))}`;
    const browser = await open(newLink);
    await asPerson((tx) => test.get(ManageSignOff).revoke(tx, held.signOffId));
    expect((await browser.get(page())).text).toContain('took this request back');
    expect((await browser.post(`${page()}/codes`)).status).toBe(410);
    expect((await readEntry(held.entryId)).entry.state).toBe('recorded');
  });

  it('opens, shows and signs no other request', async () => {
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
});
