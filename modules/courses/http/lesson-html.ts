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
    th: ['scope'],
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
  const html = sanitize(markdown.render(source), {
    ...ALLOWED,
    transformTags: {
      h1: 'h2',
      th: (tagName, attribs) => ({ tagName, attribs: { ...attribs, scope: 'col' } }),
      a: (tagName, { href = '' }) => ({ tagName, attribs: linkAttributes(href, course.code) }),
      img: (_, { src = '', alt = '' }) => pictureTag(src, alt, course),
    },
  });
  // A wide table scrolls in its own box and not the page.
  return new Handlebars.SafeString(
    html.replaceAll('<table>', '<div class="gs-table"><table>').replaceAll('</table>', '</table></div>'),
  );
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
