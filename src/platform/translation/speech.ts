import { isLanguage } from '../../kernel/languages.js';
import type { Speech } from '../../kernel/speech.js';
import { fill } from './sentence.js';
import { translationsTo } from './translations.js';

/** The words of the catalogues and of content/ in a language. @param tag BCP 47; English where it is none of ours */
export function speechIn(tag: string): Speech {
  const primary = tag.split('-')[0];
  const language = isLanguage(primary) ? primary : 'en';
  const worded = (english: string) => (language === 'en' ? undefined : translationsTo(language).word(english));
  return {
    language,
    word: (english) => worded(english) ?? english,
    say: (texts, ...values) => {
      const wording = worded(texts.reduce((key, text, index) => `${key}{${index - 1}}${text}`));
      if (wording === undefined) return texts.reduce((said, text, index) => `${said}${values[index - 1]}${text}`);
      return fill(
        wording,
        values.map((value, index) => ({ name: String(index), part: String(value) })),
      ).join('');
    },
  };
}
