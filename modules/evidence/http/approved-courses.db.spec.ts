import supertest from 'supertest';
import { insertPerson } from '../../../test/support/factories/person.js';
import { visitor } from '../../../test/support/visitor.js';
import { EvidenceModule } from '../evidence.module.js';
import { foundBody, giveRole, sessionOf, useEvidenceApp } from '../testing/evidence-app.js';
import { handingIn } from '../testing/handing-in.js';

describe('approved training', () => {
  const test = useEvidenceApp(EvidenceModule);
  const { world, api, send, review } = handingIn(test);
  const people = { registrar: '', elsewhere: '' };
  const course = {
    schemeCode: 'icrc-pr',
    provider: 'Open Door Learning (invented)',
    title: 'Ethics together',
    delivery: 'live_online',
    live: true,
    validFrom: '2026-01-01',
    topics: [
      { topic: 'ethical_responsibility', minutes: 960 },
      { topic: 'advocacy', minutes: 120 },
    ],
  };
  const keep = async (path: string, body: object, who = people.registrar) => (await api(who)).post(path, body);
  const factOf = async (submissionId: string) =>
    (
      await test.owner.query(
        'select f.value, f.topics from fact f join submission s on s.fact_id = f.id where s.id = $1',
        [submissionId],
      )
    ).rows[0];
  let courseId = '';

  beforeAll(async () => {
    people.registrar = await insertPerson(test.owner, 'Regis Example', 'regis@north-harbor.example');
    await giveRole(test, world.bodyId, people.registrar, 'registrar');
    people.elsewhere = await insertPerson(test.owner, 'Elsa Example', 'elsa@elsewhere.example');
    await giveRole(test, await foundBody(test, 'Elsewhere Board', 'elsewhere'), people.elsewhere, 'registrar');
    const { body, status } = await keep('approved-trainings', course);
    expect(status).toBe(201);
    courseId = body.id;
  });

  it('is entered once, and refused where its time cannot be', async () => {
    expect((await keep('approved-trainings', course)).body.code).toBe('evidence.course_there');
    const odd = await keep('approved-trainings', {
      ...course,
      title: 'x',
      topics: [{ topic: 'astrology', minutes: 5 }],
    });
    expect(odd.status).toBe(422);
  });

  it('is seen by everybody, and kept by nobody of another body', async () => {
    const server = test.app.getHttpServer();
    const list = await supertest(server).get('/api/v1/approved-trainings?body=north-harbor&text=ethics');
    expect(list.body.courses).toMatchObject([{ id: courseId, minutes: 1080, state: 'approved' }]);
    const page = await supertest(server).get('/approved-trainings?body=north-harbor');
    expect(page.text).toContain('Ethics together');
    const withdrawal = { effectiveOn: '2026-02-01', reason: 'x' };
    const by = async (who: string) =>
      (await keep(`approved-trainings/${courseId}/withdrawals`, withdrawal, who)).status;
    expect(await by(people.elsewhere)).toBe(404);
    expect(await by(world.trainee)).toBe(403);
    expect((await keep('approved-trainings', course, world.reviewer)).status).toBe(403);
  });

  it('gives provider, title and delivery to the training that rests on it, and may be claimed in part', async () => {
    const topics = [{ topic: 'ethical_responsibility', minutes: 600 }];
    const sent = await send({
      approvedCourseId: courseId,
      provider: undefined,
      title: undefined,
      topics,
      assessmentPassed: true,
    });
    expect(sent.status).toBe(201);
    expect((await review(sent.body.submissionId, {})).status).toBe(201);
    expect(await factOf(sent.body.submissionId)).toMatchObject({
      topics,
      value: {
        provider: course.provider,
        title: course.title,
        approved: true,
        approved_course_id: courseId,
        delivery: 'live_online',
        live: true,
        assessment_passed: true,
      },
    });
  });

  it('is never claimed for more than its time, nor in other topics', async () => {
    for (const topics of [[{ topic: 'advocacy', minutes: 121 }], [{ topic: 'mentoring_education', minutes: 60 }]]) {
      expect((await send({ approvedCourseId: courseId, topics })).body.code).toBe('input.needs_attention');
    }
  });

  it('is one way among others: what a person enters counts as theirs, with the time the reviewer reads off', async () => {
    const sent = await send({ bodyId: world.bodyId, delivery: 'self_paced' });
    expect(sent.body).toMatchObject({ submissionId: expect.any(String) });
    const mapped = [{ topic: 'advocacy', minutes: 300 }];
    expect((await review(sent.body.submissionId, { topics: [{ topic: 'astrology', minutes: 3 }] })).status).toBe(422);
    expect((await review(sent.body.submissionId, { topics: mapped })).status).toBe(201);
    expect(await factOf(sent.body.submissionId)).toMatchObject({
      topics: mapped,
      value: {
        approved: false,
        approved_course_id: null,
        delivery: 'self_paced',
        live: false,
        assessment_passed: null,
      },
    });
    const { rows } = await test.owner.query('select topics from submission_review where submission_id = $1', [
      sent.body.submissionId,
    ]);
    expect(rows).toEqual([{ topics: mapped }]);
  });

  it('ends from a day on: what was finished before stays approved, what was finished after is not', async () => {
    const withdrawal = { effectiveOn: '2026-11-04', reason: 'The provider closed' };
    expect((await keep(`approved-trainings/${courseId}/withdrawals`, { effectiveOn: '2026-11-04' })).status).toBe(422);
    expect((await keep(`approved-trainings/${courseId}/withdrawals`, withdrawal)).status).toBe(201);
    expect((await keep(`approved-trainings/${courseId}/withdrawals`, withdrawal)).body.code).toBe(
      'evidence.course_stands_so',
    );
    const accepted = async (finishedOn: string) => {
      const topics = [{ topic: 'advocacy', minutes: 60 }];
      const sent = await send({ approvedCourseId: courseId, topics, finishedOn });
      await review(sent.body.submissionId, {});
      return (await factOf(sent.body.submissionId)).value.approved;
    };
    expect([await accepted('2026-11-03'), await accepted('2026-11-04')]).toEqual([true, false]);
    const { body } = await supertest(test.app.getHttpServer()).get('/api/v1/approved-trainings?body=north-harbor');
    expect(body.courses).toEqual([]);
  });

  it('comes in lists: all or nothing, the same list again changes nothing', async () => {
    const list = (text: string | Buffer, act = 'enter') =>
      keep('approved-training-lists', {
        act,
        list: { fileName: 'l.csv', contentBase64: Buffer.from(text).toString('base64') },
      });
    const header = 'Scheme;Provider;Course;Delivery;Live;Valid from;Valid to;Advocacy;Ethical responsibility';
    const good = 'icrc-pr;Café House;Speaking up;in person;yes;2026-01-01;;19,5;';
    expect((await list(`${header}\n${good}\nicrc-pr;X;Y;by post;yes;soon;;x;`)).body).toMatchObject({ entered: 0 });
    expect((await list(`${header}\n${good}`, 'check')).body).toMatchObject({ problems: [], courses: [{ line: 2 }] });
    const latin = Buffer.from(`${header}\n${good}\n`, 'latin1');
    expect((await list(latin)).body).toMatchObject({ entered: 1, same: 0, encoding: 'Windows-1252' });
    expect((await list(latin)).body).toMatchObject({ entered: 0, same: 1 });
    const { rows } = await test.owner.query(`select provider, topics from approved_course where title = 'Speaking up'`);
    expect(rows).toEqual([{ provider: 'Café House', topics: [{ topic: 'advocacy', minutes: 1170 }] }]);
    expect((await list(Buffer.from([0x50, 0x4b, 0, 0]))).body.code).toBe('evidence.unreadable_course_list');
    expect((await list('Course,Provider\nx,y')).body.problems[0].message).toMatch(/Still needed: Scheme/);
  });

  it('refuses every change to what was decided', async () => {
    await expect(test.owner.query('update approved_course set title = title')).rejects.toThrow(/never changed/);
    await expect(test.owner.query('delete from approved_course_decision')).rejects.toThrow(/never changed/);
  });

  it('is shown on the form, the desk and the page of the review', async () => {
    const read = async (who: string, path: string) =>
      (await visitor(test, await sessionOf(test, who, 'page')).get(path)).text;
    expect(await read(world.trainee, `/evidence/outside-trainings/new?course=${courseId}`)).toMatch(
      /Ethics together[\s\S]*value="16"/,
    );
    expect(await read(people.registrar, '/desk/approved-trainings')).toContain('Approval withdrawn');
    expect(await read(people.registrar, `/desk/approved-trainings/${courseId}`)).toContain('The provider closed');
    const sent = await send({ approvedCourseId: courseId, topics: [{ topic: 'advocacy', minutes: 60 }] });
    expect(await read(world.reviewer, `/desk/evidence/${sent.body.submissionId}`)).toContain(
      'Its approval had been withdrawn by that day.',
    );
  });
});
