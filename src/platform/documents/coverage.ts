import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { FAMILIES, regularFile } from './fonts.js';

const POINTS = 0x110000;
/** Controls of shaping and direction, and white space: they steer text and need no picture. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\s]/u;
/** Fonts may map these, but they are no part of any name. */
const CONTROL = /[\0-\x08\x0e-\x1f\x7f-\x9f]/;
/** With the letter before it, which a mark may stand on. Everything else is ASCII, which every Latin font has. */
const BEYOND_ASCII = /[ -~]?[^\n -~]+/g;
const CHARACTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });

let families: Uint8Array[] | undefined;

/**
 * Says which characters of a text the documents cannot print: no shipped family holds all parts of the character.
 * Ask it where a name is entered, so that staff know before a document waits.
 * @returns each unprintable character once, as written (an emoji of several parts is one), in order of appearance
 */
export function unprintable(text: string): string[] {
  const missing = new Set<string>();
  for (const [run] of text.matchAll(BEYOND_ASCII)) {
    for (const { segment } of CHARACTERS.segment(run)) if (!printable(segment)) missing.add(segment);
  }
  return [...missing];
}

function printable(character: string): boolean {
  if (CONTROL.test(character)) return false;
  families ??= FAMILIES.map((family) => characterMap(regularFile(family)));
  const forms = [character, character.normalize('NFC'), character.normalize('NFD')].map((form) =>
    [...form].filter((point) => !INVISIBLE.test(point)).map((point) => point.codePointAt(0) ?? 0),
  );
  return families.some((family) => forms.some((form) => form.every((point) => holds(family, point))));
}

function holds(family: Uint8Array, point: number): boolean {
  return ((family[point >> 3] ?? 0) & (1 << (point & 7))) !== 0;
}

/** One bit for every code point: 136 kB a family, where the open font would be megabytes. */
function characterMap(file: string): Uint8Array {
  const font = fontkit.create(readFileSync(file));
  const bits = new Uint8Array(POINTS / 8);
  for (const point of font.characterSet) bits[point >> 3] = (bits[point >> 3] ?? 0) | (1 << (point & 7));
  return bits;
}
