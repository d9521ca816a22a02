export interface TemplateBreach {
  rule: string;
  line: number;
}

/** Rules on what the browser gets: a tag must not seem to hold attributes because of what its expressions contain. */
const markupRules: [rule: string, pattern: RegExp][] = [
  ['no inline script: the content policy blocks it', /<script(?![^>]*\ssrc=)/gi],
  ['no style element: the content policy blocks it', /<style\b/gi],
  ['no style attribute: the content policy blocks it; bars and charts are SVG', /<[^<>]*\sstyle\s*=/gi],
  ['no on… attribute: the content policy blocks it', /<[^<>]*\son[a-z]+\s*=/gi],
  ['attributes are quoted', /<[a-z][^<>]*?\s[a-z-]+=(?!["'])[^\s>]/gi],
];

const tripleBraces = /\{\{\{|\{\{~?&/g;

/**
 * Where a template goes against the content policy or the escaping rule. Comments do not count.
 * @param mayBeRaw the one expression that may stand in triple braces, because its helper hands out sanitized HTML only
 */
export function findTemplateBreaches(template: string, mayBeRaw: readonly string[] = []): TemplateBreach[] {
  const text = blank(template, /\{\{!--[\s\S]*?--\}\}/g);
  const raw = mayBeRaw.reduce((rest, expression) => rest.replaceAll(`{{{${expression}}}}`, ''), text);
  const markup = text
    .replace(/\{\{[^{}]*\}\}/g, (expression) => expression.replace(/[^\n]/g, '_'))
    .replace(/="[^"]*"/g, (value) => `="${value.slice(2, -1).replace(/[^\n]/g, '_')}"`);
  return [
    ...places(raw, tripleBraces).map((line) => ({
      rule: 'no triple braces: what people type is always escaped',
      line,
    })),
    ...markupRules.flatMap(([rule, pattern]) => places(markup, pattern).map((line) => ({ rule, line }))),
  ];
}

/** What a reader of the page can come to see: HTML text and the quoted strings of expressions, on the same lines. */
export function readableText(template: string): string {
  const comments = template.replace(/\{\{!--[\s\S]*?--\}\}/g, (comment) =>
    /language: allow/i.test(comment) ? comment.replace(/[{}]/g, ' ') : comment.replace(/[^\n]/g, ' '),
  );
  const words = blank(comments, /\((?:eq|ne) [^()]*\)/g).replace(/\{\{[^{}]*\}\}/g, (expression) =>
    expression.replace(/"[^"]*"|'[^']*'|[^\n"']/g, (part) => (part.length > 1 ? part.replaceAll('"', ' ') : ' ')),
  );
  return blank(words, /\s(?!(?:alt|title|label|placeholder|content|aria-label)=)[a-z-]+="[^"]*"/g);
}

/** The sentences of a TypeScript file (strings with a space in them), on the same lines: messages of errors, words of page models. */
export function readableStrings(code: string): string {
  const lines = code.split('\n').map((line) => line.match(/'(?:[^'\\]|\\.)*'|`[^`]*`|"[^"]*"/g) ?? []);
  return lines.map((strings) => strings.filter((text) => /\p{L} \p{L}/u.test(text)).join(' ')).join('\n');
}

function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => found.replace(/[^\n]/g, ' '));
}

/** Line numbers, from 1, of everything the pattern finds. */
function places(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map(
    ({ 0: found, index }) => text.slice(0, index + found.length).split('\n').length,
  );
}
