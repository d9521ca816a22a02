import { businessOf } from '../support/by-person-id.js';
import { useApp } from '../support/app.js';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, screenshot } from '../support/browser.js';
import { insertPerson } from '../support/factories/person.js';
import { CompetenciesModule } from '../../modules/competencies/competencies.module.js';
import { CourseContent } from '../../modules/courses/courses.public.js';
import { CoursesModule } from '../../modules/courses/courses.module.js';

const COURSE = '/courses/recovery-oriented-practice';

describeInBrowser('learning, without scripts', (browser) => {
  const test = useApp({ listen: true, business: businessOf([CompetenciesModule, CoursesModule]) });

  beforeAll(async () => {
    await test.run((tx) => test.get(CourseContent).load(tx, 'content'));
  });

  const learner = async (screen: 'desktop' | 'phone') => {
    const session = await insertPerson(test.owner, 'Zoë Nguyễn');
    return browser.page({ screen, baseURL: test.url, session, javaScript: false });
  };

  it.each(['desktop', 'phone'] as const)('goes from the catalogue to a finished lesson on a %s', async (screen) => {
    const page = await learner(screen);
    const look = async (name: string) => {
      await screenshot(page, `courses-${screen}-${name}`);
      await expectNoSidewaysScrolling(page);
    };
    await page.goto('/courses');
    await look('catalogue');
    await page.getByRole('link', { name: 'Recovery-oriented practice and the peer role' }).click();
    await look('course');
    await page.getByRole('button', { name: 'Start this course' }).click();
    await look('begun');
    await page.getByRole('link', { name: 'Begin with the first lesson' }).click();
    await look('lesson');
    await page.getByRole('button', { name: 'See what each answer means' }).click();
    expect(await page.getByText('Choose one answer to question 1.').count()).toBeGreaterThan(0);
    await look('questions-open');
    for (const group of await page.getByRole('group').all()) await group.locator('label').nth(1).click();
    await page.getByRole('button', { name: 'See what each answer means' }).click();
    await look('answered');
    await page.getByText('I have taken time to reflect').click();
    await page.getByRole('button', { name: 'Finish this lesson' }).click();
    await page.waitForURL(`**${COURSE}/lessons/hope-and-choice`);
    await look('next-lesson');
    await page.goto('/competencies');
    await look('competencies');
  });
});

describeInBrowser('the pages of learning', (browser) => {
  const test = useApp({ listen: true, business: businessOf([CompetenciesModule, CoursesModule]) });

  it('hold what axe can find of WCAG 2.2 AA', async () => {
    await test.run((tx) => test.get(CourseContent).load(tx, 'content'));
    const page = await browser.page({ baseURL: test.url, session: await insertPerson(test.owner) });
    await page.goto(COURSE);
    await page.getByRole('button', { name: 'Start this course' }).click();
    for (const path of ['/courses', COURSE, `${COURSE}/lessons/the-peer-role`, '/competencies']) {
      await page.goto(path);
      await expectAccessible(page);
    }
  });
});
