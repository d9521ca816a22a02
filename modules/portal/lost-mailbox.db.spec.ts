import { join } from 'node:path';
import { projectRoot } from '../../src/config/project-root.js';
import { useApp } from '../../test/support/app.js';
import { apply, arrangeCase, type Case } from '../certification/testing/certification-case.js';
import { CourseContent } from '../courses/courses.public.js';
import { PASSWORD } from '../people/testing/people-app.js';
import { COURSE } from './demonstration/cast.js';
import { PICTURE } from './demonstration/way.js';
import { Desk, type DeskPerson } from './testing/desk.js';

const PATH = '/api/v1/mailbox-recoveries';

describe('when a person lost their mailbox, a registrar of their body', () => {
  const test = useApp();
  const desk = new Desk(test);
  let body: string;
  let otherBody: string;
  let registrar: DeskPerson;

  beforeAll(async () => {
    body = await desk.found('certifying-body', 'test-board');
    otherBody = await desk.found('certifying-body', 'other-board');
    registrar = await desk.staff('registrar', [body, 'registrar']);
  });
  beforeEach(() => test.clock.forward({ minutes: 20 }));

  const recover = (by: DeskPerson, number: string, email: string, identityCheck = 'photo-id-in-person') =>
    desk.post(by, PATH, { number, email, identityCheck });

  it('enters a new address; both addresses are told, and the link moves the account', async () => {
    const person = await desk.person('mailboxless', { tiedTo: body });
    const session = await desk.token(person);
    expect((await recover(registrar, person.number.toLowerCase(), 'found@example.org')).status).toBe(202);
    const letters = await test.owner.query(
      `select kind, to_address, secrets->>'link' as link from letter where to_address in ($1, $2) order by kind`,
      [person.email, 'found@example.org'],
    );
    expect(letters.rows).toMatchObject([
      { kind: 'account-mailbox-recovery', to_address: person.email },
      { kind: 'account-verify-contact', to_address: 'found@example.org' },
    ]);
    expect((await desk.get(session, '/api/v1/me')).status).toBe(200);

    const token = String(letters.rows[1].link).split('/').at(-1);
    await desk.api().post('/api/v1/verifications').send({ token }).expect(201);
    expect((await desk.get(session, '/api/v1/me')).status).toBe(401);
    const signIn = (email: string) => desk.api().post('/api/v1/tokens').send({ email, password: PASSWORD });
    expect((await signIn(person.email)).status).toBe(401);
    expect((await signIn('found@example.org')).status).toBe(201);

    const { rows } = await test.owner.query(
      `select body_id, details from audit where action = 'people.mailbox.recovered' and person_id = $1`,
      [person.id],
    );
    expect(rows).toMatchObject([{ body_id: body, details: { identityCheck: 'photo-id-in-person' } }]);
  });

  it('says how they made sure by a code of the list, never by a story', async () => {
    const person = await desk.person('storied', { tiedTo: body });
    const answer = await recover(registrar, person.number, 'x@example.org', 'She told me her whole story');
    expect(answer.status).toBe(422);
  });

  it('cannot put their own account right', async () => {
    const answer = await recover(registrar, registrar.number, 'self@example.org');
    expect([answer.status, answer.body.code]).toEqual([409, 'people.not_oneself']);
  });

  it('is nobody else: other bodies find nobody, and everybody without the role is refused', async () => {
    const person = await desk.person('target', { tiedTo: body });
    const employer = await desk.found('employer', 'test-employer');
    const elsewhere = await desk.staff('elsewhere', [otherBody, 'registrar'], [otherBody, 'administrator']);
    const refused = [
      await desk.staff('reviewer', [body, 'reviewer'], [body, 'decider']),
      await desk.staff('manager', [employer, 'roster-manager']),
      await desk.person('nobody', { tiedTo: body }),
    ];
    const answer = await recover(elsewhere, person.number, 'taken@example.org');
    expect([answer.status, answer.body.code]).toEqual([404, 'portal.nobody_here']);
    for (const stranger of refused) {
      expect((await recover(stranger, person.number, 'taken@example.org')).status).toBe(403);
    }
    const anonymous = await desk.api().post(PATH).send({ number: person.number });
    expect(anonymous.status).toBe(401);
    const { rows } = await test.owner.query('select 1 from mailbox_recovery where person_id = $1', [person.id]);
    expect(rows).toHaveLength(0);
  });

  it('hears the same about a person without any tie and about a number of nobody, with a next step', async () => {
    const untied = await desk.person('untied');
    const answers = [];
    for (const number of [untied.number, 'P-AAAAA-AAAAA']) {
      const { status, body: problem } = await recover(registrar, number, 'x@example.org');
      answers.push([status, { ...problem, requestId: '' }]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject([404, { code: 'portal.nobody_here' }]);
    expect(JSON.stringify(answers[0])).toContain('that desk can help');
  });

  describe('on their pages', () => {
    it('finds the person by the whole number, sees little of the address, and moves the account', async () => {
      const person = await desk.person('sought', { tiedTo: body });
      const browser = await desk.browser(registrar);
      const found = await browser.get(`/desk/people?number=${person.number.toLowerCase()}`);
      expect(found.headers['location']).toBe(`/desk/people/${person.number}`);
      const { text } = await browser.get(`/desk/people/${person.number}`);
      expect(text).toContain('s…@example.org');
      expect(text).not.toContain(person.email);
      const path = `/desk/people/${person.number}/mailbox-recoveries`;
      const unsaid = await browser.post(path, { email: 'moved@example.org' }, `${path}/new`);
      expect([unsaid.status, unsaid.text.includes('moved@example.org')]).toEqual([422, true]);
      const form = { email: 'moved@example.org', identityCheck: 'known-in-person' };
      expect((await browser.post(path, form, `${path}/new`)).status).toBe(303);
    });

    it('sees what to do when nobody of the body has the number', async () => {
      const untied = await desk.person('untiedhere');
      const browser = await desk.browser(registrar);
      const searched = await browser.get(`/desk/people?number=${untied.number}`);
      expect([searched.status, searched.text.includes('Nobody with this number belongs to your body.')]).toEqual([
        200,
        true,
      ]);
      for (const path of ['', '/mailbox-recoveries/new']) {
        const { status, text } = await browser.get(`/desk/people/${untied.number}${path}`);
        expect([status, text.includes('that desk can help'), text.includes('untiedhere')]).toEqual([404, true, false]);
      }
    });
  });

  describe('has as people of their body', () => {
    let arranged: Case;
    let finders = 0;
    const numberOf = async (id: string): Promise<string> =>
      (await test.owner.query('select number from person where id = $1', [id])).rows[0].number;
    const found = async (by: string, personId: string): Promise<number> => {
      const staff = await desk.staff(`finder${(finders += 1)}`, [by, 'registrar']);
      return (await (await desk.browser(staff)).get(`/desk/people/${await numberOf(personId)}`)).status;
    };

    beforeAll(async () => {
      arranged = await arrangeCase(test);
    });

    it('somebody who applied, and nobody before', async () => {
      expect(await found(arranged.bodyId, arranged.applicant.personId)).toBe(404);
      await apply(test, arranged);
      expect(await found(arranged.bodyId, arranged.applicant.personId)).toBe(200);
      expect(await found(body, arranged.applicant.personId)).toBe(404);
    });

    it('somebody who sent a document that nobody has looked at yet', async () => {
      const sender = await desk.person('sender');
      const file = { fileName: 'document.png', contentBase64: PICTURE };
      const sent = await desk.post(sender, '/api/v1/documents', { bodyId: body, documentType: 'ged_equivalent', file });
      expect(sent.status).toBe(201);
      expect([await found(body, sender.id), await found(otherBody, sender.id)]).toEqual([200, 404]);
    });

    it('their own staff, who are looked after nowhere else, whatever they hold there', async () => {
      const decider = await desk.staff('decider', [body, 'decider']);
      await desk.tie(decider.id, otherBody);
      expect([await found(body, decider.id), await found(otherBody, decider.id)]).toEqual([200, 404]);
    });

    it('not somebody who only learns, where several bodies share the courses', async () => {
      const learner = await desk.person('learner');
      await desk.tie(learner.id, null);
      expect(await found(body, learner.id)).toBe(404);
    });
  });
});

describe('where there is one body only', () => {
  const test = useApp();
  const desk = new Desk(test);

  it('whoever learns belongs to it, and whoever only made an account does not', async () => {
    const body = await desk.found('certifying-body', 'only-board');
    const registrar = await desk.staff('registrar', [body, 'registrar']);
    const [learner, volunteer] = [await desk.person('learner'), await desk.person('volunteer')];
    await test.run((tx) => test.get(CourseContent).load(tx, join(projectRoot, 'content')));
    expect((await desk.post(learner, '/api/v1/enrolments', { courseCode: COURSE })).status).toBe(201);
    await desk.tie(volunteer.id, null);
    const newcomer = await desk.person('newcomer');
    const browser = await desk.browser(registrar);
    const statuses = [];
    for (const { number } of [learner, volunteer, newcomer]) {
      statuses.push((await browser.get(`/desk/people/${number}`)).status);
    }
    expect(statuses).toEqual([200, 200, 404]);
  });
});
