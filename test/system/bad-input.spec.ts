import { join } from 'node:path';
import supertest from 'supertest';
import {
  admitted,
  arrangeCase,
  decide,
  everything,
  recordExam,
  type Case,
} from '../../modules/certification/testing/certification-case.js';
import { CourseContent } from '../../modules/courses/courses.public.js';
import { enterPerson, linkOf, PASSWORD } from '../../modules/people/testing/people-app.js';
import { ApiClient } from '../../modules/portal/demonstration/api-client.js';
import { inProcess } from '../../modules/portal/demonstration/transport.js';
import { projectRoot } from '../../src/config/project-root.js';
import { sessionCookieName } from '../../src/platform/access/session-cookie.js';
import { useApp } from '../support/app.js';
import { personActor } from '../support/by-person-id.js';
import { call, callIn, openSession, type Caller } from '../support/caller.js';
import { insertPerson } from '../support/factories/person.js';
import { readPdf } from '../support/pdf.js';
import { visitor } from '../support/visitor.js';

const HOST = 'localhost:3000';

const entry = {
  kind: 'paid',
  workedOn: '2026-11-20',
  startsAt: '09:00',
  'time.advocacyHours': '2',
  method: 'one_to_one',
  setting: 'recovery_community',
  activity: 'support_conversation',
  supervisorName: 'Samira Okafor',
  supervisorEmail: 'samira.okafor@lantern-house.example',
};

