import supertest from 'supertest';
import { useApp } from '../../../test/support/app.js';
import { visitor } from '../../../test/support/visitor.js';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { admitted, arrangeCase, decide, tokenOf } from '../../certification/testing/certification-case.js';
import { ANSWERED, arrangeConduct, REPORTER, staff, TOLD } from '../testing/conduct-case.js';

describe('complaints and appeals, on pages and by the API', () => {
  const test = useApp();
  const as = (actor: PersonActor) => visitor(test, tokenOf(actor, 'page'));
  const send = async (who: ReturnType<typeof visitor>, page: string, to: string, fields: object = {}) => {
    await who.get(page);
    return who.post(to, { ...fields });
  };

  it('goes from anybody’s concern to a decision the holder can appeal', async () => {
    const arranged = await arrangeConduct(test);
    const anybody = visitor(test);
    const asked = await anybody.get(`/complaints/new?number=${arranged.number}`);
    expect(asked.text).toContain(arranged.number);
    const typed = { number: arranged.number, allegations: ['boundaries'], eventOn: '2026-11-10', sealedName: REPORTER };
    const wordless = await anybody.post('/complaints', { ...typed, sealedText: '' });
    expect(wordless.status).toBe(422);
    const unknown = await anybody.post('/complaints', { ...typed, number: 'GS-0000', sealedText: TOLD });
    expect(unknown.status).toBe(422);
    expect(unknown.text).toContain('Enter the number as it is on the certificate, such as');
    const received = await anybody.post('/complaints', { ...typed, sealedText: TOLD });
    const reference = /C-[0-9A-Z]{8}/.exec(received.text)?.[0] ?? '';
    expect(reference).not.toBe('');

    const administrator = as(arranged.administrator);
    const list = await administrator.get('/desk/complaints');
    expect(list.text).toContain(reference);
    expect(list.text).toContain('business days left');
    const desk = /\/desk\/complaints\/[0-9a-f-]{36}/.exec(list.text)?.[0] ?? '';
    const page = desk.replace('/desk/complaints/', '/notices/');
    const handler = as(arranged.handler);
    const holder = as(arranged.applicant);
    expect(
      (await send(administrator, desk, `${desk}/assignments`, { handlerId: arranged.handler.personId })).status,
    ).toBe(303);
    expect((await holder.get(page)).status).toBe(404);
    expect((await send(handler, desk, `${desk}/notices`)).status).toBe(303);
    const notice = await holder.get(page);
    expect(notice.text).toContain('Personal or financial boundaries were not kept');
    expect(notice.text).not.toMatch(/geese|Wanda/);
    expect((await holder.post(`${page}/answers`, { sealedText: ANSWERED })).status).toBe(303);
    expect((await holder.get('/home')).text).toContain('The complaint you had notice of is to be decided by');
    expect((await send(handler, desk, `${desk}/findings`, { borneOut: ['boundaries'] })).status).toBe(303);
    const [first, second] = [as(arranged.third), as(arranged.fourth)];
    expect((await first.get(desk)).text).not.toContain('Open the sealed file');
    const proposal = { outcome: 'suspension', reasons: ['code_not_kept'] };
    expect((await send(first, desk, `${desk}/proposals`, proposal)).status).toBe(303);
    expect((await send(first, desk, `${desk}/seconds`, { word: 'agree' })).status).toBe(403);
    expect((await send(second, desk, `${desk}/seconds`, { word: 'agree' })).status).toBe(303);
    const decided = await holder.get(page);
    expect(decided.text).toContain('It would count from');
    const appeals = await holder.get('/appeals');
    const decisionId = /decision(?:=|&#x3D;)([0-9a-f-]{36})/.exec(appeals.text)?.[1] ?? '';
    const form = `/appeals/new?decision=${decisionId}`;
    const wanted = { decisionId, grounds: ['too_heavy'], sealedText: ANSWERED };
    const appealed = await send(holder, form, '/appeals', wanted);
    expect(appealed.status).toBe(303);
    expect((await holder.get(String(appealed.headers['location']))).text).toContain('We have it');
    expect((await holder.get('/home')).text).toContain('Your appeal is being looked at');
    expect((await as(arranged.stranger).get(String(appealed.headers['location']))).status).toBe(404);
    const waiting = await administrator.get('/desk/appeals');
    const appeal = await administrator.get(/\/desk\/appeals\/[0-9a-f-]{36}/.exec(waiting.text)?.[0] ?? '');
    expect(appeal.text).toContain('>A suspension, ');
    expect(appeal.text).toMatch(/>By \d+ \w+ \d{4} \(/);
  });

  it('shows the applicant, and tells in the letter, why and until when to appeal a denial', async () => {
    const arranged = await arrangeCase(test);
    const applicationId = await admitted(test, arranged);
    await decide(test, arranged.decider, applicationId, 'denied');
    await test.runEffects();
    const letters = await test.owner.query(`select body_text from letter where person_id = $1 and kind = $2`, [
      arranged.applicant.personId,
      'application-not-granted',
    ]);
    expect(letters.rows[0].body_text).toMatch(/Training.*: met\./);
    expect(letters.rows[0].body_text).toContain('you may appeal through');
    expect(letters.rows[0].body_text).toContain(`/appeals/new?application=${applicationId}`);
    const applicant = as(arranged.applicant);
    const page = await applicant.get(`/applications/${applicationId}`);
    expect(page.text).toContain('Appeal this decision');
    const form = await applicant.get(`/appeals/new?application=${applicationId}`);
    expect(form.text).toContain('People who had no part in the decision');
  });

  it('takes an appeal through the API to an application that is open again', async () => {
    const arranged = await arrangeCase(test);
    const others = await staff(test, arranged);
    const applicationId = await admitted(test, arranged);
    await decide(test, arranged.decider, applicationId, 'denied');
    const api = (actor: PersonActor) => {
      const authorization = `Bearer ${tokenOf(actor, 'api')}`;
      const server = () => supertest(test.app.getHttpServer());
      return {
        get: (path: string) => server().get(`/api/v1${path}`).set({ authorization }),
        post: (path: string, body: object = {}) => server().post(`/api/v1${path}`).set({ authorization }).send(body),
      };
    };
    const { body: own } = await api(arranged.applicant).get('/appeals');
    expect(own.decisions).toMatchObject([{ kind: 'denial', mayAppeal: true }]);
    const appeal = { decisionId: own.decisions[0].id, grounds: ['evidence_overlooked'], sealedText: ANSWERED };
    const filed = await api(arranged.applicant).post('/appeals', appeal);
    const path = `/appeals/${filed.body.id}`;
    const steps: [PersonActor, string, object][] = [
      [others.administrator, 'assignments', { handlerId: others.handler.personId }],
      [others.handler, 'findings', { borneOut: ['evidence_overlooked'] }],
      [others.third, 'proposals', { outcome: 'overturned' }],
      [others.fourth, 'seconds', { word: 'agree' }],
    ];
    for (const [actor, noun, body] of steps) {
      const answer = await api(actor).post(`${path}/${noun}`, body);
      expect([noun, answer.status]).toEqual([noun, 201]);
    }
    const { body: application } = await api(arranged.applicant).get(`/applications/${applicationId}`);
    expect(application.state).toBe('submitted');
  });
});
