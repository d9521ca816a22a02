import type { Page } from 'playwright-core';
import { CourseContent } from '../../modules/courses/courses.public.js';
import { CoursesModule } from '../../modules/courses/courses.module.js';
import { contentCopy, COURSE, learning } from '../../modules/courses/testing/learning.js';
import { useApp } from '../support/app.js';
import { describeInBrowser } from '../support/browser.js';
import { businessOf } from '../support/by-person-id.js';
import { insertPerson } from '../support/factories/person.js';

const LESSONS = `/courses/${COURSE}/lessons`;

describeInBrowser('the time at work in a lesson', (browser) => {
  const test = useApp({ listen: true, business: businessOf([CoursesModule]) });
  const { enrol, codes } = learning(test);
  let person: string;
  let lesson: string;

  beforeAll(async () => {
    const content = contentCopy();
    const rule = 'counting: { rule: measured, without_script: nothing }';
    content.edit('course.yaml', (text) => text.replace(/^training:$/mu, `${rule}\ntraining:`));
    expect((await test.run((tx) => test.get(CourseContent).load(tx, content.dir))).faults).toEqual([]);
    content.remove();
  });
  beforeEach(async () => {
    test.clock.forward({ hours: 1 });
    person = await insertPerson(test.owner);
    await enrol(person);
    lesson = `${LESSONS}/${(await codes(person))[0]}`;
  });

  /** Opens the lesson with a clock in the page that only {@link passes} moves. */
  const open = async (first?: Page): Promise<Page> => {
    const page = first ? await browser.tabOf(first) : await browser.page({ baseURL: test.url, session: person });
    await page.clock.install({ time: '2026-11-21T15:00:00Z' });
    const told = toldBy(page);
    await page.goto(lesson);
    await told;
    return page;
  };
  const toldBy = (page: Page) => page.waitForResponse((answer) => answer.url().endsWith('/signs-of-work'));
  const touch = (page: Page) => page.evaluate(`dispatchEvent(new Event('keydown'))`);
  /** Time goes by on the server and in these pages, half a minute after half a minute. */
  const passes = async (minutes: number, pages: Page[], { reading = true, telling = true } = {}) => {
    for (let half = 0; half < minutes * 2; half += 1) {
      test.clock.forward({ seconds: 30 });
      for (const page of pages) {
        if (reading) await touch(page);
        const told = telling ? toldBy(page) : undefined;
        await page.clock.runFor(30_000);
        await told;
      }
    }
  };
  const hide = (page: Page, hidden: boolean) =>
    page.evaluate(
      `Object.defineProperty(document, 'hidden', { get: () => ${hidden}, configurable: true });
       document.dispatchEvent(new Event('visibilitychange'))`,
    );
  /** The reader turns to another tab: what was not told yet is told. */
  const leave = async (page: Page) => {
    const told = toldBy(page);
    await hide(page, true);
    await told;
  };
  const counted = async (): Promise<number> => {
    const { rows } = await test.owner.query(
      'select coalesce(sum(seconds), 0)::int as n from lesson_time where person_id = $1',
      [person],
    );
    return rows[0].n;
  };

  it('is counted while somebody reads', async () => {
    const page = await open();
    await passes(3, [page]);
    expect(await counted()).toBe(180);
  });

  it('is counted for a minute and a half after the last touch, and not after that', async () => {
    const page = await open();
    await touch(page);
    await passes(1.5, [page], { reading: false });
    await passes(20, [page], { reading: false, telling: false });
    expect(await counted()).toBeLessThanOrEqual(91);
    // The clocks of this test move by half minutes, so that of the minute after it up to a half is bounded away.
    await passes(1, [page]);
    expect(await counted()).toBeGreaterThan(100);
    expect(await counted()).toBeLessThanOrEqual(151);
  });

  it('stands still in a tab that is not looked at, and what was read before that is told', async () => {
    const page = await open();
    await touch(page);
    test.clock.forward({ seconds: 20 });
    await page.clock.runFor(20_000);
    await leave(page);
    expect(await counted()).toBe(20);
    await passes(10, [page], { telling: false });
    await hide(page, false);
    await passes(1, [page]);
    expect(await counted()).toBeGreaterThan(40);
    expect(await counted()).toBeLessThanOrEqual(80);
  });

  it('is counted once in two tabs', async () => {
    const page = await open();
    const other = await open(page);
    await passes(4, [page, other]);
    expect(await counted()).toBe(240);
  });

  it('is told again after a lost connection', async () => {
    const page = await open();
    await passes(1, [page]);
    await page.context().setOffline(true);
    await passes(3, [page], { telling: false });
    expect(await counted()).toBe(60);
    const told = toldBy(page);
    await page.context().setOffline(false);
    await told;
    expect(await counted()).toBe(240);
    await passes(1, [page]);
    expect(await counted()).toBe(300);
  });

  it('is never more than went by on the server, whatever a page claims', async () => {
    const page = await open();
    const claim = (seconds: number) =>
      page.evaluate<number>(
        `fetch('${lesson}/signs-of-work', { method: 'PUT', headers: { accept: 'application/json' }, body: new URLSearchParams({
           _csrf: document.querySelector('input[name="_csrf"]').value, seconds: '${seconds}' }) }).then(({ status }) => status)`,
      );
    test.clock.forward({ seconds: 40 });
    expect(await claim(3000)).toBe(200);
    expect(await claim(3000)).toBe(200);
    expect(await counted()).toBe(40);
    test.clock.forward({ hours: 8 });
    expect(await claim(8 * 3600)).toBe(200);
    expect(await counted()).toBe(40 + 1800);
    expect(await claim(-60)).toBe(422);
    expect(await claim(0.5)).toBe(422);
    expect(await counted()).toBe(40 + 1800);
  });
});
