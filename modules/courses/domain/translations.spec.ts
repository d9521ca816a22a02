import { countsAs, inOtherLanguages, languageName } from './translations.js';

const english = { code: 'hope', title: 'Hope', language: 'en' };
const spanish = { code: 'hope-es', title: 'Esperanza', language: 'es', translates: 'hope' };
const vietnamese = { code: 'hope-vi', title: 'Hy vọng', language: 'vi', translates: 'hope' };
const other = { code: 'ethics', title: 'Ethics', language: 'en' };
const all = [english, spanish, vietnamese, other];

describe('a course in several languages', () => {
  it('knows itself in each of the others, from whichever one reads', () => {
    const codes = (course: typeof english) => inOtherLanguages(course, all).map(({ code }) => code);
    expect(codes(english)).toEqual(['hope-es', 'hope-vi']);
    expect(codes(spanish)).toEqual(['hope', 'hope-vi']);
    expect(codes(other)).toEqual([]);
  });

  it('counts as its original', () => expect(all.map(countsAs)).toEqual(['hope', 'hope', 'hope', 'ethics']));

  it('is named as its speakers name it', () => expect(['en', 'es'].map(languageName)).toEqual(['English', 'Español']));
});
