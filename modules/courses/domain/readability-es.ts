import { sentencesOf, wordsOf } from './readability.js';

/**
 * How easy a Spanish text is to read: the perspicuity of Szigriszt Pazos ("Sistemas predictivos de legibilidad del mensaje escrito",
 * 1993), 206.835 − 62.3 · syllables/words − words/sentences. The INFLESZ scale (Barrio-Cantalejo and others, Anales del Sistema
 * Sanitario de Navarra 31, 2008) calls 55 to 65 normal, 65 to 80 quite easy and above 80 very easy.
 */
export function perspicuity(text: string): number {
  const words = wordsOf(text);
  if (words.length === 0) return 100;
  const syllables = words.reduce((sum, word) => sum + spanishSyllables(word), 0);
  return Math.round((206.835 - (62.3 * syllables) / words.length - words.length / sentencesOf(text)) * 10) / 10;
}

/** "Quite easy" on the INFLESZ scale, the reading of the last years of primary school: the Spanish side of grade 8 or below. */
export const LOWEST_PERSPICUITY = 65;

/**
 * Syllables by the rules of Spanish spelling: one for each strong or accented vowel with the weak ones beside it (`cuen-ta`, `dí-a`,
 * `le-er`), one for weak vowels by themselves; the u of que, qui, gue and gui is silent, a final y sounds. At least one.
 */
export function spanishSyllables(word: string): number {
  const heard = word
    .toLowerCase()
    .replace(/([qg])u(?=[eiéí])/gu, '$1')
    .replace(/y(?=$|-)/gu, 'i');
  return Math.max(1, (heard.match(/[iuü]?[aáeéoóíú][iu]?|[iuü]{1,2}/gu) ?? []).length);
}
