import type { Page } from 'playwright-core';
import type { PersonActor } from '../../src/kernel/actor.js';
import { tokenOf } from '../../modules/certification/testing/certification-case.js';
import { arrangeExam, type ExamCase } from '../../modules/exams/testing/exam-case.js';
import { begun, finished, itemsOf, type Sat } from '../../modules/exams/testing/rescoring-case.js';
import { useApp } from '../support/app.js';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, screenshot } from '../support/browser.js';

jest.setTimeout(240_000);

describeInBrowser('a challenge and what follows from it, without a script', (browser) => {
  const test = useApp({ listen: true });
  let exam: ExamCase;
  let ann: Sat;

  const as = async ({ personId }: PersonActor, screen: 'desktop' | 'phone' = 'desktop'): Promise<Page> => {
    return browser.page({ baseURL: test.url, session: tokenOf({ personId }, 'page'), screen, javaScript: false });
  };
  /** Axe needs scripts, so each address is looked at once more with them, and on a phone. */
  const look = async ({ personId }: PersonActor, address: string, name: string): Promise<void> => {
    for (const screen of ['desktop', 'phone'] as const) {
      const page = await browser.page({ baseURL: test.url, session: tokenOf({ personId }, 'page'), screen });
      await page.goto(address);
      await screenshot(page, `rescoring-${name}-${screen}`);
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    }
  };
  const main = (page: Page) => page.locator('main');
  const sit = async (name: string, answers: Parameters<typeof begun>[3]) =>
    finished(test, await begun(test, exam, name, answers));
  const b = { 0: { chosen: ['b'] } };

  beforeEach(async () => {
    exam = await arrangeExam(test);
    ann = await sit('Ann Needs B', { given: b, right: [1, 2] });
    await sit('Ben Needs A', { right: [0, 1, 2] });
    await sit('Cyn Has All', { right: [0, 1, 2, 3, 4, 5] });
    await sit('Dan Has B', { given: b, right: [4] });
    await sit('Eve Has Two', { right: [1, 3] });
  });

  it('leads from the candidate’s words to a decision, a preview, a second person and a pass', async () => {
    const [psychometrician, administrator] = [exam.bank.psychometrician, exam.bank.administrator];
    const { rows } = await test.owner.query('select place from exam_form_item where form_id = $1 and version_id = $2', [
      exam.formId,
      itemsOf(exam)[0]?.versionId,
    ]);
    const candidate = await as(ann.actor, 'phone');
    await candidate.goto(`/sittings/${ann.sittingId}/result`);
    await candidate.getByRole('link', { name: 'Challenge a question, or comment on the exam' }).click();
    await candidate.getByLabel('Number of the question').fill('99');
    await candidate
      .getByLabel('What is wrong with it?')
      .fill('Advising first is what our handbook says, not listening.');
    await candidate.getByRole('button', { name: 'Send the challenge' }).click();
    expect(await main(candidate).innerText()).toContain('Enter the number of the question, from 1 to 7');
    await candidate.getByLabel('Number of the question').fill(String(rows[0].place));
    await candidate.getByRole('button', { name: 'Send the challenge' }).click();
    expect(await main(candidate).innerText()).toContain(`Challenge of question ${rows[0].place}`);
    await look(ann.actor, `/sittings/${ann.sittingId}/remarks`, 'own');

    const desk = await as(psychometrician);
    await desk.goto('/desk/exams/remarks');
    await look(psychometrician, '/desk/exams/remarks', 'queue');
    await desk.getByRole('link', { name: `Challenge of question ${rows[0].place}` }).click();
    await look(psychometrician, new URL(desk.url()).pathname, 'remark');
    await desk.getByText('Upheld: the item is scored otherwise').click();
    await desk.getByText('Another answer is the right one').click();
    await desk
      .getByRole('form', { name: 'Decide the challenge' })
      .getByText(/^b: Advising/)
      .click();
    await desk.getByLabel('Your reasons').fill('The handbook was changed last year.');
    await desk.getByRole('button', { name: 'Decide the challenge' }).click();
    await desk.getByRole('link', { name: 'Propose the rescore' }).click();
    await look(psychometrician, desk.url().replace(test.url, ''), 'new');
    await desk.getByLabel('Your reasons').fill('As the challenge was decided.');
    await desk.getByRole('button', { name: 'Propose the rescore' }).click();
    const address = new URL(desk.url()).pathname;
    await look(psychometrician, address, 'preview');
    expect(await desk.getByRole('button', { name: 'Approve and score again' }).count()).toBe(0);
    expect(await main(desk).innerText()).toMatch(/1\s+would now pass[\s\S]*1\s+would no longer pass/);

    const second = await as(administrator);
    await second.goto(address);
    await second.getByRole('button', { name: 'Approve and score again' }).click();
    await test.runEffects();
    await look(psychometrician, address, 'applied');
    await look(psychometrician, '/desk/exams/rescorings', 'list');
    await look(psychometrician, `${address}/reasons`, 'reasons');
    await candidate.goto(`/sittings/${ann.sittingId}/result`);
    expect(await main(candidate).innerText()).toMatch(/Passed\s+500[\s\S]*scored again after your sitting/);

    await desk.goto(address);
    await desk.getByLabel('Whose?').selectOption({ index: 1 });
    await desk.getByLabel('Why should this pass not stay?').fill('An invented reason, long enough.');
    await desk.getByRole('button', { name: 'Propose it, and tell the person' }).click();
    await look(psychometrician, address, 'noticed');
    await second.goto(address);
    await second.getByRole('button', { name: 'The pass stays' }).click();
    expect(await main(second).innerText()).toContain('The pass stays.');
  });
});