describe('bad input', () => {
  const test = useApp();

  const entriesOf = async (personId: string): Promise<number> =>
    (await test.owner.query('select 1 from practice_entry where person_id = $1', [personId])).rowCount ?? 0;
  const trainee = async (): Promise<Caller> => ({ personId: await insertPerson(test.owner), assurance: 'password' });
  const clientOf = async (personId: string): Promise<ApiClient> =>
    new ApiClient(inProcess(test.app), await openSession(test, { personId, assurance: 'two-factor' }, 'api'));

  describe('a form', () => {
    it('that is sent twice at the same moment is saved once, and both are shown the same', async () => {
      const person = await trainee();
      const session = await openSession(test, person, 'page');
      const send = () =>
        callIn(test, session, { method: 'POST', path: '/practice/entries', body: { ...entry, _form: 'one-form' } });
      const [first, second] = await Promise.all([send(), send()]);
      expect([first.status, second.status]).toEqual([303, 303]);
      expect(second.headers['location']).toBe(first.headers['location']);
      expect(await entriesOf(person.personId)).toBe(1);
    });

    it('that is open in two tabs is saved once; the second tab is told, with everything still typed', async () => {
      const person = await trainee();
      const session = await openSession(test, person, 'page');
      const [tab, otherTab] = [visitor(test, session), visitor(test, session)];
      for (const one of [tab, otherTab]) await one.get('/practice/entries/new');
      expect((await tab.post('/practice/entries', entry)).status).toBe(303);
      const told = await otherTab.post('/practice/entries', entry);
      expect(told.status).toBe(422);
      expect(told.text).toContain('Samira Okafor');
      expect(told.text).toContain('value="09:00"');
      expect(await entriesOf(person.personId)).toBe(1);
    });

    it('that begins an application in two tabs leads both to the one application', async () => {
      const { applicant, schemeCode, bodyId } = await arrangeCase(test);
      const begin = () =>
        call(
          test,
          { personId: applicant.personId, assurance: 'password' },
          { method: 'POST', path: '/applications', body: { schemeCode, bodyId } },
        );
      const [first, second] = [await begin(), await begin()];
      expect(first.headers['location']).toMatch(/^\/applications\/[0-9a-f-]{36}$/);
      expect(second.headers['location']).toBe(first.headers['location']);
    });

    it('that is sent after the session ended comes back with what was typed, once signed in again', async () => {
      const email = 'half.an.hour@typing.example';
      const { id: personId } = await enterPerson(test, { email });
      const typed = await callIn(test, 'a session that has ended', {
        method: 'POST',
        path: '/practice/entries',
        body: { ...entry, supervisorName: 'Somebody typed at length' },
        headers: { host: HOST, referer: `http://${HOST}/practice/entries/new` },
      });
      expect(typed.status).toBe(303);
      expect(typed.headers['location']).toMatch(/^\/sign-in\?returnTo=%2Fpractice%2Fentries%2Fnew&kept=/);

      const signInPage = await callIn(test, undefined, { method: 'GET', path: typed.headers['location'] ?? '' });
      const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(signInPage.text)?.[1] ?? '';
      const signedIn = await callIn(test, undefined, {
        method: 'POST',
        path: '/sign-in',
        body: { email, password: PASSWORD, returnTo: hidden('returnTo'), kept: hidden('kept') },
      });
      const session = new RegExp(`${sessionCookieName(test.config)}=([^;]+)`).exec(
        signedIn.headers['set-cookie'] ?? '',
      );
      const form = await callIn(test, session?.[1], { method: 'GET', path: signedIn.headers['location'] ?? '' });
      expect(form.status).toBe(200);
      for (const value of ['Somebody typed at length', entry.workedOn, entry.supervisorEmail]) {
        expect(form.text).toContain(`value="${value}"`);
      }
      const sent = await callIn(test, session?.[1], { method: 'POST', path: '/practice/entries', body: entry });
      expect(sent.status).toBe(303);
      expect(await entriesOf(personId)).toBe(1);
    });

    it('with a file that is not what it says is shown again with what was typed, and nothing is kept', async () => {
      await test.run((tx) => test.get(CourseContent).load(tx, join(projectRoot, 'content')));
      const { bodyId, applicant } = await arrangeCase(test);
      const page = visitor(test, await openSession(test, { ...applicant, assurance: 'password' }, 'page'));
      const { text: html } = await page.get('/evidence/outside-trainings/new');
      const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
      const answer = await supertest(test.app.getHttpServer())
        .post('/evidence/outside-trainings')
        .set('cookie', [...page.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
        .field({ _csrf: hidden('_csrf'), _form: hidden('_form'), bodyId, provider: 'Harbor Academy' })
        .field({ title: 'Hope in practice', startedOn: '2026-11-02', finishedOn: '2026-11-03' })
        .field({ time_advocacyHours: '7', time_advocacyMinutes: '30' })
        .attach('proof', Buffer.from('<script>alert(1)</script>'), { filename: 'certificate.pdf' });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('not what its name says');
      expect(answer.text).toContain('value="Hope in practice"');
      const kept = await test.owner.query('select 1 from submission where person_id = $1', [applicant.personId]);
      expect(kept.rowCount).toBe(0);
    });
  });

  describe('a name', () => {
    const letters = (text: string): string[] =>
      [...text.normalize('NFKC').replaceAll(/[\s\u200b\u200d]/g, '')].toSorted();

    it.each([
      ['in Arabic', 'فاطمة الزهراء', 'ar'],
      ['in Devanagari', 'क्षितिज श्रीवास्तव', 'hi'],
      ['in Vietnamese, typed in pieces', 'Nguyễn Thị Ánh'.normalize('NFD'), 'vi'],
      ['in Chinese', '欧阳修', 'zh'],
      ['in Cherokee', 'ᏍᏏᏉᏯ', 'chr'],
      ['of 200 characters', 'Maria-Fernanda Guadalupe de los Santos Albuquerque '.repeat(4).slice(0, 199) + 'o', 'pt'],
    ])('%s goes from registering to the certificate as it was typed', async (_, legalName, nameLanguage) => {
      const { applicant, number, personId } = await certified(legalName, nameLanguage);
      const pdf = await applicant.bytes(`/api/v1/credentials/${number}/certificate`);
      const name = legalName.normalize('NFC');
      const { rows } = await test.owner.query('select legal_name from person where id = $1', [personId]);
      expect(rows).toEqual([{ legal_name: name }]);
      const printed = new Set(letters((await readPdf(pdf)).text));
      expect(letters(name).filter((letter) => !printed.has(letter))).toEqual([]);
      const surname = name.split(' ').at(-1);
      const answer = await new ApiClient(inProcess(test.app)).post<{ status: string; holder?: { name: string } }>(
        '/api/v1/standings',
        { number, surname },
      );
      expect([answer.status, answer.holder?.name]).toEqual(['active', name]);
    });

    it('with an emoji holds the document as work for staff while the credential counts, until a printable name is agreed', async () => {
      const { arranged, applicant, number } = await certified('Robin 👩🏽‍🚒 Okafor', 'en');
      const anyone = new ApiClient(inProcess(test.app));
      expect(await anyone.get(`/v/${number}`)).toMatchObject({ status: 'active', inGoodStanding: true });
      const early = await applicant.answer('GET', `/api/v1/credentials/${number}/certificate`);
      expect(early.status).toBeGreaterThanOrEqual(400);
      expect(early.status).toBeLessThan(500);

      const registrar: Caller = { personId: arranged.registrar.personId, assurance: 'two-factor' };
      const desk = await call(test, registrar, { method: 'GET', path: '/desk/documents' });
      const editions = /action="(\/desk\/documents\/[0-9a-f-]{36}\/editions)"/.exec(desk.text)?.[1] ?? '';
      expect(editions).not.toBe('');
      const body = { printedName: 'Robin Okafor' };
      expect((await call(test, registrar, { method: 'POST', path: editions, body })).status).toBe(303);
      await test.runEffects();
      const { text } = await readPdf(await applicant.bytes(`/api/v1/credentials/${number}/certificate`));
      expect(text).toContain('Robin Okafor');
    });

    /** Registers by the mailed link, and is granted a certification. */
    async function certified(legalName: string, nameLanguage: string) {
      const email = `${nameLanguage}-${legalName.length}@names.example`;
      const open = new ApiClient(inProcess(test.app));
      await open.post('/api/v1/people', { legalName, nameLanguage, email, password: PASSWORD });
      const token = (await linkOf(test, 'account-confirm-address')).split('/').at(-1);
      const { personId } = await open.post<{ personId: string }>('/api/v1/verifications', { token });
      const arranged: Case = { ...(await arrangeCase(test)), applicant: personActor(personId) };
      const applicationId = await admitted(
        test,
        arranged,
        everything.filter(({ kind }) => kind !== 'exam'),
      );
      await recordExam(test, arranged, applicationId);
      await decide(test, arranged.decider, applicationId);
      await test.runEffects();
      const applicant = await clientOf(personId);
      const { credentials } = await applicant.get<{ credentials: { number: string }[] }>('/api/v1/credentials');
      return { arranged, personId, applicant, number: credentials[0]!.number };
    }
  });

  describe('a credential number', () => {
    let number: string;

    beforeAll(async () => {
      const arranged = await arrangeCase(test);
      await decide(test, arranged.decider, await admitted(test, arranged));
      const { rows } = await test.owner.query('select number from credential where person_id = $1', [
        arranged.applicant.personId,
      ]);
      number = rows[0].number;
    });

    const ask = async (typed: string) => {
      const answer = await new ApiClient(inProcess(test.app)).answer('POST', '/api/v1/standings', { number: typed });
      return answer as { status: number; body: { status: string; number: string } };
    };
    /** The number with the symbol at `place` changed into another one that numbers have. */
    const slip = (place: number) =>
      number.slice(0, place) + (number[place] === '7' ? '8' : '7') + number.slice(place + 1);

    it.each([
      ['in small letters', (typed: string) => typed.toLowerCase()],
      ['without dashes', (typed: string) => typed.replaceAll('-', '')],
      ['with spaces for dashes and around', (typed: string) => `  ${typed.replaceAll('-', ' ')}\t`],
      ['with the long dashes of a word processor', (typed: string) => typed.replaceAll('-', '–')],
    ])('is understood %s', async (_, mangle) => {
      expect((await ask(mangle(number))).body).toMatchObject({ status: 'active', number });
    });

    it('with any one symbol changed is told as mistyped, never as another person’s', async () => {
      const places = [...number].flatMap((symbol, place) => (place > 2 && symbol !== '-' ? [place] : []));
      const answers = await Promise.all(places.map(async (place) => (await ask(slip(place))).body.status));
      expect(new Set(answers)).toEqual(new Set(['mistyped']));
    });

    it('that nobody has is unknown, and both are told apart on the page in plain words', async () => {
      expect((await ask('GS-2222-2222-2222-2')).body.status).toBe('unknown');
      const texts = await Promise.all(
        ['GS-2222-2222-2222-2', slip(4)].map((typed) =>
          callIn(test, undefined, { method: 'GET', path: `/v/${typed}` }),
        ),
      );
      const [unknown, mistyped] = texts.map(({ text }) => /<h1>[\s\S]*?<\/h1>/.exec(text)?.[0] ?? '');
      expect(unknown).not.toBe(mistyped);
    });

    it.each([
      ['nothing', '   '],
      ['a text far too long', '7'.repeat(5000)],
      ['markup', '<script>alert(1)</script>'],
      ['a zero byte', 'GS-\u0000'],
      ['half a symbol', '\ud83d'],
      ['another alphabet', 'ＧＳ－７Ｋ３Ｍ－９ＱＷＸ'],
      ['a path', '../../etc/passwd'],
    ])('that is %s gets an answer in words, and breaks nothing', async (_, typed) => {
      const json = await ask(typed);
      expect([200, 404, 422]).toContain(json.status);
      const page = await callIn(test, undefined, { method: 'POST', path: '/verify', body: { number: typed } });
      expect([200, 303, 404, 422]).toContain(page.status);
      expect(page.text).not.toContain('<script>alert');
      const address = await callIn(test, undefined, {
        method: 'GET',
        path: `/v/${encodeURIComponent(typed === '\ud83d' ? '\ufffd' : typed)}`,
      });
      expect(address.status).toBeLessThan(500);
    });
  });
});
