import { LANGUAGES, type Language } from '../../kernel/languages.js';
import { translationsTo } from '../translation/translations.js';
import type { OtherLanguage, PageProblem, SubmittedForm } from '../views/page-context.js';
import type { Problem } from './problem.js';
import type { FormState } from './request-context.js';

/** Said in a page that is not there yet in the language that its reader wishes. */
const ENGLISH_ONLY: Partial<Record<Language, string>> = { es: 'Esta página todavía no está en español.' };

/** The languages that are offered to who reads another. */
const others = Object.fromEntries(
  Object.keys(LANGUAGES).map((wished) => [
    wished,
    Object.entries(LANGUAGES)
      .filter(([code]) => code !== wished)
      .map(([code, name]): OtherLanguage => ({ code, name })),
  ]),
);

/** What a page says of languages: the one it is in, and the ways to others. */
export function pageSpeech(language: string, wished: Language) {
  return {
    language,
    languages: others[wished] ?? [],
    ...(language === wished ? {} : { englishOnly: { language: wished, text: ENGLISH_ONLY[wished] ?? '' } }),
  };
}

/** The problems of a form in the words of the page; what has no wording stays English and says so. */
export function formIn(language: string, { values, problems, action, kept }: FormState): SubmittedForm {
  const inWords = problems.map(({ field, message, next }): PageProblem => {
    const said = [message, next].filter((text) => text !== undefined).map((text) => wordsOf(language, text));
    const text = said.map(({ text }) => text).join(' ');
    return { field, message: text, ...languageMark(said) };
  });
  return { values, problems: inWords, action, kept };
}

/** A problem in the words of its page. */
export function problemIn(language: string, problem: Problem): Problem & { lang?: string } {
  if (language === 'en') return problem;
  const said = [problem.title, problem.next].map((text) => wordsOf(language, text));
  const [title, next] = said.map(({ text }) => text);
  const { problems } = formIn(language, { values: {}, problems: problem.problems ?? [] });
  return { ...problem, title: title ?? '', next: next ?? '', problems: [...problems], ...languageMark(said) };
}

interface Said {
  text: string;
  isEnglish: boolean;
}

function wordsOf(language: string, english: string): Said {
  const wording = language === 'en' ? english : translationsTo(language as Language).problem(english);
  return { text: wording ?? english, isEnglish: wording === undefined };
}

function languageMark(said: readonly Said[]): { lang?: 'en' } {
  return said.some(({ isEnglish }) => isEnglish) ? { lang: 'en' } : {};
}
