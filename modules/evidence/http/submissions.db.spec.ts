import supertest from 'supertest';
import { insertPerson } from '../../../test/support/factories/person.js';
import { visitor } from '../../../test/support/visitor.js';
import { Evidence } from '../evidence.public.js';
import { EvidenceModule } from '../evidence.module.js';
import { foundBody, giveRole, PDF, sessionOf, useEvidenceApp } from '../testing/evidence-app.js';
import { handingIn, training } from '../testing/handing-in.js';

describe('what people hand in', () => {
  const test = useEvidenceApp(EvidenceModule);
  const { world, tokens, api, send, review } = handingIn(test);
  const factsOf = (person = world.trainee) => test.run((tx) => test.get(Evidence).factsOf(tx, person));

  it('becomes evidence once the reviewer accepts it, vouched for by them', async () => {
    const sent = await send();
    expect(sent.status).toBe(201);
    expect(await factsOf()).toEqual([]);
    const id = sent.body.submissionId;
    const queue = await (await api(world.reviewer)).get('desk/submissions');
    expect(queue.body.submissions).toMatchObject([{ id, personName: 'Ada Example', minutes: 960, state: 'submitted' }]);
    expect((await review(id, {})).status).toBe(201);
    const [fact] = await factsOf();
    expect(fact).toMatchObject({
      kind: 'training',
      bodyId: world.bodyId,
      minutes: 960,
      topics: [{ topic: 'ethical_responsibility', minutes: 960 }],
      vouchedBy: { method: 'reviewer', personId: world.reviewer, organizationId: world.bodyId },
      source: { module: 'evidence', id },
    });
    expect(String(fact!.occurredOn)).toBe('2026-11-04');
    expect((await review(id, {})).body.code).toBe('evidence.already_reviewed');
  });

  it('is returned with a note, changed, and sent again without choosing the file anew', async () => {
    const { submissionId } = (await send()).body;
    const wordless = await review(submissionId, { outcome: 'returned', note: '  ' });
    expect(wordless.body.problems).toEqual([{ field: 'note', message: expect.stringContaining('what is needed') }]);
    await review(submissionId, { outcome: 'returned', note: 'Please add the hours on ethics.' });
    const own = await (await api(world.trainee)).get('submissions');
    expect(own.body.submissions[0]).toMatchObject({ state: 'returned', note: 'Please add the hours on ethics.' });
    const again = await send(
      { title: 'Ethics, with hours', proof: undefined },
      `outside-trainings/${submissionId}/revisions`,
    );
    expect(again.status).toBe(201);
    expect((await review(submissionId, { revision: 1 })).body.code).toBe('evidence.already_reviewed');
    expect((await review(submissionId, { revision: 2 })).status).toBe(201);
    const late = await send({}, `outside-trainings/${submissionId}/revisions`);
    expect(late.body.code).toBe('evidence.not_waiting_for_changes');
    await expect(test.owner.query(`update submission set title = 'x' where id = $1`, [submissionId])).rejects.toThrow(
      /never changed/,
    );
  });

  it('is answered once when two reviewers answer at the same moment', async () => {
    const { submissionId } = (await send()).body;
    const other = await insertPerson(test.owner);
    await giveRole(test, world.bodyId, other, 'reviewer');
    const answers = await Promise.all([review(submissionId, {}), review(submissionId, {}, other)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  });

  it.each([
    ['no time', { topics: [] }, 'topics', /at least one topic/],
    ['a topic nobody knows', { topics: [{ topic: 'astronomy', minutes: 60 }] }, 'topics', /no topic called/],
    ['half minutes', { topics: [{ topic: 'advocacy', minutes: 0.5 }] }, 'topics.0.minutes', /whole minutes/],
    ['more than 24 hours a day', { topics: [{ topic: 'advocacy', minutes: 4321 }] }, 'topics', /72 h 1 min do not fit/],
    ['a day to come', { finishedOn: '2026-11-22' }, 'finishedOn', /still to come/],
    ['days the wrong way round', { startedOn: '2026-11-05' }, 'finishedOn', /before the first day/],
    ['a day that does not exist', { startedOn: '2026-02-30' }, 'startedOn', /date that exists/],
    ['no proof', { proof: undefined }, 'proof', /Choose a file/],
    ['an empty file', { proof: { fileName: 'a.pdf', contentBase64: '' } }, 'proof', /empty/],
    [
      'a text that calls itself a PDF',
      { proof: { fileName: 'a.pdf', contentBase64: 'aGVsbG8=' } },
      'proof',
      /not what its name says/,
    ],
    [
      'a PDF that calls itself a picture',
      { proof: { ...training.proof, fileName: 'a.png' } },
      'proof',
      /says PNG, but inside it is PDF/,
    ],
    ['a program', { proof: { fileName: 'a.exe', contentBase64: 'TVo=' } }, 'proof', /PDF, JPEG or PNG/],
    ['no title', { title: ' ' }, 'title', /Enter the title/],
  ])('is not taken with %s', async (_, changes, field, words) => {
    const { status, body } = await send(changes);
    expect(status).toBe(422);
    expect(body.problems).toMatchObject([{ field, message: expect.stringMatching(words) }]);
  });

  it('is taken on the very day it ended in the zone of the body, not in UTC', async () => {
    test.clock.set('2026-11-22T03:00:00Z');
    tokens.clear();
    expect((await send({ finishedOn: '2026-11-21' })).status).toBe(201);
    expect((await send({ finishedOn: '2026-11-22' })).status).toBe(422);
  });

  it('is nobody else’s to see, to change or to review', async () => {
    const { submissionId } = (await send()).body;
    const stranger = await insertPerson(test.owner);
    const elsewhere = await insertPerson(test.owner);
    await giveRole(test, await foundBody(test, 'South Ridge Board', 'south-ridge'), elsewhere, 'reviewer');
    expect((await review(submissionId, {}, stranger)).status).toBe(403);
    expect((await review(submissionId, {}, elsewhere)).status).toBe(404);
    const again = await (await api(stranger)).post(`outside-trainings/${submissionId}/revisions`, training);
    expect(again.status).toBe(404);
    const page = visitor(test, await sessionOf(test, stranger, 'page'));
    for (const path of [`outside-trainings/${submissionId}`, `submissions/${submissionId}/proof`]) {
      expect((await page.get(`/evidence/${path}`)).status).toBe(404);
    }
    expect((await page.get(`/desk/evidence/${submissionId}`)).status).toBe(403);
    expect((await (await api(stranger)).get('submissions')).body.submissions).toEqual([]);
  });

  it('is not reviewed by the person who handed it in', async () => {
    const sent = await (await api(world.reviewer)).post('outside-trainings', { ...training, bodyId: world.bodyId });
    expect((await review(sent.body.submissionId, {})).body.code).toBe('evidence.own_submission');
  });

  it('asks which body where there are several', async () => {
    expect((await send()).body.problems).toMatchObject([{ field: 'bodyId' }]);
    expect((await send({ bodyId: world.bodyId })).status).toBe(201);
  });

  it('is told everything that is still needed at once, each beside its field', async () => {
    const page = visitor(test, await sessionOf(test, world.trainee, 'page'));
    await page.get('/evidence/outside-trainings/new');
    const told = async (typed: Record<string, string>) => {
      const { status, text } = await page.post('/evidence/outside-trainings', typed);
      expect(status).toBe(422);
      const groups = text
        .split('<div class="usa-form-group')
        .filter((group) => group.startsWith(' usa-form-group--error'));
      return new Set(groups.map((group) => /name="([^"]+)"/.exec(group)?.[1]));
    };
    const times = 'time_ethical_responsibilityHours';
    const always = ['bodyId', 'title', 'provider', 'startedOn', 'finishedOn', 'proof'];
    expect(await told({})).toEqual(new Set([...always, 'time_advocacyHours']));
    const odd = { startedOn: 'soon', time_advocacyHours: '1.5', [times]: 'two' };
    expect(await told(odd)).toEqual(new Set([...always, 'time_advocacyHours', times]));
    await page.get('/evidence/documents/new');
    expect((await page.post('/evidence/documents', {})).text.match(/usa-form-group--error/g)).toHaveLength(3);
    await page.get('/evidence/statements/residency');
    expect((await page.post('/evidence/statements/residency', {})).text.match(/usa-form-group--error/g)).toHaveLength(
      3,
    );
  });

  it('takes documents, which count for the day they were handed in', async () => {
    const file = { fileName: 'diploma.pdf', contentBase64: PDF.toString('base64') };
    const odd = await (
      await api(world.trainee)
    ).post('documents', { bodyId: world.bodyId, documentType: 'passport', file });
    expect(odd.body.problems).toMatchObject([{ field: 'documentType' }]);
    const { body } = await (
      await api(world.trainee)
    ).post('documents', { bodyId: world.bodyId, documentType: 'high_school_diploma', file });
    await review(body.submissionId, {});
    const document = (await factsOf()).find(({ kind }) => kind === 'document');
    expect(document).toMatchObject({ code: 'high_school_diploma', value: { document_type: 'high_school_diploma' } });
    expect(String(document!.occurredOn)).toBe('2026-11-21');
  });

  it('takes continuing education in its own topics, without a file', async () => {
    const topics = [{ topic: 'ethics', minutes: 360 }];
    const { body } = await send({ bodyId: world.bodyId, topics, proof: undefined }, 'continuing-education');
    await review(body.submissionId, {});
    const [fact] = (await factsOf()).filter(({ kind }) => kind === 'continuing_education');
    expect(fact).toMatchObject({ minutes: 360, topics, vouchedBy: { method: 'reviewer' } });
    const domain = await send({ bodyId: world.bodyId }, 'continuing-education');
    expect(domain.body.problems[0].message).toMatch(/no topic called ethical_responsibility/);
  });

  it('works by the pages: the form keeps what was typed, the file comes back as an attachment', async () => {
    const page = visitor(test, await sessionOf(test, world.trainee, 'page'));
    const form = await page.get('/evidence/outside-trainings/new');
    expect(form.text).toContain('Ethical responsibility');
    const typed = {
      bodyId: world.bodyId,
      title: 'Hope in practice',
      provider: 'Harbor Academy',
      startedOn: '2026-11-02',
      finishedOn: '2026-11-03',
    };
    const refused = await page.post('/evidence/outside-trainings', {
      ...typed,
      time_advocacyHours: 'two',
      time_advocacyMinutes: '',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Hope in practice');
    expect(refused.text).toContain('Enter whole hours and minutes');
    const hidden = Object.fromEntries(
      ['_csrf', '_form'].map((name) => [name, new RegExp(`name="${name}" value="([^"]*)"`).exec(refused.text)![1]!]),
    );
    const upload = supertest(test.app.getHttpServer())
      .post('/evidence/outside-trainings')
      .set('cookie', [...page.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
      .field({ ...hidden, ...typed, time_advocacyHours: '7', time_advocacyMinutes: '30' })
      .attach('proof', PDF, { filename: '../../hope <1>.pdf', contentType: 'application/pdf' });
    expect((await upload).status).toBe(303);
    const overview = await page.get('/evidence');
    expect(overview.text).toContain('Hope in practice');
    expect(overview.text).toContain('7 h 30 min');
    const { body } = await (await api(world.trainee)).get('submissions');
    const { id, fileName } = body.submissions[0];
    expect(fileName).toBe('hope <1>.pdf');
    expect((await page.get(`/evidence/outside-trainings/${id}`)).text).toContain('Advocacy: 7 h 30 min');
    const file = await page.get(`/evidence/submissions/${id}/proof`);
    expect(file.headers).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment/),
      'x-content-type-options': 'nosniff',
      'content-type': 'application/pdf',
    });
    const desk = visitor(test, await sessionOf(test, world.reviewer, 'page'));
    expect((await desk.get('/desk/evidence')).text).toContain('Hope in practice');
    expect((await desk.get(`/desk/evidence/${id}`)).text).toContain('Ada Example');
    const returned = await desk.post(`/desk/evidence/${id}/reviews`, {
      revision: '1',
      outcome: 'returned',
      note: 'Add the trainer, please',
    });
    expect(returned.headers.location).toBe('/desk/evidence');
    expect((await page.get('/evidence')).text).toContain('Add the trainer, please');
    expect((await page.get(`/evidence/outside-trainings/${id}`)).text).toContain('value="Hope in practice"');
  });
});
