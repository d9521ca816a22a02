import { formatNumber } from '../views/helpers/format.js';
import { pageLanguage } from './page-language.js';
import { speechIn } from './speech.js';
import { translationsTo } from './translations.js';

/**
 * A text for the page that is being made, in its reader's language: `say`Lesson ${n} of ${m}``, in catalogues
 * "Lesson {0} of {1}". English where there is no wording. What is put in is put over as it is, so a name may stand there.
 * Only in `http/`: domain and use cases know no page.
 */
export function say(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return speechIn(pageLanguage()).say(texts, ...values);
}

/** "1 lesson", "3 lessons", each word by its own key. The plural defaults to the singular with an s. */
export function sayCount(count: number, one: string, many = `${one}s`): string {
  const word = count === 1 ? one : many;
  return `${formatNumber(count, pageLanguage())} ${worded(word) ?? word}`;
}

/** A text that code has in a table, in English: its wording for the page. Never for what a person wrote. */
export function sayWord(english: string): string {
  return worded(english) ?? english;
}

/**
 * What the domain says in words, such as the reason of a rule: its wording is found by its pattern under `problems`, and
 * what stands in its places is put over as it is. English where there is none.
 */
export function sayMessage(english: string): string {
  const language = pageLanguage();
  return language === 'en' ? english : (translationsTo(language).problem(english) ?? english);
}

function worded(english: string): string | undefined {
  const language = pageLanguage();
  return language === 'en' ? undefined : translationsTo(language).word(english);
}
