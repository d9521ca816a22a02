import supertest from 'supertest';
import { useApp } from '../../test/support/app.js';
import { Browser, enterPerson, linkOf, PASSWORD } from '../people/testing/people-app.js';
import { Letters, type NewLetter } from './notifications.public.js';

describe('the language of a letter', () => {
  const test = useApp();

  async function signedIn(email: string): Promise<Browser> {
    const browser = new Browser(test);
    await browser.post('/sign-in', { email, password: PASSWORD });
    return browser;
  }

  /** A letter to the person, sent; as the ledger keeps it. */
  async function sent(personId: string, kind: string, data: NewLetter['data']) {
    const identity = `${kind}/${personId}`;
    await test.run((tx) => test.get(Letters).send(tx, { kind, identity, to: { personId }, data }));
    await test.runEffects();
    const { rows } = await test.owner.query<{ language: string; subject: string; body_text: string }>(
      'select language, subject, body_text from letter where identity = $1',
      [identity],
    );
    return rows[0];
  }
  const erasure = { on: '2026-12-21', path: '/profile/data' };

  it('is the one that the person chose on their profile, with its subject and its dates', async () => {
    const { id } = await enterPerson(test, { email: 'lucia@example.org', legalName: 'Lucía Ejemplo' });
    const browser = await signedIn('lucia@example.org');
    await browser.post('/profile/language', { language: 'es' }, '/profile/language');
    expect((await browser.get('/profile')).text).toContain('Español');
    const letter = await sent(id, 'account-erasure-asked', erasure);
    expect(letter).toMatchObject({
      language: 'es',
      subject: expect.stringContaining('Usted nos pidió borrar sus datos'),
    });
    expect(letter?.body_text).toContain('Lo haremos el 21 de diciembre de 2026');
    expect((await browser.get('/letters')).text).toMatch(/<div lang="es">\s*[^]*?Usted nos pidió borrar sus datos/);
  });

  it('changes by one button at the foot of any page, which is shown again in it', async () => {
    await enterPerson(test, { email: 'abril@example.org' });
    const browser = await signedIn('abril@example.org');
    const page = await browser.get('/courses');
    expect(page.text).toMatch(/<button [^>]*name="language" value="es" lang="es">Español<\/button>/);
    const answer = await browser.post('/profile/language', { language: 'es' }, '/courses');
    expect(answer.headers['location']).toBe('/courses');
    expect((await browser.get('/courses')).text).toContain('<html lang="es"');
  });

  it('is that of its reasons and titles too, which the code knows in English', async () => {
    const [spanish, english] = await Promise.all(
      ['marisol', 'kim'].map((name) => enterPerson(test, { email: `${name}@example.org` })),
    );
    await test.owner.query(`update person set letter_language = 'es' where id = $1`, [spanish!.id]);
    const words: NewLetter['data'] = {
      number: '77',
      what: ({ word }) => word('Application fee'),
      schemeTitle: ({ say }) => say`${'Ética'}: still needed.`,
      amount: '$60.00',
      on: '2026-12-21',
      path: '/invoices/1',
    };
    const letters = [
      await sent(spanish!.id, 'invoice-issued', words),
      await sent(english!.id, 'invoice-issued', words),
    ];
    expect(letters.map((letter) => letter?.body_text)).toEqual([
      expect.stringContaining('Cuota de solicitud, Ética: todavía falta.: $60.00'),
      expect.stringContaining('Application fee, Ética: still needed.: $60.00'),
    ]);
  });

  it('is English for a person who chose nothing', async () => {
    const { id } = await enterPerson(test, { email: 'robin@example.org' });
    const letter = await sent(id, 'account-erasure-asked', erasure);
    expect(letter?.language).toBe('en');
    expect(letter?.body_text).toContain('We will do so on 21 December 2026');
  });

  it('is English, and marked so, where there is no wording in the language of the person', async () => {
    const { id } = await enterPerson(test, { email: 'mateo@example.org' });
    await (await signedIn('mateo@example.org')).post('/profile/language', { language: 'es' }, '/profile/language');
    const letter = await sent(id, 'application-reference-request', { trainee: 'Ana Invented', until: '2026-12-21' });
    expect(letter).toMatchObject({
      language: 'en',
      subject: expect.stringContaining('Ana Invented asks you for a reference'),
    });
  });

  it('begins as the browser asked at registration, and stays so for the person', async () => {
    const api = () => supertest(test.app.getHttpServer());
    const form = { legalName: 'Inés Ejemplo', email: 'ines@example.org', password: PASSWORD };
    await api().post('/api/v1/people').set('Accept-Language', 'es-MX,es;q=0.9,en;q=0.5').send(form).expect(202);
    const { rows } = await test.owner.query(`select language from letter where to_address = 'ines@example.org'`);
    expect(rows).toEqual([{ language: 'es' }]);
    const token = (await linkOf(test, 'account-confirm-address')).split('/').at(-1);
    await api().post('/api/v1/verifications').send({ token }).expect(201);
    const persons = await test.owner.query(`select letter_language from person where legal_name = 'Inés Ejemplo'`);
    expect(persons.rows).toEqual([{ letter_language: 'es' }]);
  });

  it('is changed to none that letters are not offered in, and by nobody who is not signed in', async () => {
    await enterPerson(test, { email: 'noor@example.org' });
    const browser = await signedIn('noor@example.org');
    const answer = await browser.post('/profile/language', { language: 'tlh' }, '/profile/language');
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Choose one of the languages in the list.');
    await new Browser(test).post('/profile/language', { language: 'es' });
    const { rows } = await test.owner.query(
      `select p.letter_language from person p join contact c on c.person_id = p.id where c.address = 'noor@example.org'`,
    );
    expect(rows).toEqual([{ letter_language: 'en' }]);
  });
});
