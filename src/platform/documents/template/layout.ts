import { familiesFor, primaryLanguage } from '../fonts.js';
import { mayOverflow, surelyFits } from './fitting.js';
import type { Element } from './page-source.js';
import { qrSvg } from './qr.js';
import { type WrittenStyle, readStyleSheet } from './style.js';
import { longestWords, tidy } from './text.js';
import type { Block, BlockStyle, Fitting, Inline, Page, Place, TextStyle } from './tree.js';
import { readArea, readPlace } from './vocabulary.js';

/** What text inherits: its face chooses the fonts together with the language. */
interface Inherited {
  face: 'serif' | 'sans';
  lang: string;
}

/**
 * Lays a checked page out as the tree that is drawn.
 * @param language of the document, BCP 47
 * @throws Error when something that only values decide cannot be drawn, in words for the editor
 */
export function layOut(root: Element, language: string): Page {
  const document = elements(root).find(({ name }) => name === 'document') ?? root;
  const sheet = styleSheet(root).rules;
  const reading = new Layout(sheet);
  const { paper = 'letter', orientation = 'portrait', area } = document.attributes;
  const lost = elements(document).find(
    ({ name, attributes }) => area !== undefined && name !== 'style' && attributes.at === undefined,
  );
  if (lost) throw new Error(`<${lost.name}> of line ${lost.line} needs “at”, since the document has an area`);
  return {
    paper: paper === 'a4' ? 'a4' : 'us-letter',
    landscape: orientation === 'landscape',
    area: area === undefined ? null : readArea(area),
    blocks: elements(document).flatMap((element) => reading.block(element, { face: 'sans', lang: language })),
  };
}

/** The rules of all `<style>` of a page, and what in them is not understood. */
export function styleSheet(root: Element): ReturnType<typeof readStyleSheet> {
  const sheets = [...elements(root), ...elements(root).flatMap(elements)].filter(({ name }) => name === 'style');
  return readStyleSheet(
    sheets.flatMap(({ children }) => children.filter((child) => typeof child === 'string')).join('\n'),
  );
}

class Layout {
  constructor(private readonly sheet: Map<string, WrittenStyle>) {}

  block(element: Element, inherited: Inherited): Block[] {
    const { s, inside } = this.style(element, inherited);
    const at = placeOf(element);
    switch (element.name) {
      case 'h1':
      case 'h2':
      case 'h3':
        return [{ t: 'h', level: Number(element.name[1]), at, s, ...this.paragraph(element, inside, at, s) }];
      case 'p':
        return [{ t: 'p', at, s, ...this.paragraph(element, inside, at, s) }];
      case 'ul':
        return [{ t: 'ul', at, s, items: elements(element).map((item) => this.text(item, inside)) }];
      case 'table':
        return [{ t: 'table', at, s, ...this.table(element, inside) }];
      case 'rect':
        return [{ t: 'rect', at: placed(element, at), s }];
      case 'ornament':
        return [{ t: 'ornament', at: placed(element, at), name: required(element, 'name') }];
      case 'qr':
        return [
          { t: 'svg', at: placed(element, at), svg: qrSvg(required(element, 'value')), alt: required(element, 'alt') },
        ];
      case 'img':
        return [
          { t: 'img', at: placed(element, at), alt: required(element, 'alt'), ...picture(required(element, 'src')) },
        ];
      default:
        return [];
    }
  }

  private text(element: Element, inherited: Inherited): Inline[] {
    return tidy(this.inlines(element, inherited));
  }

  private paragraph(element: Element, inherited: Inherited, at: Place | undefined, s: BlockStyle): Fitting {
    const c = this.text(element, inherited);
    if (!at || surelyFits(at, s, c)) return { c, sure: true, words: [] };
    return { c, sure: false, words: longestWords(c).filter((word) => mayOverflow(word, at, s)) };
  }

  private inlines(element: Element, inherited: Inherited): Inline[] {
    return element.children.map((child): Inline => {
      if (typeof child === 'string') return { t: 'text', v: child };
      const { s, inside } = this.style(child, inherited);
      switch (child.name) {
        case 'br':
          return { t: 'br' };
        case 'a':
          return { t: 'link', href: required(child, 'href'), c: this.inlines(child, inherited) };
        case 'b':
          return { t: 'span', s: { weight: 700 }, c: this.inlines(child, inherited) };
        case 'i':
          return { t: 'span', s: { italic: true }, c: this.inlines(child, inherited) };
        default:
          return { t: 'span', s: textOnly(s), c: this.inlines(child, inside) };
      }
    });
  }

  private table(element: Element, inherited: Inherited): { columns: number; head: Inline[][]; rows: Inline[][][] } {
    const rows = elements(element).map((row) => elements(row));
    const columns = rows[0]?.length ?? 0;
    if (columns === 0 || rows.some((row) => row.length !== columns)) {
      throw new Error(`the table of line ${element.line} does not have the same number of cells in every row`);
    }
    if (
      !rows[0]?.every(({ name }) => name === 'th') ||
      rows.slice(1).some((row) => row.some(({ name }) => name !== 'td'))
    ) {
      throw new Error(`the first row of the table of line ${element.line} is written with <th>, all others with <td>`);
    }
    const [head = [], ...body] = rows.map((row) => row.map((cell) => this.text(cell, inherited)));
    return { columns, head, rows: body };
  }

  private style(element: Element, inherited: Inherited): { s: BlockStyle; inside: Inherited } {
    const classes = element.attributes.class?.split(' ') ?? [];
    const written: WrittenStyle = {};
    for (const selector of [element.name, ...classes.map((name) => `.${name}`)])
      Object.assign(written, this.sheet.get(selector));
    const inside = { face: written.face ?? inherited.face, lang: element.attributes.lang ?? inherited.lang };
    const { face, ...s }: WrittenStyle & BlockStyle = written;
    const { lang } = element.attributes;
    if (lang !== undefined) s.lang = primaryLanguage(lang);
    if (element.name !== 'span' || face !== undefined || lang !== undefined)
      s.font = familiesFor(inside.face, inside.lang, textOf(element));
    return { s, inside };
  }
}

function elements(element: Element): Element[] {
  return element.children.filter((child) => typeof child !== 'string');
}

function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

function placeOf({ attributes: { at } }: Element): Place | undefined {
  return at === undefined ? undefined : (readPlace(at) ?? undefined);
}

function required(element: Element, name: string): string {
  const value = element.attributes[name];
  if (value === undefined) throw new Error(`<${element.name}> of line ${element.line} needs “${name}”`);
  return value;
}

function placed(element: Element, at: Place | undefined): Place {
  if (at?.h === undefined) throw new Error(`<${element.name}> of line ${element.line} needs at="x y width height"`);
  return at;
}

function picture(src: string): { data: string; format: string } {
  const [, format = 'png', data = ''] = /^data:image\/(png|jpeg);base64,(.*)$/.exec(src) ?? [];
  return { format: format === 'jpeg' ? 'jpg' : 'png', data };
}

function textOnly({ size, font, weight, italic, color, tracking, lang }: BlockStyle): TextStyle {
  return { size, font, weight, italic, color, tracking, lang };
}
