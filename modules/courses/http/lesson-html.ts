import Handlebars from 'handlebars';
import sanitize from 'sanitize-html';
import { markdown } from '../domain/markdown.js';

const ALLOWED: sanitize.IOptions = {
  allowedTags: [
    'h2',
    'h3',
    'h4',
    'p',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    'blockquote',
    'hr',
    'br',
    'code',
    'pre',
    'a',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'div',
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['scope'], div: ['class'] },
  allowedClasses: { div: ['gs-table'] },
  allowedSchemes: ['https'],
  allowProtocolRelative: false,
};

/**
 * Markdown of an author as HTML for a page: rendered without raw HTML, then sanitised, so that nothing an author writes
 * can run. The only place of the courses whose HTML a view does not escape. `lesson:CODE` leads to that lesson.
 */
export function lessonHtml(source: string, courseCode: string): Handlebars.SafeString {
  const html = sanitize(markdown.render(source), {
    ...ALLOWED,
    transformTags: {
      h1: 'h2',
      th: (tagName, attribs) => ({ tagName, attribs: { ...attribs, scope: 'col' } }),
      a: (tagName, { href = '' }) => ({ tagName, attribs: linkAttributes(href, courseCode) }),
    },
  });
  // A wide table scrolls in its own box and not the page.
  return new Handlebars.SafeString(
    html.replaceAll('<table>', '<div class="gs-table"><table>').replaceAll('</table>', '</table></div>'),
  );
}

function linkAttributes(href: string, courseCode: string): sanitize.Attributes {
  const lesson = /^lesson:([a-z0-9-]+)$/u.exec(href)?.[1];
  if (lesson) return { href: `/courses/${courseCode}/lessons/${lesson}` };
  return { href, rel: 'noopener noreferrer external' };
}
