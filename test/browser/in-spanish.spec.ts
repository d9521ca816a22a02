import type { Page } from 'playwright-core';
import { CourseContent } from '../../modules/courses/courses.public.js';
import { openSession } from '../support/caller.js';
import { useApp } from '../support/app.js';
import { describeInBrowser, expectAccessible, screenshot } from '../support/browser.js';
import { insertPerson } from '../support/factories/person.js';
import { expectSpanish } from '../support/in-spanish.js';

jest.setTimeout(180_000);

describeInBrowser('the way of a trainee in Spanish', (browser) => {
  const test = useApp({ listen: true });

  beforeAll(async () => {
    await test.run((tx) => test.get(CourseContent).load(tx, 'content'));
  });

  const look = async (page: Page, name: string) => {
    await screenshot(page, `spanish-${name}`);
    await expectSpanish(page);
    await expectAccessible(page);
  };

  it.each(['desktop', 'phone'] as const)(
    'leads a visitor from the front page to an account on a %s',
    async (screen) => {
      const page = await browser.page({ screen, baseURL: test.url, locale: 'es-MX' });
      for (const path of ['/', '/help', '/courses', '/sign-in', '/password-resets', '/nowhere']) {
        await page.goto(path);
        await look(page, `${screen}-${path.slice(1) || 'front'}`);
      }
      await page.goto('/register');
      await look(page, `${screen}-register`);
      await page.getByRole('button', { name: 'Crear su cuenta' }).click();
      await look(page, `${screen}-register-again`);
      await page.getByLabel('Nombre legal').fill('Inés Ejemplo');
      await page.getByLabel('Dirección de correo electrónico').fill(`ines-${screen}@example.org`);
      await page.getByLabel('Contraseña').fill('cuatro palabras en fila larga');
      await page.getByRole('button', { name: 'Crear su cuenta' }).click();
      await page.waitForURL('**/register/sent');
      await look(page, `${screen}-register-sent`);
      const { rows } = await test.owner.query(
        `select letter_language from registration where legal_name = 'Inés Ejemplo'`,
      );
      expect(rows).toContainEqual({ letter_language: 'es' });
    },
  );

  it.each(['desktop', 'phone'] as const)(
    'leads a learner from the choice of a language to the result of a quiz on a %s',
    async (screen) => {
      const personId = await insertPerson(test.owner, 'Inés Ejemplo');
      const session = await openSession(test, { personId, assurance: 'password' }, 'page');
      const page = await browser.page({ screen, baseURL: test.url, session });

      await page.goto('/profile/language');
      await page.locator('label', { hasText: 'Español' }).click();
      await page.getByRole('button', { name: 'Save the language' }).click();
      await page.waitForURL('**/profile');
      expect(await page.getByRole('status').textContent()).toContain(
        'Las páginas y las cartas le llegan en este idioma.',
      );
      await look(page, `${screen}-profile`);
      for (const path of [
        '/home',
        '/profile/names',
        '/profile/contacts',
        '/profile/language',
        '/profile/sessions',
        '/letters',
        '/cohorts',
        '/accommodations',
      ]) {
        await page.goto(path);
        await look(page, `${screen}${path.replaceAll('/', '-')}`);
      }

      await page.goto('/courses');
      await page
        .getByRole('link', { name: /La práctica orientada a la recuperación/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Empezar este curso' }).click();
      await look(page, `${screen}-course`);
      await page.getByRole('link', { name: 'Empezar con la primera lección' }).click();
      await page.getByRole('button', { name: 'Ver qué quiere decir cada respuesta' }).click();
      await look(page, `${screen}-lesson`);
      await page.goto('/quizzes/recovery-oriented-practice-quiz-es');
      await look(page, `${screen}-quiz`);
      await page.getByRole('button', { name: 'Empezar el cuestionario' }).click();
      await page.waitForURL('**/attempts/*');
      await look(page, `${screen}-attempt`);
      await page
        .locator('input[type=radio]')
        .first()
        .evaluate((input) => (input as unknown as { click(): void }).click());
      await page
        .locator('[data-saved-status]')
        .filter({ hasText: /^Se guardó a las \d/ })
        .waitFor();
      await page.getByRole('button', { name: 'Entregar el cuestionario' }).click();
      await page.waitForURL('**/result');
      await look(page, `${screen}-result`);
    },
  );

  it('says of a course in another language which it is, and speaks Spanish around it', async () => {
    const personId = await insertPerson(test.owner, 'Inés Ejemplo');
    await test.owner.query(`update person set letter_language = 'es' where id = $1`, [personId]);
    const session = await openSession(test, { personId, assurance: 'password' }, 'page');
    const page = await browser.page({ baseURL: test.url, session });
    // The browser does not know of the choice yet; from its next page on it does.
    await page.goto('/home');
    for (const path of [
      '/courses',
      '/courses/recovery-oriented-practice',
      '/quizzes/recovery-oriented-practice-quiz',
    ]) {
      await page.goto(path);
      await look(page, `english${path.replaceAll('/', '-')}`);
    }
    await page.getByRole('button', { name: 'Empezar el cuestionario' }).click();
    await page.waitForURL('**/attempts/*');
    await look(page, 'english-attempt');
    expect(await page.locator('legend').first().getAttribute('lang')).toBe('en');
  });
});
