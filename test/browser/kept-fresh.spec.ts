import type { Page } from 'playwright-core';
import type { PersonActor } from '../../src/kernel/actor.js';
import { signedIn, tokenOf } from '../../modules/certification/testing/certification-case.js';
import { apiOf } from '../../modules/exams/testing/api-of.js';
import { arrangeExam, type ExamCase } from '../../modules/exams/testing/exam-case.js';
import { useApp } from '../support/app.js';
import { describeInBrowser } from '../support/browser.js';
import { startExam } from '../support/exam-pages.js';

// Each test arranges an exam of its own, with a room, before its browser begins.
jest.setTimeout(60_000);

const CANDIDATE = 'Rosalind Okonkwo';
/** How often such a page asks. */
const EVERY_MS = 15_000;

describeInBrowser('a page that asks again by itself', (browser) => {
  const test = useApp({ listen: true });
  let exam: ExamCase;
  let proctor: PersonActor;
  let roomId: string;

  beforeEach(async () => {
    exam = await arrangeExam(test, { seating: 'room' });
    proctor = await signedIn(test, 'Pia Proctor', exam.bodyId, 'proctor');
    roomId = (await api().post(`exams/${exam.exam.id}/rooms`, { place: 'Library, room 2' })).body.roomId;
  });

  const api = () => apiOf(test, proctor);
  const turn = (to: 'openings' | 'closings') => api().post(`exam-rooms/${roomId}/${to}`);
  const checkIn = async () => {
    const { authorisationId } = (await api().get(`exam-rooms/${roomId}`)).body.expected[0];
    await api().post(`exam-rooms/${roomId}/check-ins`, { authorisationId, identitySeen: 'documents' });
  };
  /** A page whose clock the test can move. */
  const open = async (path: string, who = proctor): Promise<Page> => {
    const page = await browser.page({ baseURL: test.url, session: tokenOf(who, 'page') });
    await page.clock.install();
    await page.goto(path);
    return page;
  };
  const asks = async (page: Page): Promise<void> => {
    const answered = page.waitForResponse((answer) => answer.url() === page.url());
    await page.clock.runFor(EVERY_MS);
    await (await answered).finished();
  };
  const part = (page: Page, name: string) => page.locator(`[data-fresh=${name}]`);
  const checkedIn = (page: Page) => part(page, 'inside').getByText(CANDIDATE);
  const hasFocus = (page: Page, selector: string) => page.evaluate(`document.activeElement.matches('${selector}')`);

  it('brings what changed, and leaves what is typed, the focus and whatever is as it was', async () => {
    const page = await open(`/desk/exams/${exam.exam.id}/room`);
    await page.locator('summary', { hasText: 'Prepare a room' }).click();
    await page.getByLabel('Where is it?').fill('Library, room');
    await page.evaluate(`document.querySelector('[data-fresh=rooms] tbody tr').isTheSame = true`);
    await checkIn();
    await asks(page);
    await part(page, 'rooms').getByRole('cell', { name: '1', exact: true }).waitFor();
    await page.keyboard.type(' 3');
    expect(await page.getByLabel('Where is it?').inputValue()).toBe('Library, room 3');
    expect(await page.evaluate(`document.querySelector('[data-fresh=rooms] tbody tr').isTheSame`)).toBe(true);
  });

  it('takes nothing from under the hands of who has the focus on it or selected it, and brings it once they let go', async () => {
    await checkIn();
    const page = await open(`/desk/exams/rooms/${roomId}`);
    await page.getByRole('button', { name: 'Open the room' }).focus();
    await turn('openings');
    await asks(page);
    await part(page, 'inside').getByText('Can begin').waitFor();
    expect(await hasFocus(page, '[data-fresh=state] button')).toBe(true);
    await page.evaluate('document.activeElement.blur()');
    await asks(page);
    await page.getByRole('button', { name: 'Open the room' }).waitFor({ state: 'detached' });

    await page.evaluate(`getSelection().selectAllChildren(document.querySelector('[data-fresh=inside] tbody td'))`);
    await turn('closings');
    await asks(page);
    await part(page, 'state').getByText('Closed').first().waitFor();
    expect(await page.evaluate('getSelection().toString().trim()')).toBe('Can begin');
    await page.evaluate('getSelection().removeAllRanges()');
    await asks(page);
    await part(page, 'inside').getByText('Did not begin').waitFor();
  });

  it('asks nothing while nobody was at it for half an hour, and goes on with whoever comes back, after a lost connection too', async () => {
    const page = await open(`/desk/exams/rooms/${roomId}`);
    let asked = 0;
    page.on('request', (request) => (asked += request.url() === page.url() ? 1 : 0));
    await page.clock.fastForward('31:00');
    await page.clock.runFor(2 * EVERY_MS);
    expect(asked).toBe(0);
    await page.keyboard.press('Shift');
    await page.context().setOffline(true);
    await page.clock.runFor(EVERY_MS);
    await page.context().setOffline(false);
    await checkIn();
    await asks(page);
    await checkedIn(page).waitFor();
  });

  it('is asked by its link where there is no script', async () => {
    const page = await browser.page({ baseURL: test.url, session: tokenOf(proctor, 'page'), javaScript: false });
    await page.goto(`/desk/exams/rooms/${roomId}`);
    await checkIn();
    await page.getByRole('link', { name: 'Refresh this page' }).click();
    await checkedIn(page).waitFor();
  });

  it('lets a candidate begin once the room opens, tells who does not see it, and then asks no more', async () => {
    const page = await open(`/exams/${exam.exam.id}`, exam.applicant);
    const told = page.getByRole('status');
    await told.filter({ hasText: 'you are not checked in yet' }).waitFor();
    await checkIn();
    await asks(page);
    await told.filter({ hasText: 'You are checked in (Library, room 2)' }).waitFor();
    await turn('openings');
    await asks(page);
    await told.filter({ hasText: 'You can begin now.' }).waitFor();
    let asked = 0;
    page.on('request', () => asked++);
    await page.clock.runFor(3 * EVERY_MS);
    expect(asked).toBe(0);
    await startExam(page);
    await page.waitForURL('**/sittings/*');
  });
});
