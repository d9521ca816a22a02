import Handlebars from 'handlebars';
import sanitize from 'sanitize-html';
import type { CourseDefinition } from '../domain/course-definition.js';
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
    'img',
  ],
  allowedAttributes: {
    a: ['href', 'rel'],
    ol: ['start'],
    table: ['role'],
    thead: ['role'],
    tbody: ['role'],
    tr: ['role'],
    th: ['scope', 'role'],
    td: ['role', 'data-label'],
    div: ['class'],
    img: ['src', 'alt', 'loading'],
  },
  allowedClasses: { div: ['gs-table'] },
  allowedSchemes: ['https'],
  allowProtocolRelative: false,
};

/** As much of a course as its texts need to lead somewhere. */
export interface CourseOfText extends Pick<CourseDefinition, 'code' | 'pictures'> {
  /** Where the pictures are, by their hash; left out for those of published versions. */
  readonly picturesAt?: string;
}

/**
 * Markdown of an author as HTML for a page: rendered without raw HTML, then sanitised, so that nothing an author writes
 * can run. The only place of the courses whose HTML a view does not escape. `lesson:CODE` leads to that lesson, and `images/NAME` to
 * the picture of that name in this version of the course; any other picture is left out with its words kept.
 */
export function lessonHtml(source: string, course: CourseOfText): Handlebars.SafeString {
  const html = sanitize(rendered(source), {
    ...ALLOWED,
    transformTags: {
      h1: 'h2',
      ...tableRoles,
      a: (tagName, { href = '' }) => ({ tagName, attribs: linkAttributes(href, course.code) }),
      img: (_, { src = '', alt = '' }) => pictureTag(src, alt, course),
    },
  });
  return new Handlebars.SafeString(
    html.replaceAll('<table', '<div class="gs-table gs-table--words"><table').replaceAll('</table>', '</table></div>'),
  );
}

/** On a phone the rows of a table are shown as blocks, which it stays a table through by its roles alone. */
const tableRoles: sanitize.IOptions['transformTags'] = {
  table: sanitize.simpleTransform('table', { role: 'table' }),
  thead: sanitize.simpleTransform('thead', { role: 'rowgroup' }),
  tbody: sanitize.simpleTransform('tbody', { role: 'rowgroup' }),
  tr: sanitize.simpleTransform('tr', { role: 'row' }),
  th: sanitize.simpleTransform('th', { role: 'columnheader', scope: 'col' }),
  td: sanitize.simpleTransform('td', { role: 'cell' }),
};

/** The Markdown as HTML, each cell of a table with the words of its column, which stand above it where there is no room for a grid. */
function rendered(source: string): string {
  const tokens = markdown.parse(source, {});
  let columns: string[] = [];
  let cell = 0;
  tokens.forEach((token, at) => {
    if (token.type === 'table_open') columns = [];
    if (token.type === 'tr_open') cell = 0;
    if (token.type === 'th_open') columns.push(wordsOf(tokens[at + 1]));
    if (token.type === 'td_open') token.attrSet('data-label', columns[cell++] ?? '');
  });
  return markdown.renderer.render(tokens, markdown.options, {});
}

function wordsOf(inline: ReturnType<typeof markdown.parse>[number] | undefined): string {
  return (inline?.children ?? []).map(({ content }) => content).join('');
}

function pictureTag(src: string, alt: string, { code, pictures, picturesAt }: CourseOfText): sanitize.Tag {
  const name = /^images\/(.+)$/u.exec(src)?.[1];
  const picture = pictures?.find((one) => one.name === name);
  if (!picture) return { tagName: 'em', attribs: {}, text: alt };
  const href = `${picturesAt ?? `/courses/${code}/pictures`}/${picture.sha256}`;
  return { tagName: 'img', attribs: { src: href, alt, loading: 'lazy' } };
}

function linkAttributes(href: string, courseCode: string): sanitize.Attributes {
  const lesson = /^lesson:([a-z0-9-]+)$/u.exec(href)?.[1];
  if (lesson) return { href: `/courses/${courseCode}/lessons/${lesson}` };
  return { href, rel: 'noopener noreferrer external' };
}
