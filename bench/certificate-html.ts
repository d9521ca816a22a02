import type { Block, BlockStyle, Inline, Page, Place, TextStyle } from '../src/platform/documents/template/tree.js';

/** The page of a certificate as a web page with everything in the same place: what a browser is given to print, for comparison. */
export function certificateHtml(page: Page, ornament: (name: string) => string): string {
  const [width, height] = page.paper === 'a4' ? [297, 210] : [279.4, 215.9];
  const area = page.area ?? { w: width, h: height };
  const left = (width - area.w) / 2;
  const top = (height - area.h) / 2;
  const body = page.blocks.map((block) => blockHtml(block, left, top, ornament)).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Certificate</title><style>
    @page { size: ${width}mm ${height}mm; margin: 0 } body { margin: 0; font: 10pt/1.3 "Noto Sans"; color: #1b1b1b }
    body > * { position: absolute; margin: 0; box-sizing: border-box }</style><body>${body}</body></html>`;
}

function blockHtml(block: Block, left: number, top: number, ornament: (name: string) => string): string {
  if (!block.at) throw new Error('a certificate places every block');
  const place = placeCss(block.at, left, top);
  switch (block.t) {
    case 'p':
    case 'h':
      return `<${tag(block)} style="${place}${blockCss(block.s)}">${block.c.map(inlineHtml).join('')}</${tag(block)}>`;
    case 'rect':
      return `<div style="${place}${blockCss(block.s)}"></div>`;
    case 'svg':
      return `<div style="${place}" role="img" aria-label="${escape(block.alt ?? '')}">${block.svg}</div>`;
    case 'ornament':
      return `<div style="${place}" aria-hidden="true">${ornament(block.name)}</div>`;
    default:
      throw new Error(`the standard certificate has no ${block.t}`);
  }
}

function tag(block: Extract<Block, { t: 'p' | 'h' }>): string {
  return block.t === 'h' ? `h${block.level}` : 'p';
}

function inlineHtml(node: Inline): string {
  switch (node.t) {
    case 'text':
      return escape(node.v);
    case 'br':
      return '<br>';
    case 'link':
      return `<a href="${escape(node.href)}">${node.c.map(inlineHtml).join('')}</a>`;
    case 'span':
      return `<span style="${textCss(node.s)}">${node.c.map(inlineHtml).join('')}</span>`;
  }
}

function placeCss({ x, y, w, h }: Place, left: number, top: number): string {
  return `left:${left + x}mm;top:${top + y}mm;width:${w}mm;${h === undefined ? '' : `height:${h}mm;`}`;
}

function blockCss(style: BlockStyle): string {
  const { align, leading, fill, stroke } = style;
  return [
    textCss(style),
    align && `text-align:${align};`,
    leading && `line-height:${leading};`,
    fill && `background:${fill};`,
    stroke && `border:${stroke.width}pt solid ${stroke.color};`,
  ]
    .filter(Boolean)
    .join('');
}

function textCss({ size, font, weight, italic, color, tracking }: TextStyle): string {
  return [
    size && `font-size:${size}pt;`,
    font && `font-family:${font.map((family) => `'${family}'`).join(',')};`,
    weight && `font-weight:${weight};`,
    italic && 'font-style:italic;',
    color && `color:${color};`,
    tracking && `letter-spacing:${tracking}pt;`,
  ]
    .filter(Boolean)
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
