import supertest from 'supertest';
import { useApp } from '../support/app.js';

/** A visitor's browser: what it accepts, and the cookies it was given. */
describe('the language of a page', () => {
  const test = useApp();
  const get = (path: string, headers: Record<string, string> = {}) =>
    supertest(test.app.getHttpServer())
      .get(path)
      .set({ accept: 'text/html', ...headers });
  const languageOf = (page: string) => /<html lang="(\w+)"/.exec(page)?.[1];

  it('is the one the browser asks for, and English where nothing of it is understood', async () => {
    const pages = await Promise.all(
      ['es-MX,es;q=0.9', 'fr', ''].map((wish) => get('/register', { 'accept-language': wish })),
    );
    expect(pages.map(({ text }) => languageOf(text))).toEqual(['es', 'en', 'en']);
    expect(pages[0]?.text).toContain('<title>Crear una cuenta &middot; Goodstanding</title>');
    expect(pages[0]?.text).toContain('Llame o escriba al 988');
    expect(pages[1]?.text).toContain('Call or text 988');
  });

  it('is what a visitor chose at the foot of a page, whatever the browser asks for', async () => {
    const host = test.app.getHttpServer();
    const chosen = await supertest(host)
      .get('/language/es')
      .set({ host: 'here.test', referer: 'http://here.test/help?x=1' });
    expect([chosen.status, chosen.headers['location']]).toEqual([303, '/help?x=1']);
    const cookie = String(chosen.headers['set-cookie']).split(';')[0] ?? '';
    const { text } = await get('/register', { cookie, 'accept-language': 'en' });
    expect(languageOf(text)).toBe('es');
    expect(text).toContain('<a href="/language/en" lang="en" hreflang="en" rel="nofollow">English</a>');
  });

  it('leads back only to pages of this site, and nowhere for a language that is not offered', async () => {
    const elsewhere = await get('/language/es', { referer: 'https://elsewhere.example/help' });
    expect(elsewhere.headers['location']).toBe('/');
    expect((await get('/language/tlh')).status).toBe(404);
  });

  it('is English as a whole where a page is not translated, which it says in the language that was wished', async () => {
    const { text } = await get('/dev/components', { 'accept-language': 'es' });
    expect(languageOf(text)).toBe('en');
    expect(text).toContain('<p class="gs-soft gs-no-print" lang="es">Esta página todavía no está en español.</p>');
    expect(text).toContain('Skip to the content');
    expect(text).toContain('Call or text 988');
  });

  it('holds for what cannot be accepted and for what is not there, also without a page of its own', async () => {
    const missing = await get('/nowhere', { 'accept-language': 'es' });
    expect(languageOf(missing.text)).toBe('es');
    expect(missing.text).toContain('No hay ninguna página en esta dirección.');
    const json = await supertest(test.app.getHttpServer()).get('/api/v1/nowhere').set('accept-language', 'es');
    expect(json.body.title).toBe('There is no page at this address.');
  });
});
