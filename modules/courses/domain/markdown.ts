import MarkdownIt from 'markdown-it';

/** Raw HTML in Markdown is shown as text; the renderer's output is sanitised as well (../http/lesson-html.ts). */
export const markdown = new MarkdownIt({ html: false, linkify: false, typographer: true });

export interface MarkdownLink {
  readonly href: string;
  readonly isImage: boolean;
  /** The words of an image's alternative text; empty for a link. */
  readonly alt: string;
  /** Counted from 1 within the text. */
  readonly line: number;
}

/** What a check needs to know of a Markdown text. */
export interface MarkdownOutline {
  /** Its words as sentences of plain text, with a blank line between blocks. */
  readonly plain: string;
  readonly headings: readonly { level: number; text: string; line: number }[];
  readonly links: readonly MarkdownLink[];
  /** What is no Markdown of ours and is shown to learners letter by letter: HTML, and links that could run something. */
  readonly unfit: readonly { kind: 'html' | 'link'; text: string; line: number }[];
}

/** A tag or a comment of HTML. */
export const HTML = /<(?:\/?[a-z][^<>]*|!--[^<>]*--)>/iu;
/** A link whose address the renderer refuses (javascript: and the like) or that is said nowhere (`[the tool][nowhere]`): it stays text. */
const REFUSED_LINK = /\[[^[\]]*\]\([^()\s]*:[^)\s]*\)?|\[[^[\]]+\]\[[^[\]]*\]/u;

export function outlineOf(source: string): MarkdownOutline {
  const plain: string[] = [];
  const headings: { level: number; text: string; line: number }[] = [];
  const links: MarkdownLink[] = [];
  const unfit: MarkdownOutline['unfit'][number][] = [];
  const tokens = markdown.parse(source, {});
  tokens.forEach((token, at) => {
    if (token.type !== 'inline') return;
    const line = (token.map?.[0] ?? 0) + 1;
    const words = (token.children ?? []).map((child) => (child.type === 'softbreak' ? ' ' : child.content)).join('');
    plain.push(words);
    writtenLines(token.children ?? []).forEach((text, below) => {
      for (const [kind, pattern] of [['html', HTML] as const, ['link', REFUSED_LINK] as const]) {
        const found = pattern.exec(text);
        if (found) unfit.push({ kind, text: found[0], line: line + below });
      }
    });
    const before = tokens[at - 1];
    if (before?.type === 'heading_open') headings.push({ level: Number(before.tag.slice(1)), text: words, line });
    for (const child of token.children ?? []) {
      if (child.type === 'link_open')
        links.push({ href: String(child.attrGet('href')), isImage: false, alt: '', line });
      if (child.type === 'image')
        links.push({ href: String(child.attrGet('src')), isImage: true, alt: child.content, line });
    }
  });
  return { plain: plain.join('\n\n'), headings, links, unfit };
}

/** The plain text of a block line by line, without code, which may show anything. */
function writtenLines(children: readonly { type: string; content: string }[]): string[] {
  const lines = [''];
  for (const { type, content } of children) {
    if (type === 'softbreak' || type === 'hardbreak') lines.push('');
    if (type === 'text') lines.push(`${lines.pop() ?? ''}${content}`);
  }
  return lines;
}

/**
 * The Markdown without the level-two sections of those headings, and `replacement` where the first of them stood.
 * Gives the text unchanged when it has none of them.
 */
export function replaceSections(source: string, titles: readonly string[], replacement: string): string {
  const sections = source.split(/^(?=## )/mu);
  const isReplaced = (section: string) => titles.includes(/^## (.*)/u.exec(section)?.[1]?.trim() ?? '');
  const first = sections.findIndex(isReplaced);
  if (first < 0) return source;
  return sections
    .flatMap((section, at) => (at === first ? [`${replacement.trim()}\n\n`] : isReplaced(section) ? [] : [section]))
    .join('');
}
