import type { Page } from 'playwright-core';
import { Quizzes } from '../../modules/quizzes/quizzes.public.js';
import { QuizzesModule } from '../../modules/quizzes/quizzes.module.js';
import { exampleQuiz } from '../../modules/quizzes/testing/example-quiz.js';
import { useApp } from '../support/app.js';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  screenshot,
  type PageOptions,
} from '../support/browser.js';
import { keptOnDevice, saysOfAnswers } from '../support/exam-pages.js';
import { businessOf } from '../support/by-person-id.js';
import { insertPerson } from '../support/factories/person.js';

describeInBrowser('a quiz in a browser', (browser) => {
  const test = useApp({ business: businessOf([QuizzesModule]), listen: true });
  let person: string;

  beforeAll(() => test.run((tx) => test.get(Quizzes).publish(tx, exampleQuiz())));
  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    person = await insertPerson(test.owner);
  });

  const signedIn = (options: PageOptions = {}) => browser.page({ baseURL: test.url, session: person, ...options });
  const begin = async (page: Page): Promise<Page> => {
    await page.goto('/quizzes/listening-check');
    await page.getByRole('button', { name: 'Start the quiz' }).click();
    await page.waitForURL('**/attempts/*');
    return page;
  };
  const firstRadio = (page: Page, value: string) => page.locator(`input[type=radio][value=${value}]`).first();
  const choose = (page: Page, value: string) =>
    firstRadio(page, value).evaluate((input) => (input as unknown as { click(): void }).click());
  const saved = async () => {
    const { rows } = await test.owner.query(
      `select a.answer from quiz_answer a join quiz_attempt t on t.id = a.attempt_id where t.person_id = $1`,
      [person],
    );
    return rows.map((row) => row.answer.chosen?.[0]);
  };
  const runs = (page: Page) => page.locator('.is-saving-itself').waitFor();

  it('saves each answer as it is given, says when, and shows it again after a reload', async () => {
    const page = await begin(await signedIn({ timezoneId: 'America/New_York' }));
    await choose(page, 'b');
    // One clock for both: the person's, where they are.
    await saysOfAnswers(page, 'Saved 10:00 am EST');
    expect(await page.locator('[data-exam-end-at]').textContent()).toBe('21 November 2026, 10:30 am EST');
    await page.locator('[data-exam-time]').filter({ hasText: '30 minutes left' }).waitFor();
    expect(await page.getByRole('button', { name: 'Save my answers' }).isVisible()).toBe(false);
    expect(await saved()).toEqual(['b']);
    await page.reload();
    expect(await firstRadio(page, 'b').isChecked()).toBe(true);
    await choose(page, 'c');
    await saysOfAnswers(page, /^Saved \d/);
    expect(await saved()).toEqual(['c']);
  });

  it('keeps answers while there is no connection, says so, and saves them when it is back', async () => {
    const page = await begin(await signedIn());
    await page.context().setOffline(true);
    await choose(page, 'd');
    await saysOfAnswers(page, '1 answer not saved yet');
    expect(await saved()).toEqual([]);
    // Somebody to talk to is a number in the page, and needs no connection to us.
    const support = page.getByRole('link', { name: 'Support now' }).first();
    expect([await support.isVisible(), await support.getAttribute('href')]).toEqual([true, 'tel:988']);
    await page.context().setOffline(false);
    await saysOfAnswers(page, /^Saved \d/);
    expect(await saved()).toEqual(['d']);
  });

  it('does not let an older tab overwrite a newer answer', async () => {
    const page = await begin(await signedIn());
    const older = await browser.tabOf(page);
    await older.goto(page.url());
    await choose(page, 'a');
    await saysOfAnswers(page, /^Saved \d/);
    await choose(older, 'c');
    await saysOfAnswers(older, 'A newer answer to question');
    expect(await saved()).toEqual(['a']);
    expect(await firstRadio(older, 'a').isChecked()).toBe(true);
  });

  it('can be read by everyone who uses a screen reader, a keyboard or a small phone', async () => {
    const page = await begin(await signedIn({ screen: 'phone' }));
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'quiz-attempt-phone');
    await page.getByRole('button', { name: 'Hand in the quiz' }).click();
    await page.waitForURL('**/result');
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'quiz-result-phone');
    await page.goto('/quizzes/listening-check');
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
  });

  it('brings what a lost tab could not save, from the same device', async () => {
    const page = await begin(await signedIn());
    await runs(page);
    await page.context().setOffline(true);
    await choose(page, 'd');
    await saysOfAnswers(page, '1 answer not saved yet');
    const address = page.url();
    const other = await browser.tabOf(page);
    await page.evaluate('window.onbeforeunload = null');
    await page.close({ runBeforeUnload: false });
    await other.context().setOffline(false);
    await other.goto(address);
    await saysOfAnswers(other, /^Saved \d/);
    expect([await saved(), await keptOnDevice(other)]).toEqual([['d'], 0]);
  });

  it('keeps answers while somebody is signed out in between, and saves them when they are back', async () => {
    const page = await begin(await signedIn());
    await runs(page);
    const context = page.context();
    await context.clearCookies({ name: 'session' });
    await choose(page, 'c');
    await saysOfAnswers(page, 'Your session ended');
    expect([await saved(), await keptOnDevice(page)]).toEqual([[], 1]);
    await context.addCookies([{ name: 'session', value: person, url: test.url }]);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await saysOfAnswers(page, /^Saved \d/);
    expect([await saved(), await keptOnDevice(page)]).toEqual([['c'], 0]);
  });

  it('hands over what came after the end, keeps it on the device until then, and tells it with the result', async () => {
    const page = await begin(await signedIn({ screen: 'phone' }));
    await runs(page);
    await page.context().setOffline(true);
    await choose(page, 'b');
    await saysOfAnswers(page, '1 answer not saved yet');
    test.clock.forward({ minutes: 45 });
    await test.runEffects();
    expect(await keptOnDevice(page)).toBe(1);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.context().setOffline(false);
    await page.waitForURL('**/result');
    await page.getByText('Some answers came after the end').waitFor();
    await page.getByText('your choice after the end').first().waitFor();
    expect([await saved(), await keptOnDevice(page)]).toEqual([[], 0]);
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, 'quiz-late-answers-phone');
  });

  it('saves what is on its way before handing in, and shows the result when somebody goes back', async () => {
    const page = await begin(await signedIn());
    await runs(page);
    await choose(page, 'a');
    await page.getByRole('button', { name: 'Hand in the quiz' }).click();
    await page.waitForURL('**/result');
    expect(await saved()).toEqual(['a']);
    await page.goBack();
    await page.getByText('Question by question').waitFor();
  });

  it.each(['answering.js', 'answering-clock.js', 'kept-answers.js'])(
    'is saved by its buttons when %s does not arrive',
    async (script) => {
      const page = await signedIn();
      await page.route(`**/${script}*`, (route) => route.fulfill({ status: 429, body: '' }));
      await begin(page);
      await choose(page, 'b');
      await page.getByRole('button', { name: 'Save my answers' }).click();
      await page.getByText('Your answers are saved.').waitFor();
      expect(await saved()).toEqual(['b']);
    },
  );

  it('works without its script', async () => {
    const page = await begin(await signedIn({ javaScript: false }));
    // The form's order is drawn by chance: an ordering question has labels too, and choosing one chooses nothing.
    await page.locator(`label[for="${await firstRadio(page, 'b').getAttribute('id')}"]`).click();
    await page.getByRole('button', { name: 'Save my answers' }).click();
    await page.getByText('Your answers are saved.').waitFor();
    expect(await saved()).toEqual(['b']);
  });
});
