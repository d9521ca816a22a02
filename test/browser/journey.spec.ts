import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Competencies } from '../../modules/competencies/competencies.public.js';
import { COURSE } from '../../modules/portal/demonstration/cast.js';
import { projectRoot } from '../../src/config/project-root.js';
import { AccessCheck, type RouteRule } from '../../src/platform/access/access-check.js';
import { FileMailer } from '../../src/platform/mail/file-mailer.js';
import { matrix } from '../architecture/access-matrix.js';
import { useApp } from '../support/app.js';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling } from '../support/browser.js';
import { openSession } from '../support/caller.js';
import { Keyboard } from '../support/keyboard.js';
import { CALLERS, seedWorld, type CallerKind, type World } from '../support/world.js';
import { QUIZ } from '../support/world-things.js';

/** Who looks at a page, the first of them that may: it shows most to those it is about. */
const READERS: CallerKind[] = ['owner', 'reviewer', 'decider', 'registrar', 'administrator', 'roster', 'nobody'];

/** Pages that everybody sees in a form of their own. */
const SEVERAL: Record<string, CallerKind[]> = {
  '/home': ['owner', 'stranger', 'reviewer', 'registrar', 'administrator'],
  '/evidence': ['owner', 'stranger'],
  '/practice': ['owner', 'stranger'],
  '/applications': ['owner', 'stranger'],
  '/credentials': ['owner', 'stranger'],
  '/renewals': ['owner', 'stranger'],
  '/courses/:course': ['owner', 'nobody'],
  '/roster': ['roster', 'rosterElsewhere'],
};

/** Pages for people who are not signed in: whoever is gets sent home from them. */
const SIGNED_OUT = new Set(['/', '/sign-in', '/sign-in/code', '/register', '/register/sent']);

/** Pages that say why something is not to be had here, in the words of the page: the scheme of the world has no extensions. */
const NOT_HERE: Record<string, number> = { '/credentials/:number/extensions/new': 409, '/c/:number': 422 };

/** Addresses that answer with a file or for machines. */
const NO_PAGE = /^\/(?:api|health|metrics)\b|\/proof$|\/certificate$|\.csv$/;

