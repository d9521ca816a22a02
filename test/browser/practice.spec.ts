import { join } from 'node:path';
import { PracticeModule } from '../../modules/practice/practice.module.js';
import { FileMailer } from '../../src/platform/mail/file-mailer.js';
import { useApp } from '../support/app.js';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, screenshot } from '../support/browser.js';
import { businessOf } from '../support/by-person-id.js';
import { insertPerson } from '../support/factories/person.js';

describeInBrowser('practice on a phone', (browser) => {
  const test = useApp({ business: businessOf([PracticeModule]), listen: true });

  const letterWith = async (words: RegExp): Promise<string> => {
    await test.runEffects();
    const letters = await new FileMailer(join(test.config.DATA_DIR, 'mail'), () => '').list();
    return letters.map((letter) => words.exec(letter.text)?.[1]).find((found) => found !== undefined) ?? '';
  };

  it('goes from recording hours to a supervisor’s signature, without an account, on readable pages', async () => {
    const person = await insertPerson(test.owner, 'Ana Invented', 'ana@trainee.example');
    const page = await browser.page({ baseURL: test.url, session: person, screen: 'phone' });
    const readable = async (name: string) => {
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await screenshot(page, `practice-${name}-phone`);
    };
    await page.goto('/practice');
    await readable('empty');
    await page.getByRole('link', { name: 'Record your first hours' }).click();
    await page.waitForURL('**/new');
    await page.getByText('Paid practice').click();
    await page.getByLabel('Date').fill('2026-11-20');
    await page.getByRole('group', { name: 'Advocacy' }).getByLabel('Hours').fill('2');
    await page.getByLabel('Method').selectOption({ label: 'One-to-one support' });
    await page.getByLabel('Setting').selectOption({ label: 'Housing' });
    await page.getByLabel('Activity').selectOption({ label: 'Support conversation' });
    await page.getByLabel('Name of your supervisor').fill('Ines Invented');
    await readable('form');
    await page.getByRole('button', { name: 'Save these hours' }).click();
    await page.getByText('There is a problem').waitFor();
    await readable('form-with-a-problem');
    await page.getByLabel('E-mail address of your supervisor').fill('ines@supervisor.example');
    await page.getByRole('button', { name: 'Save these hours' }).click();
    await page.getByText('Your hours are saved.').waitFor();
    await readable('overview');
    await page.getByRole('link', { name: 'Send 1 entry to be signed' }).click();
    await readable('choose');
    await page.getByRole('button', { name: 'Send to be signed' }).click();
    await page.waitForURL('**/practice/sign-offs/*');
    await readable('request');

    const supervisor = await browser.page({ baseURL: test.url, screen: 'phone' });
    await supervisor.goto(new URL(await letterWith(/(https?:\S+\/sign-off-links\/\S+)/)).pathname);
    await supervisor.waitForURL('**/sign-offs/*');
    await expectAccessible(supervisor);
    await expectNoSidewaysScrolling(supervisor);
    await screenshot(supervisor, 'practice-supervisor-phone');
    const reader = await browser.page({ baseURL: test.url, screen: 'phone' });
    const { pathname, search } = new URL(await letterWith(/(https?:\S+\/sign-off-links\/\S+\?language=es)/));
    await reader.goto(pathname + search);
    await reader.getByRole('heading', { name: 'Horas por firmar' }).waitFor();
    await expectNoSidewaysScrolling(reader);
    await expectAccessible(reader);
    await screenshot(reader, 'practice-supervisor-spanish-phone');
    await supervisor.getByRole('button', { name: 'Mail me a code' }).click();
    await supervisor.getByText('We mailed a code').waitFor();
    await supervisor.getByLabel('The six-digit code from our letter').fill(await letterWith(/\b(\d{3} \d{3})\b/));
    await supervisor.getByLabel('Your name, as you would sign it').fill('Ines Invented');
    await supervisor.getByText('I supervised this person').last().click();
    await supervisor.getByRole('button', { name: 'Sign these hours' }).click();
    await supervisor.getByText('The hours of Ana Invented are signed').waitFor();
    await expectAccessible(supervisor);

    await page.reload();
    await page.getByText('Signed by Ines Invented').waitFor();
    await readable('signed');
  }, 60_000);
});
