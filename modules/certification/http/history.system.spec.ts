import { randomUUID } from 'node:crypto';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { useApp } from '../../../test/support/app.js';
import { call } from '../../../test/support/caller.js';
import { visitor } from '../../../test/support/visitor.js';
import {
  admitted,
  apply,
  arrangeCase,
  decide,
  everything,
  giveEvidence,
  signedIn,
  tokenOf,
  type Case,
} from '../testing/certification-case.js';
import { ReadApplications } from '../use-cases/read-applications.js';

const CODE = 'criminal_history_and_registry';
const WORDS = 'The orchard ledger was copied by hand in nineteen nights';

const as = ({ personId }: PersonActor) => ({ personId, assurance: 'two-factor' as const });
const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('a waiver that is taken back', () => {
  const test = useApp();
  const post = (by: PersonActor, path: string, body: object) =>
    call(test, as(by), { method: 'POST', path: `/api/v1/applications/${path}`, body });
  const own = (arranged: Case, id: string) =>
    test.run((tx) => test.get(ReadApplications).own(tx, id), arranged.applicant);

  async function waived() {
    const arranged = await arrangeCase(test);
    await giveEvidence(
      test,
      arranged,
      everything.filter(({ kind }) => kind !== 'document'),
    );
    const id = await apply(test, arranged);
    const clause = (await own(arranged, id)).eligibility!.clauses.find(({ state }) => state === 'still_needed')!;
    const waive = () =>
      post(arranged.registrar, `${id}/waivers`, {
        clauseId: clause.id,
        reasonCode: 'equivalent_shown',
        reason: 'Your letters show it.',
      });
    const waiverId = JSON.parse((await waive()).text).waiverId as string;
    const takeBack = (by = arranged.registrar, reason = 'It was about somebody of the same name.') =>
      post(by, `${id}/waivers/${waiverId}/endings`, { reason });
    const stateOf = async () =>
      (await own(arranged, id)).eligibility!.clauses.find((one) => one.id === clause.id)!.state;
    return { arranged, id, clause, waiverId, waive, takeBack, stateOf };
  }

  it('asks the requirement again, tells the applicant why in the timeline, and can be given anew', async () => {
    const { arranged, id, clause, takeBack, stateOf, waive, waiverId } = await waived();
    expect(await stateOf()).toBe('waived');
    expect((await takeBack(arranged.registrar, '')).status).toBe(422);
    expect((await takeBack()).status).toBe(201);
    expect(await stateOf()).toBe('still_needed');
    expect(JSON.parse((await takeBack()).text).code).toBe('certification.waiver_taken_back');

    const page = plain((await visitor(test, tokenOf(arranged.applicant, 'page')).get(`/applications/${id}`)).text);
    expect(page).toContain(`A requirement is asked of you again`);
    expect(page).toContain(`${clause.title}. It was about somebody of the same name.`);
    expect(page).toContain('A requirement was set aside for you');
    const desk = plain((await visitor(test, tokenOf(arranged.registrar, 'page')).get(`/desk/applications/${id}`)).text);
    expect(desk).toContain('A waiver was taken back, Regis Registrar');
    // The rules are named by their day, as people name them, and not by what their file calls them.
    expect(desk).toMatch(/, by the rules in force since \d+ \w+ \d{4}/);

    expect((await waive()).status).toBe(201);
    expect(JSON.parse((await waive()).text).code).toMatch(/not_waivable|already_waived/);
    expect(await stateOf()).toBe('waived');
    const audited = await test.owner.query(
      `select details from audit where action = 'certification.waiver.taken_back'`,
    );
    expect(JSON.stringify(audited.rows)).not.toContain('same name');
    await expect(
      test.owner.query('update requirement_waiver_end set reason = reason where waiver_id = $1', [waiverId]),
    ).rejects.toThrow(/never changed/);
  });

  it('is no reviewer’s, no stranger’s, and no other body’s to take back', async () => {
    const { arranged, takeBack } = await waived();
    for (const by of [arranged.reviewer, arranged.decider, arranged.applicant, arranged.stranger]) {
      expect((await takeBack(by)).status).toBe(403);
    }
    const elsewhere = await signedIn(test, 'Elsa Elsewhere', (await arrangeCase(test)).bodyId, 'registrar');
    expect((await takeBack(elsewhere)).status).toBe(404);
  });

  it('stays once the certification is granted', async () => {
    const { arranged, id, takeBack } = await waived();
    const desk = (by: PersonActor, path: string, body = {}) => post(by, `${id}/${path}`, body);
    await desk(arranged.reviewer, 'claims');
    await desk(arranged.reviewer, 'reviews', { outcome: 'admitted' });
    await decide(test, arranged.decider, id);
    expect(JSON.parse((await takeBack()).text).code).toBe('certification.closed_to_waivers');
  });

  it('is asked for on a page of its own, which keeps what was typed', async () => {
    const { arranged, id, waiverId } = await waived();
    const page = visitor(test, tokenOf(arranged.registrar, 'page'));
    const path = `/desk/applications/${id}/waivers/${waiverId}/endings`;
    expect((await page.get(`/desk/applications/${id}`)).text).toContain(`${path}/new`);
    expect((await page.get(`${path}/new`)).text).toContain('Your letters show it.');
    const long = 'x'.repeat(2001);
    const again = await page.post(path, { reason: long });
    expect([again.status, again.text.includes(long)]).toEqual([422, true]);
    expect((await page.post(path, { reason: 'It was about another letter.' })).status).toBe(303);
  });
});

