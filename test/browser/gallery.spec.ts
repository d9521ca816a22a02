import type { Page } from 'playwright-core';
import { useApp } from '../support/app.js';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, screenshot } from '../support/browser.js';

describeInBrowser('the gallery of components', (browser) => {
  const test = useApp({ listen: true });

  async function open(screen: 'desktop' | 'phone'): Promise<Page> {
    const page = await browser.page({ screen, baseURL: test.url });
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
    });
    await page.goto('/dev/components');
    expect(refused).toEqual([]);
    return page;
  }

  const focused = (page: Page) =>
    page.evaluate<string>('document.activeElement.id || document.activeElement.className');

  it.each(['desktop', 'phone'] as const)('can be used by everyone, without scrolling sideways: %s', async (screen) => {
    const page = await open(screen);
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, `gallery ${screen}`);
  });

  it.each(['desktop', 'phone'] as const)('shows problems that everyone finds: %s', async (screen) => {
    const page = await open(screen);
    await page.fill('#field-email', 'robin@');
    await page.click('label[for=field-topics-2]');
    await Promise.all([page.waitForEvent('load'), page.click('text=Save this entry')]);

    expect(await page.title()).toBe('Error: Components · Goodstanding');
    // The browser gives an autofocus its focus with a drawing of the page, which may come after the load event.
    await page.waitForFunction('document.activeElement !== document.body');
    expect(await focused(page)).toContain('gs-problems');
    expect(await page.inputValue('#field-email')).toBe('robin@');
    expect(await page.isChecked('#field-topics-2')).toBe(true);
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await screenshot(page, `gallery problems ${screen}`);
  });

  it('leads from each problem of the summary to its field by keyboard, in the same words', async () => {
    const page = await open('desktop');
    await Promise.all([page.waitForEvent('load'), page.click('text=Save this entry')]);
    const links = await page.locator('.gs-problems a').all();
    expect(links.length).toBeGreaterThanOrEqual(10);
    for (const link of links) {
      const [href, words] = [await link.getAttribute('href'), await link.textContent()];
      await link.press('Enter');
      expect(`#${await focused(page)}`).toBe(href);
      const described = await page.evaluate<string>(
        `[document.activeElement, document.activeElement.closest('fieldset')]
          .flatMap((described) => (described?.getAttribute('aria-describedby') ?? '').split(' '))
          .map((id) => document.getElementById(id)?.textContent ?? '').join(' ')`,
      );
      expect(described).toContain(words);
    }
  });

  it('skips to the content with the first key press', async () => {
    const page = await open('desktop');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('main');
  });

  it('opens the evidence of a requirement and the table of a chart without a script', async () => {
    const page = await browser.page({ baseURL: test.url, javaScript: false });
    await page.goto('/dev/components');
    expect(await page.locator('text=Foundations of peer support').nth(1).isVisible()).toBe(false);
    await page.click('text=2 pieces of evidence count');
    expect(await page.locator('.gs-evidence >> text=Foundations of peer support').isVisible()).toBe(true);
  });

  it('looks as meant: stylesheet, fonts and marks arrive, the large stylesheet compressed and kept', async () => {
    const page = await browser.page({ baseURL: test.url });
    const missing: string[] = [];
    const heads = new Map<string, Record<string, string>>();
    page.on('response', (response) => {
      heads.set(new URL(response.url()).pathname, response.headers());
      if (response.status() >= 400) missing.push(response.url());
    });
    await page.goto('/dev/components', { waitUntil: 'networkidle' });
    expect(missing).toEqual([]);
    expect(heads.get('/assets/uswds/css/uswds.min.css')).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': expect.stringContaining('immutable'),
    });
    expect(heads.get('/assets/goodstanding.css')?.['cache-control']).toContain('immutable');
    expect([...heads.keys()].some((path) => path.endsWith('.woff2'))).toBe(true);
  });
});
