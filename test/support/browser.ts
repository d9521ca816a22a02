import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type axe from 'axe-core';
import {
  chromium as playwright,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { sessionCookieName } from '../../src/platform/access/session-cookie.js';
import { canHaveChromium, chromium } from './chromium.mjs';

/** 320 CSS pixels is the width at which WCAG 1.4.10 (reflow) asks for no sideways scrolling. */
const screens = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
} satisfies Record<string, BrowserContextOptions>;

/** Given to each context rather than to each page: a quarter of the time of evaluating it, and the pages' content security policy stays as it is. */
const axeScript = readFileSync(join(process.cwd(), 'node_modules/axe-core/axe.min.js'), 'utf8');

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export interface PageOptions {
  screen?: keyof typeof screens;
  /** Addresses given to `goto` begin with it. */
  baseURL?: string;
  /** The token of a session at `baseURL`: the page is its person's. Nobody is signed in where it is left out. */
  session?: string | undefined;
  /** False shows the page as it is without scripts. */
  javaScript?: boolean;
  /** What the browser says its reader understands, such as es-MX. */
  locale?: string;
  /** Where the device is; UTC where nothing is said. */
  timezoneId?: string;
}

export interface TestBrowser {
  /** A page in a context of its own, closed after the test. */
  page(options?: PageOptions): Promise<Page>;
  /** Another page that shares the cookies of `page`: a second tab. */
  tabOf(page: Page): Promise<Page>;
}

/**
 * A describe whose tests need a browser. On a machine that can have none they are left out, and `npm test` says so; with CI=true
 * that is a failure.
 */
export function describeInBrowser(name: string, tests: (browser: TestBrowser) => void): void {
  if (canHaveChromium()) describe(name, () => tests(useBrowser()));
  else if (process.env.CI)
    it(`${name}: needs a Chromium (set CHROMIUM to one)`, () => expect(canHaveChromium()).toBe(true));
  else describe.skip(name, () => tests({} as TestBrowser));
}

/** Call at the top of a describe: one headless Chromium for the tests inside. An error in a page's script makes its test fail. */
export function useBrowser(): TestBrowser {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    const launch = await chromium();
    if (!launch) throw new Error('There is no Chromium for this machine: set CHROMIUM to one.');
    browser = await playwright.launch(launch);
  }, 60_000);

  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(errors.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
  });

  return {
    page: async ({ screen = 'desktop', baseURL, session, javaScript = true, locale, timezoneId } = {}) => {
      const where = { baseURL, locale, timezoneId };
      const context = await browser.newContext({ ...screens[screen], ...where, javaScriptEnabled: javaScript });
      contexts.push(context);
      if (baseURL && session)
        await context.addCookies([{ name: sessionCookieName({ PUBLIC_URL: baseURL }), value: session, url: baseURL }]);
      await context.addInitScript({ content: axeScript });
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
      return page;
    },
    tabOf: (page) => page.context().newPage(),
  };
}

/** Expects no violation of WCAG 2.2 A and AA that axe can find; each one is told with the elements it concerns. */
export async function expectAccessible(page: Page): Promise<void> {
  // What axe found in order stays in the browser: it is far more, and each word of it would be checked on its way here.
  const violations = await page.evaluate<axe.AxeResults['violations']>(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(wcag)} }, resultTypes: ['violations'] })
       .then(({ violations }) => violations)`,
  );
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.html}`).join('\n')}`,
  );
  expect(told).toEqual([]);
}

/** Expects that nothing has to be scrolled sideways to be read. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const widths = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  expect(widths[0]).toBeLessThanOrEqual(widths[1]);
}

/**
 * With SCREENSHOTS=1, writes .cache/screenshots/NAME.png of the whole page: for people to look at, nothing compares it.
 * @returns its path, or null when none was asked for
 */
export async function screenshot(page: Page, name: string): Promise<string | null> {
  if (!process.env.SCREENSHOTS) return null;
  const folder = join(process.cwd(), '.cache', 'screenshots');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name.replaceAll(/[^\w-]+/g, '-')}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}
