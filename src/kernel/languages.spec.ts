import { languageWished } from './languages.js';

describe('the language of the first letter', () => {
  it.each([
    ['es-MX,es;q=0.9,en;q=0.5', 'es'],
    ['en-US,en;q=0.9,es;q=0.8', 'en'],
    ['en;q=0.4, es;q=0.6', 'es'],
    ['vi, es;q=0.3', 'es'],
    ['es;q=0, en;q=0.1', 'en'],
    ['vi', 'en'],
    ['constructor', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('of a browser that asks for %s is %s', (header, language) => expect(languageWished(header)).toBe(language));
});
