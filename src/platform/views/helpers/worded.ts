import Handlebars from 'handlebars';

/**
 * A title that comes from content/, in the language of the page; where it has no wording, English and marked so. Only where
 * HTML may stand: in an attribute, and inside `concat`, the page's model says it (`sayWord`).
 */
export function worded(
  title: unknown,
  { language, word }: { language: string; word: (english: string) => string },
): string | Handlebars.SafeString {
  const english = typeof title === 'string' ? title : '';
  const said = word(english);
  if (language === 'en' || english === '' || said !== english) return said;
  return new Handlebars.SafeString(`<span lang="en">${Handlebars.escapeExpression(english)}</span>`);
}