describeInBrowser('every page', (browser) => {
  const test = useApp({ listen: true });
  let world: World;

  beforeAll(async () => {
    await test.run((tx) => test.get(Competencies).load(tx, join(projectRoot, 'content')));
    world = await seedWorld(test);
  }, 60_000);

  async function as(kind: CallerKind, screen: 'desktop' | 'phone' = 'phone'): Promise<Page> {
    const session = kind === 'nobody' ? undefined : await openSession(test, world.callers[kind], 'page');
    return browser.page({ baseURL: test.url, session, screen });
  }

  function readersOf({ method, path }: RouteRule): CallerKind[] {
    const row = matrix[`${method} ${path}`];
    const may = READERS.filter((kind) => row?.expected[kind] === 'through');
    return SEVERAL[path] ?? (SIGNED_OUT.has(path) ? ['nobody'] : may.slice(0, 1));
  }

  async function addressOf({ method, path }: RouteRule): Promise<string> {
    if (path.includes(':lesson')) await world.object('lesson'); // a lesson is for those who began its course
    const about = matrix[`${method} ${path}`]?.about;
    const thing = about ? await world.object(about) : '';
    const code = path.startsWith('/quizzes/') ? QUIZ : 'code_of_ethics';
    const places: Record<string, string> = {
      course: COURSE,
      lesson: 'what-recovery-means',
      schemeCode: 'icrc-pr',
      slug: `body-${world.bodyId}`,
      language: 'en',
      code,
    };
    return path.replaceAll(/:(\w+)/g, (_, name: string) => places[name] ?? (name === 'month' ? '2028-09' : thing));
  }

  /** What keeps a person from using the page, told with its address. */
  async function troubleOf(page: Page, address: string, expected = 200): Promise<string[]> {
    const answer = await page.goto(address);
    if (!answer?.headers()['content-type']?.includes('text/html')) return [`${address}: no page`];
    const trouble: string[] = answer.status() === expected ? [] : [`${address}: ${answer.status()}`];
    const note = (error: Error) => void trouble.push(`${address} (${page.url()}): ${error.message}`);
    await expectAccessible(page).catch(note);
    await expectNoSidewaysScrolling(page).catch(note);
    const headings = await page.locator('h1').count();
    return headings === 1 ? trouble : [...trouble, `${address}: ${headings} headings of the first rank`];
  }

  it('can be read on a phone and by a screen reader, whoever it is for', async () => {
    const trouble: string[] = [];
    const pages = test
      .get(AccessCheck)
      .routes()
      .filter(({ method, path }) => method === 'GET' && !NO_PAGE.test(path));
    const looked = new Set<string>();
    for (const kind of CALLERS) {
      const own = pages.filter((route) => readersOf(route).includes(kind));
      if (own.length === 0) continue;
      const page = await as(kind);
      for (const route of own) {
        trouble.push(...(await troubleOf(page, await addressOf(route), NOT_HERE[route.path])));
        looked.add(route.path);
      }
    }
    expect(trouble).toEqual([]);
    expect(looked.size).toBeGreaterThan(60);
  }, 240_000);

  it('says so kindly when there is nothing at an address', async () => {
    const page = await as('nobody');
    expect((await page.goto('/nothing-here'))?.status()).toBe(404);
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
  });

  it('shows the API to read, with nothing of it refused by the content security policy', async () => {
    const page = await as('nobody', 'desktop');
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
    });
    await page.goto('/docs');
    await page.getByText('/api/v1/tokens').first().waitFor();
    expect(refused).toEqual([]);
  });

  it('answers the address of the QR code at once, with the name, in less than 100 kB of page', async () => {
    const number = await world.object('credential');
    const { rows } = await test.owner.query<{ token: string }>(
      'select verification_token as token from credential where number = $1',
      [number],
    );
    const page = await as('nobody');
    const answer = await page.goto(`/v/${number}?t=${rows[0]!.token}`);
    expect((await answer!.body()).length).toBeLessThan(100_000);
    expect(await page.locator('main').innerText()).toContain('In good standing');
    expect(await page.locator('main').innerText()).toContain('Okonkwo');
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await page.goto(`/v/${number}`);
    expect(await page.locator('main').innerText()).not.toContain('Okonkwo');
  });

  it('is enough, by keyboard alone and without a script, from an account to where one stands', async () => {
    const page = await browser.page({ baseURL: test.url, javaScript: false });
    const keys = new Keyboard(page);
    const person = { email: 'kim.keyboard@people.example', password: 'four words in a row' };

    await page.goto('/register');
    await keys.type('Legal name', 'Kim Keyboard');
    await keys.type('E-mail address', person.email);
    await keys.type('Password', person.password);
    await keys.follow('Create your account', '**/register/sent');
    await page.goto(await linkFor(person.email));
    await keys.press('Yes, confirm this address');

    await page.goto('/sign-in');
    await keys.type('E-mail address', person.email);
    await keys.type('Password', person.password);
    await keys.follow('Sign in', '**/home', 'button');

    await keys.follow('Courses', '**/courses');
    await keys.follow('Recovery-oriented practice and the peer role', `**/courses/${COURSE}`);
    await keys.press('Start this course');
    await keys.follow('What recovery means', '**/lessons/*');
    await keys.answerEach();
    await keys.press('See what each answer means');
    await keys.choose('I have taken time to reflect');
    await keys.press('Finish this lesson');
    expect(await page.locator('main').innerText()).toContain('The lesson is finished and saved');

    await keys.follow('Practice', '**/practice');
    await keys.follow('Record your first hours', '**/practice/entries/new');
    await keys.choose('Paid practice');
    await keys.type('Date', '09012028');
    await keys.type('Advocacy Hours', '2');
    await keys.type('Method', 'One');
    await keys.type('Setting', 'Hous');
    await keys.type('Activity', 'Support');
    await keys.type('Name of your supervisor', 'Ines Invented');
    await keys.type('E-mail address of your supervisor', 'ines@supervisor.example');
    await keys.follow('Save these hours', '**/practice');
    expect(await page.locator('main').innerText()).toContain('Your hours are saved');

    await keys.follow('Home', '**/home');
    await keys.choose('Peer Recovery (PR)');
    await keys.follow('Work toward this', '**/home');
    await keys.follow('See every requirement with its evidence', '**/eligibility/*');
    expect(await page.locator('main').innerText()).toContain('Supervised practice');
  }, 60_000);

  async function linkFor(email: string): Promise<string> {
    await test.runEffects();
    const letters = await new FileMailer(join(test.config.DATA_DIR, 'mail'), () => '').list();
    const letter = letters.find(({ to }) => to.address === email);
    return new URL(/https?:\/\/\S+/.exec(letter?.text ?? '')?.[0] ?? '').pathname;
  }
});
