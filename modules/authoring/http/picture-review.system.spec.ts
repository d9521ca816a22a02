import { useApp } from '../../../test/support/app.js';
import { call, type Caller } from '../../../test/support/caller.js';
import { COURSE } from '../../courses/testing/learning.js';
import { JPEG, photoWithPlace, PNG } from '../../courses/testing/pictures.js';
import { loadOneCourse, providerWith } from '../testing/authoring-world.js';

const LESSON = 'lessons/01-what-recovery-means.md';
const [ROUND, SQUARE] = [photoWithPlace(1), photoWithPlace(6)];

describe('pictures before a second person', () => {
  const test = useApp();
  let world: Awaited<ReturnType<typeof providerWith>>;
  let draft: string;

  beforeAll(async () => {
    await loadOneCourse(test);
    world = await providerWith(test);
  });

  const as = ({ personId }: { personId: string }): Caller => ({ personId, assurance: 'password' });
  const api = async (who: { personId: string }, method: string, path: string, body?: object) => {
    const { status, text } = await call(test, as(who), { method, path: `/api/v1/course-drafts${path}`, body });
    const answer = text ? JSON.parse(text) : null;
    if (status >= 300) throw new Error(`${path}: ${text}`);
    return answer;
  };
  const get = async (who: { personId: string }, path: string) =>
    (await call(test, as(who), { method: 'GET', path })).text;
  const begin = async () => ({ id: draft } = await api(world.author, 'POST', '', { code: COURSE }));
  const put = (name: string, bytes: Buffer, alt = `About ${name}`) =>
    api(world.author, 'POST', `/${draft}/pictures`, {
      name,
      alt,
      picture: { contentBase64: bytes.toString('base64') },
    });
  const edit = async (change: (text: string) => string) => {
    const path = `/${draft}/files?path=${encodeURIComponent(LESSON)}`;
    const { text, revision } = await api(world.author, 'GET', path);
    await api(world.author, 'PUT', path, { text: change(text), revision });
  };
  const awaited = async () => (await api(world.reviewer, 'GET', `/${draft}`)).awaited[0];
  const approve = () =>
    api(world.reviewer, 'POST', `/${draft}/approvals`, {
      categoryCode: 'rop-5',
      reviewerName: 'Invented Elder',
      speaksFor: 'An invented community',
      approvedOn: '2026-11-20',
    });
  const publish = async () => {
    await api(world.author, 'POST', `/${draft}/hand-ins`);
    await api(world.reviewer, 'POST', `/${draft}/reviews`);
    return (await api(world.reviewer, 'POST', `/${draft}/publications`)).versionId as string;
  };
  /** Each picture of a page of differences: its name, what became of it, and its words before and now. */
  const pictures = (page: string) =>
    page
      .split('aria-label="The picture ')
      .slice(1)
      .map((section) => {
        const [before = '', now = ''] = section.split('<figure').slice(1);
        const words = (side: string) => [...side.matchAll(/“([^”]*)”/gu)].map(([, word]) => word);
        return {
          name: /^[^"]*/u.exec(section)?.[0],
          change: /gs-soft">([^<]*)</u.exec(section)?.[1],
          before: words(before),
          now: words(now),
          from: [before, now].map((side) => /src="\/(\w+)\//u.exec(side)?.[1] ?? null),
        };
      });

  it('are part of what a community agrees to: another picture or other words ask for their word again', async () => {
    await begin();
    await put('circle', ROUND);
    await put('elsewhere', PNG);
    await edit((text) =>
      text
        .replace('competencies:\n', 'competencies:\n  - rop-5.1\n')
        .replace(/\n$/u, '\n\n![A circle of people](images/circle.jpg)\n'),
    );
    expect((await awaited()).pictures).toEqual([
      { name: 'circle.jpg', sha256: expect.stringMatching(/^[0-9a-f]{64}$/u), words: ['A circle of people'] },
    ]);
    const page = await get(world.reviewer, `/authoring/drafts/${draft}`);
    expect(page).toContain(`/authoring/drafts/${draft}/pictures/${(await awaited()).pictures[0].sha256}`);
    expect(page).toContain('“A circle of people”');

    await approve();
    expect((await awaited()).isApproved).toBe(true);
    // A picture that none of the texts shows is not what they agreed to.
    await put('elsewhere', JPEG);
    expect((await awaited()).isApproved).toBe(true);
    await put('circle', SQUARE);
    expect((await awaited()).isApproved).toBe(false);
    await put('circle', ROUND);
    expect((await awaited()).isApproved).toBe(true);
    await edit((text) => text.replace('![A circle of people]', '![A ring of people]'));
    expect((await awaited()).isApproved).toBe(false);
    await put('circle', SQUARE);
    await expect(publish()).rejects.toThrow('authoring.community_first');
    await approve();
    await api(world.reviewer, 'POST', `/${draft}/publications`);
  }, 60_000);

  it('stand beside those of the version before, with their words: new, changed, taken away', async () => {
    await begin();
    expect(pictures(await get(world.author, `/authoring/drafts/${draft}/differences`))).toEqual([]);
    await put('circle', ROUND);
    await put('new', PNG, 'Two colours');
    await api(world.author, 'POST', `/${draft}/pictures/removals`, { name: 'elsewhere.jpg' });
    const page = await get(world.reviewer, `/authoring/drafts/${draft}/differences`);
    const [words, from] = [['A ring of people'], ['courses', 'authoring']];
    expect(pictures(page)).toEqual([
      { name: 'circle.jpg', change: 'Changed', before: words, now: words, from },
      { name: 'elsewhere.jpg', change: 'Not there any more', before: [], now: [], from: ['courses', null] },
      { name: 'new.png', change: 'New', before: [], now: ['Two colours'], from: [null, 'authoring'] },
    ]);
    await approve();
    await publish();
    const versions = await get(world.reviewer, `/authoring/courses/${COURSE}/differences`);
    expect(pictures(versions).map(({ name, change }) => [name, change])).toEqual([
      ['circle.jpg', 'Changed'],
      ['elsewhere.jpg', 'Not there any more'],
      ['new.png', 'New'],
    ]);
    expect(pictures(versions).flatMap(({ from: both }) => both)).not.toContain('authoring');
  });
});
