import type { Inline } from './tree.js';

/** Longer runs without a space do not occur in words; they may break anywhere, so that nothing ever leaves its box. */
const LONGEST_WORD = 60;
const TOO_LONG = new RegExp(`\\S{${LONGEST_WORD + 1},}`, 'gu');
const BREAKS_ANYWHERE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** White space as a page has it: runs are one space, none at the edges of a line. */
export function tidy(inlines: Inline[]): Inline[] {
  const texts: { v: string }[] = [];
  let atStart = true;
  const walk = (nodes: Inline[]): void => {
    for (const node of nodes) {
      if (node.t === 'text') {
        node.v = node.v.replaceAll(/[ \t\r\n\f]+/g, ' ');
        if (atStart) node.v = node.v.trimStart();
        if (node.v === '') continue;
        atStart = node.v.endsWith(' ');
        texts.push(node);
      } else if (node.t === 'br') {
        trimLast(texts);
        atStart = true;
      } else walk(node.c);
    }
  };
  walk(inlines);
  trimLast(texts);
  for (const node of texts) if (node.v.length > LONGEST_WORD) node.v = node.v.replaceAll(TOO_LONG, breakable);
  return inlines;
}

function trimLast(texts: { v: string }[]): void {
  const last = texts.at(-1);
  if (last) last.v = last.v.replace(/ +$/, '');
}

function breakable(run: string): string {
  if (BREAKS_ANYWHERE.test(run)) return run;
  const clusters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(run)].map(
    ({ segment }) => segment,
  );
  const parts: string[] = [];
  for (let from = 0; from < clusters.length; from += 10) parts.push(clusters.slice(from, from + 10).join(''));
  return parts.join('\u200B');
}

/** The longest unbreakable pieces of a text: a box must be at least as wide as these. */
export function longestWords(inlines: Inline[]): string[] {
  return plain(inlines)
    .split(/[\s\u200B-]+/u)
    .filter((word) => word.length > 8 && !BREAKS_ANYWHERE.test(word))
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 4);
}

function plain(inlines: Inline[]): string {
  return inlines.map((node) => (node.t === 'text' ? node.v : node.t === 'br' ? '\n' : plain(node.c))).join('');
}
