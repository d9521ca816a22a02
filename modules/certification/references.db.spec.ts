import { join } from 'node:path';
import { FileMailer } from '../../src/platform/mail/file-mailer.js';
import { Transaction } from '../../src/platform/database/transaction.js';
import type { PersonActor } from '../../src/kernel/actor.js';
import { useApp } from '../../test/support/app.js';
import { call } from '../../test/support/caller.js';
import { everythingStored } from '../../test/support/everything-stored.js';
import { visitor, type Visitor } from '../../test/support/visitor.js';
import { CaseFiles } from '../case-files/case-files.public.js';
import { Evidence } from '../evidence/evidence.public.js';
import { apply, arrangeCase, giveEvidence, signedIn, type Case } from './testing/certification-case.js';
import { RemindRefereesSchedule } from './jobs/remind-referees.schedule.js';

const WORDS = 'Forty kites were mended by her on the river wall';
const LETTER = 'supervisor_recommendation_letter';

describe('a reference by mailed link', () => {
  const test = useApp();
  let arranged: Case;
  let administrator: PersonActor;
  let applicationId: string;
  let email: string;
  let people = 0;

  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    people += 1;
    email = `referee-${people}@referee.example`;
    const scheme = { prerequisites: [{ code: LETTER, kind: 'document' as const }] };
    arranged = await arrangeCase(test, scheme);
    administrator = await signedIn(test, 'Ada Administrator', arranged.bodyId, 'administrator');
    await giveEvidence(test, arranged);
    applicationId = await apply(test, arranged);
  });

  const as = ({ personId }: PersonActor) => ({ personId, assurance: 'two-factor' as const });
  const own = () => `/api/v1/applications/${applicationId}/references`;
  const ask = async (changes: object = {}) => {
    const body = { code: LETTER, name: 'Ines Invented', email, ...changes };
    return call(test, as(arranged.applicant), { method: 'POST', path: own(), body });
  };
  const asked = async (): Promise<string> => JSON.parse((await ask()).text).requestId as string;
  const letters = async (to = email) => {
    await test.runEffects();
    const all = await new FileMailer(join(test.config.DATA_DIR, 'mail'), () => '').list();
    return all.filter((letter) => JSON.stringify(letter.to).includes(to));
  };
  const links = async () =>
    (await letters()).flatMap((letter) => /\/reference-links\/\S+?(?=[\s>)]|$)/.exec(letter.text)?.[0] ?? []);
  const open = async (link: string, requestId: string): Promise<Visitor> => {
    const browser = visitor(test);
    expect((await browser.get(link)).headers['location']).toBe(`/references/${requestId}`);
    expect((await browser.get(`/references/${requestId}`)).status).toBe(200);
    return browser;
  };
  const write = async (text = WORDS) => {
    const requestId = await asked();
    const browser = await open((await links())[0]!, requestId);
    expect((await browser.post(`/references/${requestId}/letters`, { sealedText: text })).status).toBe(303);
    return { requestId, browser };
  };
  const fileId = async (): Promise<string> => {
    const { rows } = await test.owner.query('select id from case_file where subject_id = $1', [applicationId]);
    return rows[0].id;
  };
  const name = async (reader: PersonActor) => {
    const body = { readerId: reader.personId, reason: 'checks_references' };
    const path = `/desk/case-files/${await fileId()}/readers`;
    expect((await call(test, as(administrator), { method: 'POST', path, body })).status).toBe(303);
  };
  const review = (by: PersonActor, requestId: string, outcome = 'accepted') =>
    call(test, as(by), { method: 'POST', path: `${own()}/${requestId}/reviews`, body: { outcome } });
  const read = async (by: PersonActor) =>
    call(test, as(by), { method: 'POST', path: `/desk/case-files/${await fileId()}/readings` });
  const facts = async () => {
    const all = await test.run((tx) => test.get(Evidence).factsOf(tx, arranged.applicant.personId));
    return all.filter(({ code }) => code === LETTER);
  };
  const remind = async () => {
    const worker = await test.worker();
    const schedule = worker.get(RemindRefereesSchedule, { strict: false });
    const context = { actor: { kind: 'system' as const, name: 'test' }, requestId: 'test' };
    await worker.get(Transaction).run(context, (tx) => schedule.run(tx));
  };

  it('goes sealed to its named reader, who accepts that it was received, and nothing else is recorded', async () => {
    const { requestId, browser } = await write();
    expect((await browser.get(`/references/${requestId}`)).text).toContain('Your answer has arrived');
    const later = await signedIn(test, 'Lara Later', arranged.bodyId, 'reviewer');
    expect((await review(later, requestId)).code).toBe('certification.not_a_reader');
    await name(later);
    expect((await review(later, requestId)).code).toBe('certification.read_reference_first');
    expect((await review(arranged.reviewer, requestId)).code).toBe('certification.read_reference_first');
    expect((await read(arranged.reviewer)).text).toContain(WORDS);
    expect((await review(arranged.reviewer, requestId)).status).toBeLessThan(300);
    expect(await facts()).toMatchObject([
      {
        kind: 'document',
        value: { document_type: LETTER, received: true },
        vouchedBy: { method: 'reviewer', personId: arranged.reviewer.personId },
      },
    ]);
    const seen = await call(test, as(arranged.applicant), { method: 'GET', path: own() });
    expect(JSON.parse(seen.text).references).toMatchObject([{ state: 'accepted' }]);
    const files = await call(test, as(arranged.applicant), { method: 'GET', path: '/case-files' });
    expect(files.text).toContain('Rosa Reviewer read it');
    expect((await everythingStored(test)).includes(WORDS)).toBe(false);
  });

  it('is closed to decider, registrar, applicant and another body, before and after', async () => {
    const { requestId } = await write();
    await name(arranged.reviewer);
    const elsewhere = await arrangeCase(test, { id: `elsewhere-${people}` });
    const stranger = await signedIn(test, 'Elsa Elsewhere', elsewhere.bodyId, 'administrator');
    for (const one of [arranged.decider, arranged.registrar, administrator, arranged.applicant, stranger]) {
      expect([403, 404]).toContain((await read(one)).status);
      expect([403, 404]).toContain((await review(one, requestId)).status);
    }
    const desk = `/desk/applications/${applicationId}/references`;
    expect((await call(test, as(stranger), { method: 'GET', path: desk })).status).toBe(404);
    const page = await call(test, as(arranged.decider), { method: 'GET', path: desk });
    expect(page.text).toContain('What was written is sealed');
    expect(page.text).not.toContain('kites');
  });

  it('changes nothing by being opened, by GET and HEAD, however often; its token is in one cookie and no table', async () => {
    const requestId = await asked();
    const link = (await links())[0]!;
    for (const method of ['GET', 'HEAD', 'GET']) {
      const answer = await test.app.inject({ method: method as 'GET', url: link });
      expect(answer.statusCode).toBe(303);
      expect(String(answer.headers['set-cookie'])).toContain(`Path=/references/${requestId}`);
      expect(answer.headers['referrer-policy']).toBe('no-referrer');
    }
    const { rows } = await test.owner.query('select state from reference_request where id = $1', [requestId]);
    expect(rows[0].state).toBe('asked');
    const { rows: kept } = await test.owner.query(
      `select (select string_agg(l::text, '') from letter l) || (select string_agg(r::text, '') from reference_link r) as all`,
    );
    expect(kept[0].all).not.toContain(link.split('/').at(-1));
  });

  it('opens no other request, none without its cookie, and none after 30 days, an answer or a newer link', async () => {
    const first = await asked();
    const link = (await links())[0]!;
    const other = JSON.parse((await ask({ email: `nobody-${people}@other.example` })).text).requestId as string;
    const browser = await open(link, first);
    const token = link.split('/').at(-1);
    const crossed = await test.app.inject({
      url: `/references/${other}`,
      headers: { cookie: `reference-link=${token}` },
    });
    expect(crossed.statusCode).toBe(410);
    expect((await visitor(test).get(`/references/${first}`)).status).toBe(410);
    test.clock.set('2026-12-02T15:00:00Z');
    await remind();
    expect((await browser.get(`/references/${first}`)).status).toBe(410);
    const newest = (await links()).find((one) => one !== link)!;
    const again = await open(newest, first);
    await again.post(`/references/${first}/letters`, { sealedText: 'In time' });
    expect((await again.post(`/references/${first}/letters`, { sealedText: 'Twice' })).status).toBe(410);
    test.clock.set('2026-12-22T15:00:00Z');
    const late = await links();
    expect((await visitor(test).get(late[0]!)).status).toBeGreaterThanOrEqual(303);
  });

  it('expires after 30 days', async () => {
    await asked();
    const link = (await links())[0]!;
    test.clock.set('2026-12-21T15:00:00Z');
    const answer = await visitor(test).get(link);
    expect(answer.status).toBe(410);
    expect(answer.text).toContain('older than 30 days');
  });

  it('is reminded of once', async () => {
    await asked();
    test.clock.set('2026-11-30T15:00:00Z');
    await remind();
    expect(await letters()).toHaveLength(1);
    test.clock.set('2026-12-02T15:00:00Z');
    await remind();
    test.clock.set('2026-12-12T15:00:00Z');
    await remind();
    expect(await letters()).toHaveLength(2);
  });

  it('is taken back by the applicant, who names another; a stranger cannot', async () => {
    const requestId = await asked();
    const link = (await links())[0]!;
    const path = `${own()}/${requestId}/withdrawals`;
    expect((await call(test, as(arranged.stranger), { method: 'POST', path })).status).toBe(404);
    expect((await call(test, as(arranged.applicant), { method: 'POST', path })).status).toBeLessThan(300);
    expect((await visitor(test).get(link)).text).toContain('took this request back');
    expect((await ask({ name: 'Otto Other', email: `otto-${email}` })).status).toBeLessThan(300);
  });

  it('is asked for letters of the scheme only, once each, and never of oneself', async () => {
    expect((await ask({ code: 'photo_id' })).code).toBe('certification.letter_not_asked');
    const mine = `p${arranged.applicant.personId.replaceAll('-', '')}@example.test`;
    expect((await ask({ email: mine })).code).toBe('certification.referee_oneself');
    await ask();
    expect((await ask({ email: email.toUpperCase() })).code).toBe('certification.referee_asked');
    expect((await call(test, as(arranged.stranger), { method: 'GET', path: own() })).status).toBe(404);
  });

  it('may be declined, and set aside by its reader, and then somebody else is named', async () => {
    const requestId = await asked();
    const browser = await open((await links())[0]!, requestId);
    await browser.post(`/references/${requestId}/refusals`);
    email = `second-${email}`;
    const second = await write();
    await name(arranged.reviewer);
    await read(arranged.reviewer);
    await review(arranged.reviewer, second.requestId, 'set_aside');
    const seen = await call(test, as(arranged.applicant), { method: 'GET', path: own() });
    const states = JSON.parse(seen.text).references.map(({ state }: { state: string }) => state);
    expect(states).toEqual(['declined', 'set_aside']);
    expect(await facts()).toEqual([]);
  });

  it('is not read by its writer: the door needs a reader', async () => {
    await write();
    const id = await fileId();
    await expect(test.run((tx) => test.get(CaseFiles).read(tx, id), arranged.applicant)).rejects.toMatchObject({
      kind: 'not_found',
    });
  });
});
