import { useApp } from '../../../test/support/app.js';
import { call, type Caller } from '../../../test/support/caller.js';
import { COURSE } from '../../courses/testing/learning.js';
import { loadOneCourse, providerWith } from '../testing/authoring-world.js';

const LESSON = 'lessons/01-what-recovery-means.md';

describe('a course written by programs', () => {
  const test = useApp();
  let world: Awaited<ReturnType<typeof providerWith>>;

  beforeAll(async () => {
    await loadOneCourse(test);
    world = await providerWith(test);
  });

  const send = async (who: { personId: string }, method: string, path: string, body?: object) => {
    const caller: Caller = { personId: who.personId, assurance: 'password' };
    const { status, text } = await call(test, caller, { method, path: `/api/v1/course-drafts${path}`, body });
    return { status, answer: text ? JSON.parse(text) : null };
  };
  const home = async (who: { personId: string }) =>
    (await call(test, { personId: who.personId, assurance: 'password' }, { method: 'GET', path: '/home' })).text;

  it('goes from a draft to a published version by the same rules as on pages, and tells each whom it waits for', async () => {
    const { author, reviewer, second } = world;
    const begun = await send(author, 'POST', '', { code: COURSE });
    expect(begun.status).toBe(201);
    const draft = `/${begun.answer.id}`;
    const file = `${draft}/files?path=${encodeURIComponent(LESSON)}`;
    const { answer: lesson } = await send(author, 'GET', file);
    const text = lesson.text.replace(/^title: .*$/m, 'title: What recovery can mean');

    // Looked at before it is saved: nothing changes by that.
    const shaming = text.replace(/\n## /u, '\nHe is an addict.\n\n## ');
    const checked = await send(author, 'POST', `${draft}/files/checks?path=${encodeURIComponent(LESSON)}`, {
      text: shaming,
      revision: lesson.revision,
    });
    expect(checked.answer.faults).toEqual([
      expect.objectContaining({ file: `courses/${COURSE}/${LESSON}`, line: expect.any(Number) }),
    ]);
    expect((await send(author, 'GET', file)).answer.revision).toBe(lesson.revision);

    expect((await send(author, 'PUT', file, { text, revision: lesson.revision })).answer.revision).toBe(2);
    const late = await send(second, 'PUT', file, { text: shaming, revision: lesson.revision });
    expect([late.status, late.answer.code]).toEqual([409, 'authoring.saved_meanwhile']);

    expect((await send(author, 'POST', `${draft}/hand-ins`)).answer.state).toBe('in_review');
    expect(await home(reviewer)).toContain('Drafts of courses for your review: 1.');
    expect(await home(author)).not.toContain('What waits for you');
    expect((await send(author, 'POST', `${draft}/reviews`)).status).toBe(403);
    expect((await send(reviewer, 'POST', `${draft}/publications`)).status).toBe(409);
    test.clock.forward({ minutes: 1 });
    await send(reviewer, 'POST', `${draft}/returns`, { comment: 'Please say more of hope.' });
    expect(await home(author)).toContain('Drafts of yours that a colleague wrote about: 1.');
    expect((await send(author, 'GET', '')).answer.drafts[0]).toMatchObject({ state: 'draft', waitsFor: 'answer' });

    await send(author, 'POST', `${draft}/hand-ins`);
    await send(reviewer, 'POST', `${draft}/reviews`);
    expect(await home(reviewer)).toContain('Reviewed drafts of courses that you can publish: 1.');
    const published = await send(reviewer, 'POST', `${draft}/publications`);
    expect(published.answer).toMatchObject({
      id: begun.answer.id,
      state: 'published',
      versionId: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await home(reviewer)).not.toContain('What waits for you');
    const { answer } = await send(author, 'GET', draft);
    expect(answer).toMatchObject({ state: 'published', publishedVersionId: published.answer.versionId, faults: [] });
  });

  it('is nobody’s outside the organization', async () => {
    const begun = await send(world.author, 'POST', '', { code: 'a-course-of-ours', title: 'A course of ours' });
    const other = await providerWith(test);
    expect((await send(other.author, 'GET', `/${begun.answer.id}`)).status).toBe(404);
    expect((await send(other.author, 'GET', '')).answer.drafts).toEqual([]);
    expect((await send(await world.person('Sam Stranger'), 'GET', '')).status).toBe(403);
    expect(await home(other.reviewer)).not.toContain('What waits for you');
  });

  it('shows on the desk what waits for the reader first', async () => {
    const page = async (who: { personId: string }) =>
      (await call(test, { personId: who.personId, assurance: 'password' }, { method: 'GET', path: '/authoring' })).text;
    const begun = await send(world.author, 'POST', '', { code: 'waits-here', title: 'One that waits' });
    await send(world.author, 'POST', '', { code: 'later-one', title: 'Begun after it' });
    await send(world.author, 'POST', `/${begun.answer.id}/hand-ins`);
    const text = await page(world.reviewer);
    expect(text).toContain('Waits for your review');
    expect(text.indexOf('One that waits')).toBeLessThan(text.indexOf('Begun after it'));
    expect(await page(world.author)).not.toContain('Waits for your review');
  });
});