describe('a question about a background result', () => {
  const test = useApp();

  it('and its answer are in the timeline, and what was answered nowhere', async () => {
    const arranged = await arrangeCase(test, { prerequisites: [{ code: CODE, kind: 'background_check' }] });
    await giveEvidence(test, arranged);
    const id = await apply(test, arranged);
    const post = (by: PersonActor, noun: string, body: object) =>
      call(test, as(by), { method: 'POST', path: `/api/v1/applications/${id}/${noun}`, body });
    await post(arranged.registrar, 'background-checks', {
      code: CODE,
      result: 'not_clear',
      provider: 'Harbor Checks (invented)',
      reference: `B-${randomUUID()}`,
      checkedOn: '2026-11-20',
    });
    expect((await post(arranged.registrar, 'background-questions', { answerUntil: '2026-12-21' })).status).toBe(201);
    const read = async (by: PersonActor, path: string) =>
      plain((await visitor(test, tokenOf(by, 'page')).get(path)).text);
    expect(await read(arranged.applicant, `/applications/${id}`)).toContain('You were asked about the result');
    expect(await read(arranged.registrar, '/desk/applications?waits=background')).not.toContain('Rosalind Okonkwo');
    expect((await post(arranged.applicant, 'background-answers', { sealedText: WORDS })).status).toBe(201);

    const pages = [
      await read(arranged.applicant, `/applications/${id}`),
      await read(arranged.decider, `/desk/applications/${id}`),
    ];
    expect(pages[0]).toContain('You answered about the result of your background check');
    expect(pages[1]).toContain('The applicant answered about a background result');
    expect(pages[1]).toContain('The applicant was asked about a background result, Regis Registrar');
    for (const page of pages) expect(page).not.toContain('orchard');

    // What came in leads straight to where it is read.
    const list = await visitor(test, tokenOf(arranged.registrar, 'page')).get('/desk/applications?waits=background');
    expect(list.text).toContain(`/desk/applications/${id}/background-checks`);
    expect(await read(arranged.registrar, '/desk/applications?waits=reference')).not.toContain('Rosalind Okonkwo');
  });
});

describe('the withdrawal of a certification', () => {
  const test = useApp();

  it('shows whom it touches and asks for a confirmation before it is done; what was sent goes its way', async () => {
    const arranged = await arrangeCase(test);
    const administrator = await signedIn(test, 'Ada Administrator', arranged.bodyId, 'administrator');
    const sent = await admitted(test, arranged);
    const page = visitor(test, tokenOf(administrator, 'page'));
    expect((await page.get('/desk/scheme-withdrawals')).text.replaceAll('&#x3D;', '=')).toContain(
      `scheme=${arranged.schemeCode}`,
    );
    const form = `/desk/scheme-withdrawals/new?scheme=${arranged.schemeCode}&body=${arranged.bodyId}`;
    const shown = (await page.get(form)).text;
    expect(shown).toContain(`/desk/applications/${sent}`);
    expect(plain(shown)).toContain('1 application sent and not decided yet');

    const typed = { schemeCode: arranged.schemeCode, bodyId: arranged.bodyId, withdrawnFrom: '2026-12-01' };
    const reason = 'Another one follows it';
    const unconfirmed = await page.post('/desk/scheme-withdrawals', { ...typed, reason });
    expect(unconfirmed.status).toBe(422);
    expect(unconfirmed.text).toContain('Say that you looked at whom this touches');
    expect(unconfirmed.text).toContain(reason);
    expect(unconfirmed.text).toContain('value="2026-12-01"');
    expect((await page.post('/desk/scheme-withdrawals', { ...typed, reason, confirmed: 'yes' })).status).toBe(303);
    expect(plain((await page.get('/desk/scheme-withdrawals')).text)).toContain('Until 30 November 2026');
    expect((await page.get(form)).text).not.toContain('name="withdrawnFrom"');

    await decide(test, arranged.decider, sent);
    const elsewhere = await signedIn(test, 'Elsa Elsewhere', (await arrangeCase(test)).bodyId, 'administrator');
    expect((await visitor(test, tokenOf(elsewhere, 'page')).get(form)).status).toBe(404);
    expect((await visitor(test, tokenOf(arranged.registrar, 'page')).get(form)).status).toBe(403);
  });
});
