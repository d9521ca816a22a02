import { isLanguage, type Language } from '../../kernel/languages.js';
import type { Speech } from '../../kernel/speech.js';
import { fill } from './sentence.js';
import { translationsTo } from './translations.js';

/** The words of the catalogues and of content/ in a language. @param tag BCP 47; English where it is none of ours */
export function speechIn(tag: string): Speech {
  const [primary] = tag.split('-');
  return isLanguage(primary) && primary !== 'en' ? translated(primary) : english;
}

/** Most of what is said, and needs no catalogue. */
const english: Speech = { language: 'en', word: (text) => text, say: together };

function translated(language: Language): Speech {
  const worded = (text: string) => translationsTo(language).word(text);
  return {
    language,
    word: (text) => worded(text) ?? text,
    say: (texts, ...values) => {
      const wording = worded(texts.reduce((key, text, index) => `${key}{${index - 1}}${text}`));
      if (wording === undefined) return together(texts, ...values);
      return fill(
        wording,
        values.map((value, index) => ({ name: String(index), part: String(value) })),
      ).join('');
    },
  };
}

function together(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return texts.reduce((said, text, index) => `${said}${values[index - 1]}${text}`);
}
