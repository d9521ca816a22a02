import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import supertest from 'supertest';
import { useApp } from '../../../test/support/app.js';
import { call, formPass, openSession, type Caller } from '../../../test/support/caller.js';
import { sessionCookieName } from '../../../src/platform/access/session-cookie.js';
import { MOST_BYTES } from '../../courses/authoring.public.js';
import { checkContent } from '../../courses/courses.public.js';
import { COURSE, learning } from '../../courses/testing/learning.js';
import { drawingWithPlace, JPEG, photoWithPlace, PLACE, PNG } from '../../courses/testing/pictures.js';
import { photoOf } from '../../courses/testing/photos.js';
import { loadOneCourse, providerWith } from '../testing/authoring-world.js';
import { ExportContent } from '../use-cases/export-content.js';

const LESSON = 'lessons/01-what-recovery-means.md';

describe('pictures of a course in the making', () => {
  const test = useApp();
  let world: Awaited<ReturnType<typeof providerWith>>;
  let draft: string;

  beforeAll(async () => {
    await loadOneCourse(test);
    world = await providerWith(test);
    draft = (await api(world.author, 'POST', '', { code: COURSE })).answer.id;
  });

  const as = ({ personId }: { personId: string }): Caller => ({ personId, assurance: 'password' });
  const api = async (who: { personId: string }, method: string, path: string, body?: object) => {
    const { status, text } = await call(test, as(who), { method, path: `/api/v1/course-drafts${path}`, body });
    return { status, answer: text ? JSON.parse(text) : null };
  };
  const get = (who: { personId: string }, path: string) => call(test, as(who), { method: 'GET', path });
  const put = (name: string, bytes: Buffer, alt = 'Two colours side by side') =>
    api(world.author, 'POST', `/${draft}/pictures`, {
      name,
      alt,
      picture: { contentBase64: bytes.toString('base64') },
    });

  /** As the page sends it: the form with the words, and the file. */
  const send = async (who: { personId: string }, file: Buffer, { name, alt }: { name: string; alt: string }) => {
    const { cookie, token } = formPass();
    const session = await openSession(test, as(who), 'page');
    return supertest(test.app.getHttpServer())
      .post(`/authoring/drafts/${draft}/pictures`)
      .set('cookie', `${cookie}; ${sessionCookieName(test.config)}=${session}`)
      .field('_csrf', token)
      .field('name', name)
      .field('alt', alt)
      .attach('picture', file, { filename: 'drawing.png', contentType: 'image/png' });
  };

  it('come by a form, are named by what they are, and stand on the page with the line that shows them', async () => {
    // A photo under the name of something else.
    const words = { name: 'two-colours', alt: 'Two colours side by side' };
    const answer = await send(world.author, photoWithPlace(6), words);
    expect(answer.status).toBe(303);
    const page = (await get(world.reviewer, `/authoring/drafts/${draft}/pictures`)).text;
    expect(page).toContain('![Two colours side by side](images/two-colours.jpg)');
    expect(page).not.toContain('Take it away');
  });

  it('may be photos as telephones take them: they are made small, for authors alone, while a draft is being written', async () => {
    const photo = await photoOf({ width: 2400, height: 1800 });
    expect(photo.length).toBeGreaterThan(MOST_BYTES);
    const words = { name: 'hands', alt: 'Four hands' };
    expect((await send(world.author, photo, words)).status).toBe(303);
    const { pictures } = (await api(world.author, 'GET', `/${draft}/pictures`)).answer;
    const { type, bytes } = pictures.find(({ name }: { name: string }) => name === 'hands.jpg');
    expect([type, bytes <= MOST_BYTES]).toEqual(['image/jpeg', true]);
    expect((await send(world.reviewer, photo, words)).status).toBe(403);
    expect((await send(await world.person('Sue Stranger'), photo, words)).status).toBe(404);
  });

  it('that would take all memory are refused, with what was typed still there', async () => {
    const bomb = await sharp({
      create: { width: 7200, height: 7000, channels: 3, background: '#888' },
      limitInputPixels: false,
    })
      .png()
      .toBuffer();
    const answer = await send(world.author, bomb, { name: 'plain-grey', alt: 'Grey, and nothing else' });
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('7200 by 7000 pixels')]);
    expect(answer.text).toContain('value="plain-grey"');
    expect(answer.text).toContain('>Grey, and nothing else</textarea>');
    expect(answer.text).toContain('Choose the file again');
  });

  it('are refused with a reason where they are none, too large, or without words', async () => {
    const refused = async (sent: ReturnType<typeof put>) => {
      const { status, answer } = await sent;
      return [status, answer.problems?.[0]?.message];
    };
    expect(await refused(put('a', Buffer.from('GIF89a')))).toEqual([422, 'This is not an SVG drawing']);
    expect(await refused(put('a', PNG.subarray(0, 60)))).toEqual([422, expect.stringContaining('cannot be read')]);
    expect(await refused(put('a', PNG, ' '))).toEqual([422, 'Say in a sentence what the picture shows']);
    expect(await refused(put('../a', PNG))).toEqual([422, expect.stringContaining('lower-case letters')]);
    expect((await put('a', Buffer.alloc(0))).status).toBe(422);
  });

  it('are seen by those of the organization alone, as attachments that run nowhere', async () => {
    await put('hidden', drawingWithPlace());
    const { answer } = await api(world.author, 'GET', `/${draft}/pictures`);
    const { sha256 } = answer.pictures.find(({ name }: { name: string }) => name === 'hidden.png');
    const path = `/authoring/drafts/${draft}/pictures/${sha256}`;
    const seen = await get(world.reviewer, path);
    expect([seen.status, seen.headers['content-type']]).toEqual([200, 'image/png']);
    expect(seen.headers['content-disposition']).toContain('attachment');
    expect(seen.headers['content-security-policy']).toBe('sandbox');
    expect(seen.headers['x-content-type-options']).toBe('nosniff');
    expect((await get(await world.person('Sam Stranger'), path)).status).toBe(404);
    expect((await get(await world.person('Sam Stranger'), `/courses/${COURSE}/pictures/${sha256}`)).status).toBe(404);
  });

  it('are published with their version, kept by it, and written back with its files', async () => {
    await put('circle', photoWithPlace(1));
    const file = `/${draft}/files?path=${encodeURIComponent(LESSON)}`;
    const { answer: lesson } = await api(world.author, 'GET', file);
    const text = `${lesson.text.trimEnd()}\n\n![Two colours](images/circle.jpg)\n`;
    const without = await api(world.author, 'POST', `/${draft}/files/checks?path=${encodeURIComponent(LESSON)}`, {
      text: text.replace('circle.jpg', 'nowhere.jpg'),
      revision: lesson.revision,
    });
    expect(without.answer.faults).toHaveLength(1);
    expect((await api(world.author, 'PUT', file, { text, revision: lesson.revision })).status).toBe(200);
    const editor = (await get(world.author, `/authoring/drafts/${draft}/file?path=${LESSON}`)).text;
    expect(editor).toMatch(new RegExp(`src="/authoring/drafts/${draft}/pictures/[0-9a-f]{64}" alt="Two colours"`));

    await api(world.author, 'POST', `/${draft}/hand-ins`);
    expect((await put('late', PNG)).status).toBe(409);
    await api(world.reviewer, 'POST', `/${draft}/reviews`);
    const published = await api(world.reviewer, 'POST', `/${draft}/publications`);
    expect(published.answer.state).toBe('published');

    const learner = await world.person('Lou Learner');
    await learning(test).enrol(learner.personId);
    const page = (await get(learner, `/courses/${COURSE}/lessons/what-recovery-means`)).text;
    const src = /src="(\/courses\/[^"]+\/pictures\/[0-9a-f]{64})"/u.exec(page)?.[1] ?? '';
    const shown = await supertest(test.app.getHttpServer()).get(src).buffer();
    expect(shown.body).toEqual(JPEG);

    const dir = mkdtempSync(join(tmpdir(), 'export-'));
    await test.run((tx) => test.get(ExportContent).execute(tx, dir));
    expect(readFileSync(join(dir, 'courses', COURSE, 'images/circle.jpg'))).toEqual(JPEG);
    expect(checkContent(dir).faults).toEqual([]);
    rmSync(dir, { recursive: true });

    // The next version takes it away; who is in the earlier one sees it as before.
    const next = (await api(world.second, 'POST', '', { code: COURSE })).answer.id;
    const taken = await api(world.second, 'POST', `/${next}/pictures/removals`, { name: 'circle.jpg' });
    expect(taken.status).toBe(200);
    const { answer } = await api(world.second, 'GET', `/${next}`);
    expect(JSON.stringify(answer.faults)).toContain('images/circle.jpg');
    expect((await supertest(test.app.getHttpServer()).get(src)).status).toBe(200);
  });

  it('keep whoever put one there from reviewing it', async () => {
    const { id } = (await api(world.author, 'POST', '', { code: 'with-a-picture', title: 'With a picture' })).answer;
    await api(world.both, 'POST', `/${id}/pictures`, {
      name: 'a',
      alt: 'A',
      picture: { contentBase64: PNG.toString('base64') },
    });
    await api(world.author, 'POST', `/${id}/hand-ins`);
    expect((await api(world.both, 'POST', `/${id}/reviews`)).answer.code).toBe('authoring.second_person');
  });

  it('leave no place of a photo anywhere in the database', async () => {
    const { rows } = await test.owner.query(
      `select bytes from course_draft_picture where bytes is not null union all select bytes from course_picture`,
    );
    expect(rows.length).toBeGreaterThan(2);
    for (const { bytes } of rows) expect((bytes as Buffer).includes(PLACE)).toBe(false);
  });
});
