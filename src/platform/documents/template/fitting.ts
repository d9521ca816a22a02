import type { BlockStyle, Inline, Place } from './tree.js';

const POINTS_PER_MM = 72 / 25.4;
const DEFAULT_SIZE = 10;
const DEFAULT_LEADING = 1.3;

/**
 * Whether a paragraph fits its box for certain, by the widest that its letters can be in any shipped font. Most text
 * does, and then the engine need not lay it out twice to find out. When in doubt the answer is no.
 */
export function surelyFits(place: Place, style: BlockStyle, inlines: Inline[]): boolean {
  if (place.h === undefined) return true;
  const size = style.size ?? DEFAULT_SIZE;
  const text = plainText(inlines);
  if (text === null) return false;
  const width = place.w * POINTS_PER_MM;
  let lines = 0;
  for (const line of text.split('\n')) {
    const words = line.split(' ').map((word) => widest(word, size, style.tracking));
    const longest = Math.max(...words);
    if (longest > width) return false;
    const whole = widest(line, size, style.tracking);
    // A line that broke is shorter than the box by less than the word that came next.
    lines += whole <= width ? 1 : Math.ceil(whole / (width - longest));
  }
  return lines * size * (style.leading ?? DEFAULT_LEADING) <= place.h * POINTS_PER_MM;
}

/** Whether a word may be wider than a box, so that it has to be measured. */
export function mayOverflow(word: string, place: Place, style: BlockStyle): boolean {
  const size = style.size ?? DEFAULT_SIZE;
  return widest(word, size, style.tracking) > place.w * POINTS_PER_MM;
}

/** The widest that the characters are in any Latin face of ours, in sizes. `fitting.spec.ts` holds it against the fonts. */
const WIDTHS: readonly [number, string][] = [
  [0.3, " ',."],
  [0.4, '!-:;J`ijl’‘'],
  [0.45, '()/I[]\\ft{}'],
  [0.6, '"$*+0123456789<=>?S^_acersyz|~–“”'],
  [0.65, '#FPbdgkopqvx'],
  [0.7, 'BCELTVYZhnu'],
  [0.8, 'ADGKOQRUX'],
  [0.9, '&HNw'],
  [1, '%@Mm—'],
  [1.15, 'W'],
];
const WIDTH_OF = new Map(
  WIDTHS.flatMap(([width, characters]) => [...characters].map((character) => [character, width])),
);

/** In sizes; Infinity for letters whose width is not known here. */
export function widestGlyph(character: string): number {
  return WIDTH_OF.get(character) ?? (/[À-žƠơƯưẠ-ỹ]/.test(character) ? 1.3 : Number.POSITIVE_INFINITY);
}

function widest(text: string, size: number, tracking = 0): number {
  let width = 0;
  for (const character of text) width += widestGlyph(character) * size + Math.max(tracking, 0);
  return width;
}

/** The text with line ends, or null when a part has a size of its own. */
function plainText(inlines: Inline[]): string | null {
  let text = '';
  for (const node of inlines) {
    if (node.t === 'text') text += node.v;
    else if (node.t === 'br') text += '\n';
    else {
      const inner =
        node.t === 'span' && (node.s.size !== undefined || node.s.tracking !== undefined) ? null : plainText(node.c);
      if (inner === null) return null;
      text += inner;
    }
  }
  return text;
}
