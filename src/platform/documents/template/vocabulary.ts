import { HOLE } from './handlebars-source.js';
import type { Place } from './tree.js';

/** Every element of the subset with the attributes it may carry. */
export const ELEMENTS: Record<string, readonly string[]> = {
  document: ['paper', 'orientation', 'area'],
  style: [],
  h1: ['at', 'class', 'lang'],
  h2: ['at', 'class', 'lang'],
  h3: ['at', 'class', 'lang'],
  p: ['at', 'class', 'lang'],
  ul: ['at', 'class'],
  li: [],
  table: ['at', 'class'],
  tr: [],
  th: [],
  td: [],
  rect: ['at', 'class'],
  qr: ['at', 'value', 'alt'],
  img: ['at', 'src', 'alt'],
  ornament: ['at', 'name'],
  b: [],
  i: [],
  span: ['class', 'lang'],
  a: ['href'],
  br: [],
};

/** The elements a text block, and a text inside it, may hold. */
const INLINE = ['b', 'i', 'span', 'a', 'br'];

/** Written `<qr … />`, without content. */
export const EMPTY = ['br', 'rect', 'qr', 'img', 'ornament'];

/** Which elements may stand directly in which. */
export const INSIDE: Record<string, readonly string[]> = {
  '': ['style', 'document'],
  document: ['style', 'h1', 'h2', 'h3', 'p', 'ul', 'table', 'rect', 'qr', 'img', 'ornament'],
  h1: INLINE,
  h2: INLINE,
  h3: INLINE,
  p: INLINE,
  ul: ['li'],
  li: INLINE,
  table: ['tr'],
  tr: ['th', 'td'],
  th: INLINE,
  td: INLINE,
  b: INLINE,
  i: INLINE,
  span: INLINE,
  a: ['b', 'i', 'span'],
};

/** The drawings that ship with the product: typst/workspace/ornaments. */
const ORNAMENTS = ['rosette', 'seal'];

/** Attributes that a value may fill; all others belong to the layout and hold none. */
const FILLED = ['lang', 'href', 'value', 'src', 'alt', 'paper'];

const lengths = (value: string): number[] | null =>
  /^-?\d+(\.\d+)?( -?\d+(\.\d+)?)*$/.test(value) ? value.split(' ').map(Number) : null;

const RULES: Record<string, { good: (value: string) => boolean; says: string }> = {
  at: { good: (value) => readPlace(value) !== null, says: 'is “x y width” or “x y width height” in millimetres' },
  area: { good: (value) => lengths(value)?.length === 2, says: 'is “width height” in millimetres' },
  class: { good: (value) => /^[a-z][a-z0-9-]*( [a-z][a-z0-9-]*)*$/.test(value), says: 'holds names of classes' },
  lang: {
    good: (value) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(value),
    says: 'is a language tag such as “en” or “zh-Hans”',
  },
  paper: { good: (value) => value === 'a4' || value === 'letter', says: 'is “a4” or “letter”' },
  orientation: { good: (value) => value === 'portrait' || value === 'landscape', says: 'is “portrait” or “landscape”' },
  href: {
    good: (value) => /^(https?:\/\/|mailto:)[^\s]+$/.test(value),
    says: 'is an address that begins with https:// or mailto:',
  },
  value: { good: (value) => value.length > 0 && value.length <= 500, says: 'holds 1 to 500 characters' },
  alt: { good: (value) => value.trim() !== '' && value.length <= 500, says: 'says in words what the picture shows' },
  src: {
    good: (value) => /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/.test(value),
    says: 'is a PNG or JPEG picture of the data',
  },
  name: { good: (value) => ORNAMENTS.includes(value), says: `is one of ${ORNAMENTS.join(', ')}` },
};

/** What is not right about an attribute, or null. */
export function attributeProblem(element: string, name: string, value: string): string | null {
  const rule = RULES[name];
  if (!rule || !ELEMENTS[element]?.includes(name)) return `<${element}> has no “${name}”`;
  if (value.includes(HOLE))
    return FILLED.includes(name) ? null : `“${name}” is part of the layout and cannot hold a value`;
  return rule.good(value) ? null : `“${name}” ${rule.says}`;
}

export function readPlace(value: string): Place | null {
  const [x, y, w, h, ...more] = lengths(value) ?? [];
  if (x === undefined || y === undefined || w === undefined || more.length > 0) return null;
  if (w <= 0 || (h !== undefined && h <= 0)) return null;
  return h === undefined ? { x, y, w } : { x, y, w, h };
}

export function readArea(value: string): { w: number; h: number } | null {
  const [w, h] = lengths(value) ?? [];
  return w === undefined || h === undefined ? null : { w, h };
}
