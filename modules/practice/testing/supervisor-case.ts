import { join } from 'node:path';
import type { TestApp } from '../../../test/support/app.js';
import { personActor } from '../../../test/support/by-person-id.js';
import { insertPerson } from '../../../test/support/factories/person.js';
import { visitor, type Visitor } from '../../../test/support/visitor.js';
import { FileMailer } from '../../../src/platform/mail/file-mailer.js';
import { Evidence } from '../../evidence/evidence.public.js';
import { ReadPractice } from '../use-cases/read-practice.js';
import { ReadSignOffs } from '../use-cases/read-sign-offs.js';
import { RequestSignOff } from '../use-cases/request-sign-off.js';
import { WriteEntries } from '../use-cases/write-entries.js';
import { exampleEntry } from './example-entry.js';

/** Before each test a trainee whose entry was sent to a supervisor; and what the supervisor does with the letter. */
export function supervisorCase(test: TestApp) {
  const held = { person: '', email: '', entryId: '', signOffId: '' };
  let people = 0;

  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    people += 1;
    held.email = `supervisor-${people}@supervisor.example`;
    held.person = await insertPerson(test.owner, 'Ana Invented', `ana-${people}@trainee.example`);
    held.entryId = (await asPerson((tx) => test.get(WriteEntries).record(tx, content()))).entryId;
    held.signOffId = (
      await asPerson((tx) => test.get(RequestSignOff).execute(tx, { entryIds: [held.entryId] }))
    ).signOffId;
  });

  const content = (changes: Parameters<typeof exampleEntry>[0] = {}) =>
    exampleEntry({ supervisor: { name: 'Ines Invented', email: held.email }, ...changes });
  const asPerson = <T>(work: Parameters<typeof test.run<T>>[0], who = held.person) => test.run(work, personActor(who));
  const facts = () => test.run((tx) => test.get(Evidence).factsOf(tx, held.person));
  const readEntry = (id: string) => asPerson((tx) => test.get(ReadPractice).entry(tx, id));
  const readSignOff = () => asPerson((tx) => test.get(ReadSignOffs).one(tx, held.signOffId));

  /** Letters to an address, newest first. */
  const letters = async (to = held.email) => {
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
  const page = () => `/sign-offs/${held.signOffId}`;
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
  const names = { held, content, asPerson, facts, readEntry, readSignOff };
  return { ...names, letters, linkOf, tokens, codes, open, page, hashOn, newestCode, sign };
}
