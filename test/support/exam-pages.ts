import type { Page } from 'playwright-core';

/** Gives one's word over the two texts before an exam and starts it, on the page of the exam. */
export async function startExam(page: Page): Promise<void> {
  for (const words of ['This is true, and I am that person.', 'I agree to this.']) await page.getByText(words).click();
  await page.getByRole('button', { name: 'Start the exam' }).click({ noWaitAfter: true });
}

/** From the page of an exam to its questions. @returns the page */
export async function beginExam(page: Page, examId: string): Promise<Page> {
  await page.goto(`/exams/${examId}`);
  await startExam(page);
  await page.waitForURL('**/sittings/*');
  return page;
}

/** Waits until a page that saves answers by itself says so. */
export async function saysOfAnswers(page: Page, words: string | RegExp): Promise<void> {
  await page.locator('[data-saved-status]').filter({ hasText: words }).waitFor();
}

/** How many attempts have answers on the device that no server has acknowledged. */
export function keptOnDevice(page: Page): Promise<number> {
  return page.evaluate('Object.keys(localStorage).length');
}
