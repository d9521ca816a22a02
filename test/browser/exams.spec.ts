import type { Page } from 'playwright-core';
import { tokenOf } from '../../modules/certification/testing/certification-case.js';
import { arrangeExam, type ExamCase } from '../../modules/exams/testing/exam-case.js';
import { Accommodations, NO_ACCOMMODATION } from '../../modules/quizzes/accommodations.public.js';
import { dateIn } from '../../src/kernel/dates.js';
import { useApp } from '../support/app.js';
import { visitor } from '../support/visitor.js';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  screenshot,
  type PageOptions,
} from '../support/browser.js';
import { beginExam, keptOnDevice, saysOfAnswers } from '../support/exam-pages.js';

// Each test arranges an exam of its own before its browser begins.
jest.setTimeout(60_000);

describeInBrowser('an exam in a browser', (browser) => {
  const test = useApp({ listen: true });
  let exam: ExamCase;

  beforeEach(async () => {
    exam = await arrangeExam(test);
  });

  const signedIn = (options: PageOptions = {}) =>
    browser.page({ baseURL: test.url, session: tokenOf(exam.applicant, 'page'), ...options });
  const begin = (page: Page) => beginExam(page, exam.exam.id);
  const radios = (page: Page) => page.locator('section:has(input[type=radio]) >> nth=0 >> input[type=radio]');
  const choose = (page: Page, at: number) =>
    radios(page)
      .nth(at)
      .evaluate((input) => (input as unknown as { click(): void }).click());
  const keyOf = (page: Page, at: number) => radios(page).nth(at).getAttribute('value');
  const saved = async () => {
    const { rows } = await test.owner.query(
      'select a.answer from sitting_answer a join sitting s on s.id = a.sitting_id where s.person_id = $1',
      [exam.applicant.personId],
    );
    return rows.map(({ answer }) => answer.chosen?.[0]);
  };

  const breaksFor = async ({ bodyId, applicant, registrar, zone }: ExamCase): Promise<void> => {
    const helps = { ...NO_ACCOMMODATION, breakMinutes: 20, reader: true, largeText: true, wideSpacing: true };
    const days = { validFrom: dateIn(zone, await test.clock.now()), validUntil: null };
    const input = { ...helps, ...days, bodyId, personId: applicant.personId };
    await test.run((tx) => test.get(Accommodations).grant(tx, input), registrar);
  };

  it('keeps answers on the device while there is no connection, and takes them away only after the receipt', async () => {
    const page = await begin(await signedIn());
    const key = await keyOf(page, 1);
    await page.context().setOffline(true);
    await choose(page, 1);
    await saysOfAnswers(page, '1 answer not saved yet');
    expect([await saved(), await keptOnDevice(page)]).toEqual([[], 1]);
    // The tab is lost; the answer is not: another one of the same device brings it.
    const address = page.url();
    const other = await browser.tabOf(page);
    await page.evaluate('window.onbeforeunload = null');
    await page.close({ runBeforeUnload: false });
    await other.context().setOffline(false);
    await other.goto(address);
    await saysOfAnswers(other, /^Saved \d/);
    expect([await saved(), await keptOnDevice(other)]).toEqual([[key], 0]);
    expect(await radios(other).nth(1).isChecked()).toBe(true);
  });

  it('does not let an older tab overwrite a newer answer, and shows it there', async () => {
    const page = await begin(await signedIn());
    const key = await keyOf(page, 0);
    const older = await browser.tabOf(page);
    await older.goto(page.url());
    await choose(page, 0);
    await saysOfAnswers(page, /^Saved \d/);
    await choose(older, 2);
    await saysOfAnswers(older, 'was saved');
    expect(await saved()).toEqual([key]);
    expect(await radios(older).nth(0).isChecked()).toBe(true);
    await choose(older, 2);
    await saysOfAnswers(older, /^Saved \d/);
    expect(await saved()).toEqual([await keyOf(older, 2)]);
  });

  it.each(['in the same page', 'after the page is loaded anew'])(
    'keeps what was changed after an answer whose receipt was lost, %s',
    async (when) => {
      const page = await begin(await signedIn());
      // The server saves the first answer; its word for it never arrives.
      await page.route('**/answers', async (route) => {
        await route.fetch();
        await route.abort();
      });
      await choose(page, 0);
      await saysOfAnswers(page, '1 answer not saved yet');
      expect(await saved()).toEqual([await keyOf(page, 0)]);
      await page.route('**/answers', (route) => route.abort());
      await choose(page, 2);
      await page.waitForFunction('Object.values(localStorage).some((kept) => JSON.parse(kept).tried.length === 1)');
      await page.unroute('**/answers');
      if (when.startsWith('after')) {
        await page.evaluate('window.onbeforeunload = null');
        page.on('dialog', (dialog) => void dialog.accept());
        await page.reload();
      }
      await saysOfAnswers(page, /^Saved \d/);
      expect(await saved()).toEqual([await keyOf(page, 2)]);
      expect(await radios(page).nth(2).isChecked()).toBe(true);
    },
  );

  it('keeps the page and the line to call while there is no connection, in the exam and around it', async () => {
    const desk = visitor(test, tokenOf(exam.bank.administrator, 'page'));
    await desk.get('/desk/settings');
    await desk.post('/desk/settings/support-lines', { bodyId: exam.bodyId, way: 'call', phone: '+1 800 555 0100' });
    const page = await signedIn({ screen: 'phone' });
    const note = page.locator('[data-exam-offline]');
    const offline = (away: boolean) => page.context().setOffline(away);
    /** What a press on it does needs no server: nobody keeps it from the phone. */
    const expectLine = async () => {
      const line = note.getByRole('link', { name: 'Support now Call +1 800 555 0100' });
      expect([await line.isVisible(), await line.getAttribute('href')]).toEqual([true, 'tel:+18005550100']);
      await page.evaluate(
        `addEventListener('click', (event) => { globalThis.kept = event.defaultPrevented; }, { once: true })`,
      );
      await line.click();
      expect(await page.evaluate('globalThis.kept')).toBe(false);
    };
    const expectStay = async (role: 'link' | 'button', name: string) => {
      const before = page.url();
      expect(await note.isVisible()).toBe(false);
      await offline(true);
      await note.waitFor();
      await page.getByRole(role, { name }).first().click();
      expect(page.url()).toBe(before);
      expect(await note.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
      await expectLine();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    };

    await page.goto(`/exams/${exam.exam.id}`);
    await expectStay('button', 'Start the exam');
    await offline(false);
    await begin(page);
    await expectStay('button', 'Look over and hand in');
    await screenshot(page, 'exam-offline-phone');
    expect(await page.locator('[data-question]').count()).toBe(7);
    await choose(page, 1);
    await saysOfAnswers(page, '1 answer not saved yet');
    await offline(false);
    await saysOfAnswers(page, /^Saved \d/);
    await page.getByRole('button', { name: 'Look over and hand in' }).click();
    await page.waitForURL('**/submission');
    await expectStay('button', 'Hand in the exam');
    await offline(false);
    await page.getByRole('button', { name: 'Hand in the exam' }).click();
    await page.waitForURL('**/result');
    await expectStay('link', 'Your exams');
  });

  it('waits on the page when the time ends without a connection, and goes on by itself', async () => {
    const page = await signedIn();
    await page.clock.install();
    // An answer of the server that comes after the leap would tell the page the time from before it.
    const contacted = page.waitForResponse((response) => response.url().endsWith('/contacts'));
    await begin(page);
    await (await contacted).finished();
    const address = page.url();
    await page.context().setOffline(true);
    await page.clock.fastForward('01:29:59');
    // Longer than the rule can give back.
    test.clock.forward({ minutes: 120 });
    await test.owner.query('update session set last_seen_at = $1', [(await test.clock.now()).toString()]);
    await page.clock.runFor(20_000);
    await saysOfAnswers(page, 'The time has ended.');
    expect(page.url()).toBe(address);
    expect(await page.locator('[data-exam-offline]').getByRole('link').isVisible()).toBe(true);
    await page.context().setOffline(false);
    await page.clock.runFor(10_000);
    await page.getByText('Everything that was saved before counts.').waitFor();
  });

  it('works without its script, by a button for each group of questions', async () => {
    const page = await begin(await signedIn({ javaScript: false }));
    await page.locator(`label[for="${await radios(page).nth(1).getAttribute('id')}"]`).click();
    await page.getByRole('button', { name: 'Save my answers' }).click();
    await page.getByText('Your answers are saved.').waitFor();
    expect(await saved()).toEqual([await keyOf(page, 1)]);
    await page.getByRole('button', { name: 'Look over and hand in' }).click();
    await page.getByText('1 of 7 questions are answered').waitFor();
    await page.getByRole('button', { name: 'Hand in the exam' }).click();
    await page.waitForURL('**/result');
    await page.getByText('Not passed yet').first().waitFor();
  });

  it('can be read and worked by everyone, on a small phone too', async () => {
    const page = await signedIn({ screen: 'phone' });
    await page.goto(`/exams/${exam.exam.id}`);
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'exam-before-phone');
    await begin(page);
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'exam-sitting-phone');
    await page.getByRole('button', { name: 'Hide the time' }).click();
    await page.getByRole('button', { name: 'Show the time' }).waitFor();
    await radios(page).first().focus();
    await page.keyboard.press('Space');
    await saysOfAnswers(page, /^Saved \d/);
    await page.getByRole('button', { name: 'Look over and hand in' }).click();
    await page.waitForURL('**/submission');
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'exam-hand-in-phone');
    await page.getByRole('button', { name: 'Hand in the exam' }).click();
    await page.waitForURL('**/result');
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'exam-result-phone');
  });

  it('goes by the server’s time when the clock of the device is three hours off', async () => {
    const page = await signedIn();
    await page.addInitScript(`(() => {
      const Real = Date;
      const ahead = 3 * 3600000;
      globalThis.Date = class extends Real {
        constructor(...given) { given.length ? super(...given) : super(Real.now() + ahead); }
        static now() { return Real.now() + ahead; }
      };
    })()`);
    await begin(page);
    expect(await page.locator('[data-exam-time]').textContent()).toBe('90 minutes left');
    await choose(page, 1);
    await saysOfAnswers(page, /^Saved \d/);
    expect(await saved()).toEqual([await keyOf(page, 1)]);
    const { rows } = await test.owner.query(
      'select saved_at::text as at from sitting_answer order by saved_at desc limit 1',
    );
    expect(new Date(rows[0].at).getTime()).toBe((await test.clock.now()).epochMilliseconds);
  });

  it('lets somebody with breaks take one by keyboard, out of sight of the questions, and go on', async () => {
    await breaksFor(exam);
    const page = await begin(await signedIn({ screen: 'phone' }));
    await choose(page, 1);
    await page.getByRole('button', { name: 'Take a break' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'You are on a break' }).waitFor();
    // The answer that was on its way went first.
    expect(await saved()).toHaveLength(1);
    expect(await page.locator('[data-question]').count()).toBe(0);
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'exam-break-phone');
    await page.getByRole('button', { name: 'Go on with the exam' }).click();
    await page.locator('[data-question]').first().waitFor();
    expect(await radios(page).nth(1).isChecked()).toBe(true);
    // Read aloud: a letter for each answer, and the time only when it is asked for.
    expect(await page.locator('[data-exam-time]').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Show the time' }).click();
    expect(await page.locator('[data-exam-time]').isVisible()).toBe(true);
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'exam-read-aloud-phone');
  });
});
