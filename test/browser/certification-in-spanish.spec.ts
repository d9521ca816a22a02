import type { Page } from 'playwright-core';
import { Competencies } from '../../modules/competencies/competencies.public.js';
import { projectRoot } from '../../src/config/project-root.js';
import { useApp } from '../support/app.js';
import { describeInBrowser, expectAccessible, screenshot } from '../support/browser.js';
import { openSession } from '../support/caller.js';
import { expectSpanish } from '../support/in-spanish.js';
import { seedWorld, type World } from '../support/world.js';

jest.setTimeout(240_000);

describeInBrowser('the way to a certification in Spanish', (browser) => {
  const test = useApp({ listen: true });
  let world: World;

  beforeAll(async () => {
    await test.run((tx) => test.get(Competencies).load(tx, `${projectRoot}/content`));
    world = await seedWorld(test);
    const readers = [world.callers.owner, world.callers.registrar].map(({ personId }) => personId);
    await test.owner.query(`update person set letter_language = 'es' where id = any($1)`, [readers]);
  });

  async function as(kind: 'owner' | 'registrar' | 'nobody', screen: 'desktop' | 'phone' = 'phone'): Promise<Page> {
    const session = kind === 'nobody' ? undefined : await openSession(test, world.callers[kind], 'page');
    return browser.page({ baseURL: test.url, session, screen, locale: 'es-MX' });
  }

  const look = async (page: Page, path: string) => {
    await page.goto(path);
    await screenshot(page, `spanish${path.replaceAll(/\W+/g, '-')}`);
    await expectSpanish(page);
    await expectAccessible(page);
  };

  it('takes hours of practice down, and tells what is still needed of them', async () => {
    const page = await as('owner');
    await look(page, '/practice');
    await look(page, '/practice/entries/new');
    await page.getByRole('button', { name: 'Guardar estas horas' }).click();
    await page.getByText('Hay un problema').waitFor();
    await expectSpanish(page);
    await page.getByText('Práctica pagada', { exact: true }).click();
    await page.getByLabel('Fecha').fill('2026-11-20');
    await page.getByRole('group', { name: 'Defensa de derechos' }).getByLabel('Horas').fill('2');
    await page.getByLabel('Método').selectOption({ label: 'Apoyo de persona a persona' });
    await page.getByLabel('Lugar').selectOption({ label: 'Vivienda' });
    await page.getByLabel('Actividad').selectOption({ label: 'Conversación de apoyo' });
    await page.getByLabel('Nombre de quien le supervisa').fill('Ines Invented');
    await page.getByLabel('Correo electrónico de quien le supervisa').fill('ines@supervisor.example');
    await page.getByRole('button', { name: 'Guardar estas horas' }).click();
    await page.getByText('Sus horas están guardadas.').waitFor();
    await expectSpanish(page);
    await look(page, '/practice/sign-offs/new');
  });

  it('shows the own way: what is needed, evidence, application, exam, certification, renewal', async () => {
    const page = await as('owner');
    const application = await world.object('application');
    const credential = await world.object('credential');
    for (const path of [
      '/eligibility/icrc-pr',
      '/what-if',
      '/evidence',
      '/evidence/outside-trainings/new',
      '/evidence/documents/new',
      '/evidence/statements/lived_experience',
      '/applications',
      `/applications/${application}`,
      `/applications/${application}/references`,
      `/applications/${application}/exam`,
      `/applications/${application}/background-answer`,
      '/invoices',
      '/consents',
      '/case-files',
      '/practice/what-counts',
      '/exams',
      '/credentials',
      '/renewals',
      `/renewals/${credential}`,
      '/appeals',
      '/notices',
      '/profile/data',
      '/profile/data/erasures/new',
    ])
      await look(page, path);
  });

  it('answers the public in the language of its browser', async () => {
    const page = await as('nobody');
    const credential = await world.object('credential');
    for (const path of [
      '/verify',
      `/v/${credential}`,
      '/schemes',
      '/schemes/icrc-pr',
      '/complaints/new',
      '/competencies',
    ])
      await look(page, path);
    await page.goto('/verify');
    await page.getByLabel('Número del certificado').fill('GS-2222');
    await page.getByRole('button', { name: 'Comprobar esta certificación' }).click();
    // Without a surname and without a date: both may be left empty.
    await page.getByRole('heading', { name: 'Este número tiene un error al copiarlo' }).waitFor();
    await expectSpanish(page);
  });

  it('leaves the desks in English as a whole, also where they share their words with the pages of others', async () => {
    const page = await as('registrar', 'desktop');
    const application = await world.object('application');
    for (const path of [`/desk/applications/${application}`, '/desk/invoices', '/desk/credentials']) {
      await page.goto(path);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      // The one sentence in Spanish says that the page is not.
      const main = (await page.locator('main').textContent())?.replace('Esta página todavía no está en español.', '');
      expect(main).not.toMatch(/\b(el|los|una|solicitud|todavía|cumplido|pendiente)\b/i);
    }
  });
});
