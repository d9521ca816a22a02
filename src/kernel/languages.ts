/** The languages that pages and letters are offered in, each under the name its speakers give it. */
export const LANGUAGES = { en: 'English', es: 'Español' } as const;
export type Language = keyof typeof LANGUAGES;

const OTHERS = Object.keys(LANGUAGES).filter((language) => language !== 'en');

/** Whether it is the code of a language that pages are offered in. */
export function isLanguage(text: unknown): text is Language {
  return typeof text === 'string' && Object.hasOwn(LANGUAGES, text);
}

/**
 * The language to begin with, by what the browser says its reader understands; English where it asks for none of ours.
 * @param header `Accept-Language` (RFC 9110): tags with weights, such as `es-MX,es;q=0.9,en;q=0.5`
 */
export function languageWished(header: string | undefined): Language {
  // Most browsers name none of the others: no page for them pays for more than this look.
  if (!header || !OTHERS.some((language) => header.toLowerCase().includes(language))) return 'en';
  const wishes = header.split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((one) => one.startsWith('q='))?.slice(2);
    return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) || 0 };
  });
  const understood = wishes.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  return understood.map(({ language }) => language).find(isLanguage) ?? 'en';
}
