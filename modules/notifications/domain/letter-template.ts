import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import MarkdownIt from 'markdown-it';
import { formatDate } from './format-date.js';

export interface RenderedLetter {
  subject: string;
  text: string;
  html: string;
}

/** Everything Markdown could read as markup is escaped: a name is shown as it was written, never as a link. */
const escapeMarkdown = (text: string) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\r?\n/g, ' ');

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true });

/**
 * The wording of one kind of letter: a first line `Subject: …`, an empty line, then Markdown, all with Handlebars for the
 * words of the occasion. A comment before the subject (`{{!-- … --}}`) is for those who edit the wording. One source makes the plain text and the HTML part.
 */
export class LetterTemplate {
  readonly hash: string;
  private readonly subject: Handlebars.TemplateDelegate;
  private readonly body: Handlebars.TemplateDelegate;

  /**
   * @param language of the wording, which dates are written in too
   * @throws Error when the source has no subject line or does not parse
   */
  constructor(
    source: string,
    readonly language = 'en',
  ) {
    const [, subject, body] = /^(?:\{\{!--[\s\S]*?--\}\}\s*)?Subject: (.+)\r?\n\r?\n([\s\S]+)$/.exec(source) ?? [];
    if (!subject || !body) throw new Error('A letter begins with "Subject: …" and an empty line');
    this.hash = createHash('sha256').update(source).digest('hex');
    this.subject = compile(subject, language);
    this.body = compile(body, language);
  }

  /** @param words what the letter tells; dates as ISO text, shown by `{{date on}}` */
  render(words: Readonly<Record<string, unknown>>): RenderedLetter {
    return {
      subject: this.subject(words).replace(/\s+/g, ' ').trim(),
      text: readable(this.body(words)),
      html: markdown.render(this.body(escaped(words))),
    };
  }
}

function compile(source: string, language: string): Handlebars.TemplateDelegate {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('date', (iso: unknown) => formatDate(String(iso).replaceAll('\\', ''), language));
  // The output is plain text or Markdown, so that Handlebars' escaping for HTML would be wrong in both.
  return handlebars.compile(source, { noEscape: true, knownHelpersOnly: true, knownHelpers: { date: true } });
}

/** Escapes every text inside `value`, so that the same template gives Markdown that shows the texts literally. */
function escaped(value: unknown): unknown {
  if (typeof value === 'string') return escapeMarkdown(value);
  if (Array.isArray(value)) return value.map(escaped);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, escaped(one)]));
}

/** The plain part reads well without markup: links as "text: address", headings and emphasis as plain words. */
function readable(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\(<([^>]+)>\)/g, '$1: $2')
    .replace(/^#+ /gm, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .trim();
}
