import type { Page } from 'playwright-core';
import { Quizzes } from '../../modules/quizzes/quizzes.public.js';
import { QuizzesModule } from '../../modules/quizzes/quizzes.module.js';
import { exampleQuiz } from '../../modules/quizzes/testing/example-quiz.js';
import { useApp } from '../support/app.js';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, screenshot } from '../support/browser.js';
import { businessOf } from '../support/by-person-id.js';
import { insertPerson } from '../support/factories/person.js';

describeInBrowser('a quiz in a browser', (browser) => {
  const test = useApp({ business: businessOf([QuizzesModule]), listen: true });
  let person: string;

  beforeAll(() => test.run((tx) => test.get(Quizzes).publish(tx, exampleQuiz())));
  beforeEach(async () => {
    person = await insertPerson(test.owner);
  });

  const signedIn = async (options: Parameters<typeof browser.page>[0] = {}): Promise<Page> => {
    const page = await browser.page({ baseURL: test.url, ...options });
    await page.context().addCookies([{ name: 'session', value: person, url: test.url }]);
    return page;
  };
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
  const status = (page: Page) => page.locator('[data-saved-status]');
  const says = (page: Page, words: string | RegExp) => status(page).filter({ hasText: words }).waitFor();

  it('saves each answer as it is given, says when, and shows it again after a reload', async () => {
    const page = await begin(await signedIn());
    await choose(page, 'b');
    await says(page, /^Saved \d/);
    expect(await saved()).toEqual(['b']);
    await page.reload();
    expect(await firstRadio(page, 'b').isChecked()).toBe(true);
    await choose(page, 'c');
    await says(page, /^Saved \d/);
    expect(await saved()).toEqual(['c']);
  });

  it('keeps answers while there is no connection, says so, and saves them when it is back', async () => {
    const page = await begin(await signedIn());
    await page.context().setOffline(true);
    await choose(page, 'd');
    await says(page, '1 answer not saved yet');
    expect(await saved()).toEqual([]);
    // Somebody to talk to is a number in the page, and needs no connection to us.
    const support = page.getByRole('link', { name: 'Support now' }).first();
    expect([await support.isVisible(), await support.getAttribute('href')]).toEqual([true, 'tel:988']);
    await page.context().setOffline(false);
    await says(page, /^Saved \d/);
    expect(await saved()).toEqual(['d']);
  });

  it('does not let an older tab overwrite a newer answer', async () => {
    const page = await begin(await signedIn());
    const older = await browser.tabOf(page);
    await older.goto(page.url());
    await choose(page, 'a');
    await says(page, /^Saved \d/);
    await choose(older, 'c');
    await says(older, 'A newer answer is already saved');
    expect(await saved()).toEqual(['a']);
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

  it('works without its script', async () => {
    const page = await begin(await signedIn({ javaScript: false }));
    // The form's order is drawn by chance: an ordering question has labels too, and choosing one chooses nothing.
    await page.locator(`label[for="${await firstRadio(page, 'b').getAttribute('id')}"]`).click();
    await page.getByRole('button', { name: 'Save my answers' }).click();
    await page.getByText('Your answers are saved.').waitFor();
    expect(await saved()).toEqual(['b']);
  });
});
