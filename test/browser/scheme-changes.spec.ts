import { stricter, draftCase } from '../../modules/scheme-changes/testing/draft-case.js';
import { apply, giveEvidence } from '../../modules/certification/testing/certification-case.js';
import { useApp } from '../support/app.js';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, screenshot } from '../support/browser.js';
import { openSession } from '../support/caller.js';

describeInBrowser('new rules on a screen and on a phone', (browser) => {
  const test = useApp({ listen: true });
  const drafts = draftCase(test);

  async function as(personId: string, screen: 'desktop' | 'phone') {
    const session = await openSession(test, { personId, assurance: 'two-factor' }, 'page');
    const page = await browser.page({ baseURL: test.url, session, screen, javaScript: false });
    page.setDefaultTimeout(15_000);
    return page;
  }

  it.each(['desktop', 'phone'] as const)(
    'are brought in, mended, looked at and published by two persons (%s), without scripts',
    async (screen) => {
      const arranged = await drafts.arrange();
      await giveEvidence(test, arranged);
      await apply(test, arranged);
      const page = await as(arranged.administrator.personId, screen);
      const look = async (name: string) => {
        await expectNoSidewaysScrolling(page);
        await screenshot(page, `scheme-changes-${name}-${screen}`);
      };

      await page.goto('/desk/scheme-changes/new');
      const text = stricter(['    fees:', '    fee_list: 3\n    fees:']);
      await page.getByLabel(/Text of the scheme file/).fill(text);
      await page.getByLabel('First day of the new rules').fill('2027-01-01');
      await page.getByRole('button', { name: 'Check and keep as a draft' }).click();
      await page
        .getByText(/"fee_list" is not a key/)
        .first()
        .waitFor();
      expect(await page.getByLabel(/Text of the scheme file/).inputValue()).toBe(text);
      expect(await page.getByLabel('First day of the new rules').inputValue()).toBe('2027-01-01');
      await look('faults');

      await page.getByLabel(/Text of the scheme file/).fill('');
      const buffer = Buffer.from(stricter());
      await page.getByLabel(/Or choose the file/).setInputFiles({ name: 'rules.yaml', mimeType: 'text/yaml', buffer });
      await page.getByRole('button', { name: 'Check and keep as a draft' }).click();
      await page.getByRole('heading', { name: 'What differs' }).waitFor();
      await page.getByRole('button', { name: 'Make the preview' }).click();
      await page.getByText('0 of 1 counted').waitFor();
      await look('running');
      await test.runEffects();
      await page.reload();
      await page.getByText('1 of 1 counted').waitFor();
      await page.getByText(/You brought this draft in/).waitFor();
      await look('done');
      await page.getByRole('link', { name: 'See everybody it would touch' }).click();
      await page.getByText('Rosalind Okonkwo').first().waitFor();
      await look('people');

      const colleague = await as(arranged.colleague.personId, screen);
      await colleague.goto(page.url().replace('/people', ''));
      await colleague.getByText(/I read the differences/).click();
      await colleague.getByRole('button', { name: 'Publish this version' }).click();
      await colleague.getByText('The version is published.').waitFor();
      await page.goto('/desk/scheme-changes');
      await page.getByText('Published', { exact: true }).first().waitFor();
      await look('list');
    },
    120_000,
  );

  it('are accessible', async () => {
    const arranged = await drafts.arrange();
    const id = await drafts.bring(arranged);
    await drafts.ask(id, arranged.administrator);
    await test.runEffects();
    const session = await openSession(test, { ...arranged.colleague, assurance: 'two-factor' }, 'page');
    const page = await browser.page({ baseURL: test.url, session });
    for (const path of ['', '/new', `/${id}`, `/${id}/people`]) {
      await page.goto(`/desk/scheme-changes${path}`);
      await expectAccessible(page);
    }
  }, 120_000);
});
