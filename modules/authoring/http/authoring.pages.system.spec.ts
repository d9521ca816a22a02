import { useApp } from '../../../test/support/app.js';
import { call, callIn } from '../../../test/support/caller.js';
import { COURSE, learning } from '../../courses/testing/learning.js';
import { loadOneCourse, providerWith } from '../testing/authoring-world.js';
import { BeginDraft } from '../use-cases/begin-draft.js';

const LESSON = 'file?path=lessons/01-what-recovery-means.md';

describe('the pages of authors', () => {
  const test = useApp();
  let world: Awaited<ReturnType<typeof providerWith>>;
  let base: string;

  beforeAll(async () => {
    await loadOneCourse(test);
    world = await providerWith(test);
    const begun = await test.run((tx) => test.get(BeginDraft).execute(tx, { courseCode: COURSE }), world.author);
    base = `/authoring/drafts/${begun.id}`;
  });

  const get = (path: string, who: { personId: string } = world.author) =>
    call(test, { personId: who.personId, assurance: 'password' }, { method: 'GET', path });
  const post = (path: string, body: object, who: { personId: string } = world.author) =>
    call(test, { personId: who.personId, assurance: 'password' }, { method: 'POST', path, body });
  const reading = (page: string) => /<div class="gs-reading"[\s\S]*?<\/div>/u.exec(page)?.[0];
  const areas = (page: string) => ({
    revision: /name="revision" value="(\d+)"/u.exec(page)?.[1] ?? '',
    front: unescaped(/name="front"[^>]*>([\s\S]*?)<\/textarea>/u.exec(page)?.[1] ?? ''),
    body: unescaped(/name="body"[^>]*>([\s\S]*?)<\/textarea>/u.exec(page)?.[1] ?? ''),
  });

  it('show a lesson as its learners see it, by the same renderer', async () => {
    const learner = (await world.person('Lou Learner')).personId;
    await learning(test).enrol(learner);
    const lesson = await get(`/courses/${COURSE}/lessons/what-recovery-means`, { personId: learner });
    const editor = await get(`${base}/${LESSON}`);
    expect(reading(lesson.text)).toContain('<h2>');
    expect(reading(editor.text)).toBe(reading(lesson.text));
    expect(editor.text).toContain('8 at most');
    expect(editor.text).toContain('Lesson 1 of 5');
    expect((await get(`${base}/file?path=lessons/03-a-whole-life.md`)).text).toContain('Lesson 3 of 5');
  });

  it('tell times where the organization is', async () => {
    for (const page of ['/authoring', base]) {
      const { text } = await get(page);
      expect(text).toMatch(/\d:\d\d [ap]m E[SD]T/u);
      expect(text).not.toContain(' UTC');
    }
  });

  it('run nothing that an author writes, and save nothing that is only looked at', async () => {
    const typed = areas((await get(`${base}/${LESSON}`)).text);
    const body = `${typed.body}\n\n<script>alert(1)</script><img src=x onerror=alert(1)> [go](https://e.example/"onclick="x)\n`;
    const preview = await post(`${base}/file-previews?path=lessons/01-what-recovery-means.md`, { ...typed, body });
    expect(preview.text).toContain('It is not saved yet');
    expect(reading(preview.text)).toContain('&lt;script&gt;');
    expect(preview.text).toMatch(/Line \d+: &lt;script&gt; is HTML/u);
    expect(preview.text).not.toMatch(/<script>alert|<img src=x|<[^>]* onclick=/u);
    expect(preview.headers['content-security-policy']).toMatch(/script-src 'self'/u);
    expect(areas((await get(`${base}/${LESSON}`)).text)).toEqual(typed);
  });

  it('give the later of two authors their own words back, with the differences, and then save them', async () => {
    const opened = areas((await get(`${base}/${LESSON}`)).text);
    const first = { ...opened, body: `${opened.body}\nWords of Abe.\n` };
    const mine = { ...opened, body: `${opened.body}\nWords of Ada.\n` };
    expect((await post(`${base}/${LESSON}`, first, world.second)).status).toBe(303);
    const told = await post(`${base}/${LESSON}`, mine);
    expect(told.status).toBe(409);
    expect(told.text).toContain('Abe Author saved it while you were writing');
    expect(told.text).toMatch(/<del>[\s\S]*taken out[\s\S]*Abe/u);
    const again = areas(told.text);
    expect(again.body).toContain('Words of Ada.');
    expect((await post(`${base}/${LESSON}`, again)).status).toBe(303);
    expect(areas((await get(`${base}/${LESSON}`)).text).body).toContain('Words of Ada.');
  });

  it('tell a fault with its line beside the text', async () => {
    const typed = areas((await get(`${base}/${LESSON}`)).text);
    const body = typed.body.replace('## ', 'See [there](lesson:nowhere) and ![](images/none.png).\n\n## ');
    const { text } = await post(`${base}/file-previews?path=lessons/01-what-recovery-means.md`, { ...typed, body });
    expect(text).toMatch(/Line \d+: the link leads to a lesson nowhere/u);
    expect(text).toMatch(/Line \d+: the picture images\/none.png has no alternative text/u);
  });

  it('hold the questions of a lesson in a form, with what is typed given back when somebody else was first', async () => {
    const href = `${base}/checks?path=lessons/02-hope-and-choice.md`;
    expect((await get(`${base}/checks?path=quiz.yaml`)).status).toBe(404);
    expect((await get(`${base}/file?path=lessons/02-hope-and-choice.md`)).text).toContain(
      'Write the questions of this lesson in a form',
    );
    const { text } = await get(href);
    const revision = areas(text).revision;
    const one = (n: number, question: string) => ({
      [`question${n}`]: question,
      [`option${n}-1`]: 'Ask first',
      [`feedback${n}-1`]: 'The choice stays with the person.',
      [`right${n}-1`]: 'yes',
      [`option${n}-2`]: 'Wait: and see',
      [`feedback${n}-2`]: 'That leaves the person alone.',
    });
    const sent = { revision, ...one(1, 'What comes first?'), ...one(2, 'What comes next?'), 'option3-1': ' ' };
    expect((await post(href, sent)).status).toBe(303);
    const saved = (await get(href)).text;
    expect(saved).not.toMatch(/Line \d+: checks/u);
    expect(saved.match(/<legend/gu)).toHaveLength(3);
    const lesson = (await get(`${base}/file?path=lessons/02-hope-and-choice.md`)).text;
    expect(lesson).toContain('1. What comes first?');
    expect(lesson).toContain('Wait: and see');
    const late = await post(href, { ...sent, question1: 'Written elsewhere?' }, world.second);
    expect(late.status).toBe(409);
    expect(late.text).toContain('Written elsewhere?');
  });

  it('hold a question in a form, as it is asked, and add one that is new', async () => {
    const item = {
      code: 'rop-new',
      competency: 'rop-1.1',
      examDomain: 'mentoring_education',
      kind: 'single',
      stem: 'Which words fit?',
      option1: 'These',
      why1: 'They leave the choice with the person.',
      right1: 'yes',
      option2: 'Those',
      why2: 'They take it away.',
      author: 'Ada Author',
      review: 'draft',
      revision: '1',
    };
    const preview = await post(`${base}/items/new/previews`, item);
    expect(preview.text).toContain('1. Which words fit?');
    const { code: _, ...without } = item;
    expect((await post(`${base}/items/new`, without)).status).toBe(422);
    expect((await post(`${base}/items/new`, item)).status).toBe(303);
    const saved = await get(`${base}/items/rop-new`);
    expect(saved.text).toContain('They leave the choice with the person.');
    expect(saved.text).toContain('The checks find nothing to mend here.');
  });

  it('give a reviewer their words back in the form that was sent, and not in the other one that asks for a comment', async () => {
    await post(`${base}/hand-ins`, {});
    const comment = 'x'.repeat(5001);
    const { text, status } = await post(`${base}/returns`, { comment }, world.reviewer);
    expect(status).toBe(422);
    const typed = (form: string) =>
      new RegExp(`action="${base}/${form}"[\\s\\S]*?<textarea[^>]*name="comment"[^>]*>([^<]*)`, 'u').exec(text)?.[1];
    expect(typed('returns')).toBe(comment);
    expect(typed('comments')).toBe('');
  });

  it('give them back in that form too to a reviewer who had to sign in again, with every code but a one-use one', async () => {
    const [host, comment] = ['localhost:3000', 'Typed while the session ended.'];
    const ended = await callIn(test, undefined, {
      method: 'POST',
      path: `${base}/returns`,
      body: { comment, reasonCode: 'kept', code: '123456' },
      headers: { host, referer: `http://${host}${base}` },
    });
    const kept = new URL(ended.headers['location'] ?? '', `http://${host}`).searchParams.get('kept') ?? '';
    const { rows } = await test.owner.query('select fields from kept_form where id = $1', [kept]);
    expect(rows).toEqual([{ fields: { comment, reasonCode: 'kept' } }]);
    const { text } = await get(`${base}?kept=${kept}`, world.reviewer);
    const typed = (form: string) =>
      new RegExp(`action="${base}/${form}"[\\s\\S]*?<textarea[^>]*name="comment"[^>]*>([^<]*)`, 'u').exec(text)?.[1];
    expect(typed('returns')).toBe(comment);
    expect(typed('comments')).toBe('');
  });
});

function unescaped(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text
    .replaceAll(/&(amp|lt|gt|quot);/gu, (_, name: string) => named[name] ?? '')
    .replaceAll(/&#x([0-9a-f]+);/giu, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));
}
