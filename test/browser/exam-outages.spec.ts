import type { Page } from 'playwright-core';
import { tokenOf } from '../../modules/certification/testing/certification-case.js';
import { arrangeExam, type ExamCase } from '../../modules/exams/testing/exam-case.js';
import { useApp } from '../support/app.js';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  screenshot,
  type PageOptions,
} from '../support/browser.js';
import { beginExam, keptOnDevice, saysOfAnswers, startExam } from '../support/exam-pages.js';

// Each test arranges an exam of its own, with more than one group of questions, before its browser begins.
jest.setTimeout(120_000);

describeInBrowser('an exam whose script or connection is not there', (browser) => {
  const test = useApp({ listen: true });
  let exam: ExamCase;

  beforeEach(async () => {
    exam = await arrangeExam(test, { items: 12, minutes: 90 });
  }, 60_000);

  const signedIn = (options: PageOptions = {}) =>
    browser.page({ baseURL: test.url, session: tokenOf(exam.applicant, 'page'), ...options });
  const begin = (page: Page) => beginExam(page, exam.exam.id);
  /** Answers one question, of whichever kind. */
  const answer = async (page: Page, question: string): Promise<void> => {
    const section = page.locator(question);
    const steps = section.locator('select');
    if ((await steps.count()) > 0) await steps.first().selectOption('2');
    else await section.locator('input[name^=q] + label').nth(1).click();
  };
  /** One question in each group. */
  const chooseInTwoGroups = async (page: Page): Promise<void> => {
    for (const question of ['#question-2', '#question-12']) await answer(page, question);
  };
  const saved = async (): Promise<number> => {
    const { rows } = await test.owner.query(
      'select count(*)::int as n from sitting_answer a join sitting s on s.id = a.sitting_id where s.person_id = $1',
      [exam.applicant.personId],
    );
    return rows[0].n;
  };
  const saveButtons = (page: Page) => page.getByRole('button', { name: 'Save my answers' });

  it.each(['answering.js', 'answering-clock.js', 'kept-answers.js'])(
    'can be saved by its buttons when %s does not arrive, all groups with one press',
    async (script) => {
      const page = await signedIn();
      await page.route(`**/${script}*`, (route) => route.fulfill({ status: 429, body: '' }));
      await begin(page);
      await chooseInTwoGroups(page);
      await saveButtons(page).last().click();
      await page.getByText('Your answers are saved.').waitFor();
      expect(await saved()).toBe(2);
    },
  );

  it('takes its buttons away once its script runs, and saves what was chosen before', async () => {
    const page = await signedIn();
    let arrive = (): void => undefined;
    const late = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/answering.js*', async (route) => {
      await late;
      await route.continue();
    });
    await page.goto(`/exams/${exam.exam.id}`);
    await startExam(page);
    await saveButtons(page).first().waitFor();
    await chooseInTwoGroups(page);
    arrive();
    await saysOfAnswers(page, /^Saved \d{1,2}:\d\d [ap]m [A-Z]/);
    expect([await saved(), await saveButtons(page).first().isVisible()]).toEqual([2, false]);
  });

  it('saves every group without scripts, by whichever button, and on the way to handing in', async () => {
    const page = await begin(await signedIn({ javaScript: false, screen: 'phone' }));
    expect(await page.getByRole('button', { name: 'Hide the time' }).isVisible()).toBe(false);
    expect(await page.locator('fieldset[lang]').count()).toBe(0);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'exam-without-script-phone');
    await chooseInTwoGroups(page);
    await saveButtons(page).first().click();
    await page.getByText('Your answers are saved.').waitFor();
    expect(await saved()).toBe(2);
    await answer(page, '#question-13');
    await page.getByRole('button', { name: 'Look over and hand in' }).click();
    await page.getByText('3 of 13 questions are answered').waitFor();
    expect(await saved()).toBe(3);
  });

  it('goes on after an outage across its end: the time comes back by rule, and the answers count', async () => {
    const page = await signedIn();
    await page.clock.install();
    await begin(page);
    await page.locator('.is-saving-itself').waitFor();
    test.clock.forward({ minutes: 80 });
    // The page says that it is there; then the connection goes, over the end of the exam.
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    await page.clock.runFor(2000);
    await page.locator('[data-exam-time]').filter({ hasText: '10 minutes left' }).waitFor();
    await page.context().setOffline(true);
    await chooseInTwoGroups(page);
    await page.clock.runFor(1000);
    await saysOfAnswers(page, '2 answers not saved yet');
    await page.clock.fastForward('12:00');
    test.clock.forward({ minutes: 12 });
    await test.runEffects();
    await page.clock.runFor(12_000);
    await saysOfAnswers(page, 'The time has ended.');
    expect([await keptOnDevice(page), await page.locator('fieldset:disabled').count()]).toEqual([2, 13]);
    await page.context().setOffline(false);
    await page.clock.runFor(10_000);
    await page
      .locator('[data-exam-note]')
      .filter({ hasText: 'Given back after the interruption: 12 minutes' })
      .waitFor();
    // A request takes the server's time, its next try the page's.
    while ((await keptOnDevice(page)) > 0) await page.clock.runFor(5_000);
    await saysOfAnswers(page, /^Saved \d/);
    expect([await saved(), await page.locator('fieldset:disabled').count()]).toEqual([2, 0]);
    await screenshot(page, 'exam-time-given-back');
  });

  it('hands over what came after the end, keeps it on the device until then, and tells it', async () => {
    const page = await begin(await signedIn({ screen: 'phone' }));
    await page.locator('.is-saving-itself').waitFor();
    await page.context().setOffline(true);
    await chooseInTwoGroups(page);
    await saysOfAnswers(page, '2 answers not saved yet');
    test.clock.forward({ minutes: 130 });
    await test.runEffects();
    expect(await keptOnDevice(page)).toBe(2);
    await test.owner.query('update session set last_seen_at = $2 where person_id = $1', [
      exam.applicant.personId,
      (await test.clock.now()).toString(),
    ]);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.context().setOffline(false);
    await page.waitForURL('**/result');
    await page.getByText('Some answers came after the end').waitFor();
    expect([await saved(), await keptOnDevice(page)]).toEqual([0, 0]);
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'exam-late-answers-phone');
  });

  it('hands over from the result too, where the tab of the exam is gone', async () => {
    const page = await begin(await signedIn());
    await page.locator('.is-saving-itself').waitFor();
    await page.route('**/answers', (route) => route.abort());
    await chooseInTwoGroups(page);
    await saysOfAnswers(page, '2 answers not saved yet');
    const address = page.url();
    const other = await browser.tabOf(page);
    await page.evaluate('window.onbeforeunload = null');
    await page.close({ runBeforeUnload: false });
    test.clock.forward({ minutes: 130 });
    await test.runEffects();
    await test.owner.query('update session set last_seen_at = $2 where person_id = $1', [
      exam.applicant.personId,
      (await test.clock.now()).toString(),
    ]);
    await other.goto(address);
    await other.getByText('Some answers came after the end').waitFor();
    expect(await keptOnDevice(other)).toBe(0);
  });

  it('shows time that was given back with the next receipt, without loading the page again', async () => {
    const page = await begin(await signedIn());
    await page.locator('[data-exam-time]').filter({ hasText: '90 minutes left' }).waitFor();
    await test.owner.query(
      `insert into sitting_outage (id, body_id, sitting_id, minutes, reason, given_by, recorded_at)
       select gen_random_uuid(), body_id, id, 10, 'power', $2, $3 from sitting where person_id = $1`,
      [exam.applicant.personId, exam.registrar.personId, (await test.clock.now()).toString()],
    );
    const before = await page.locator('[data-exam-end-at]').textContent();
    await chooseInTwoGroups(page);
    await page.locator('[data-exam-time]').filter({ hasText: '100 minutes left' }).waitFor();
    expect(await page.locator('[data-exam-end-at]').textContent()).not.toBe(before);
  });
});
