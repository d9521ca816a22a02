import type { BlockStyle } from './tree.js';

/** A style as written: its fonts are chosen when the text is known. */
export interface WrittenStyle extends Omit<BlockStyle, 'font'> {
  face?: 'serif' | 'sans';
}

type Reader = (value: string) => Partial<WrittenStyle> | null;

const number = (value: string, unit: string, least: number, most: number): number | null => {
  const found = new RegExp(`^(-?\\d+(?:\\.\\d+)?)${unit}$`).exec(value);
  const read = found ? Number(found[1]) : Number.NaN;
  return read >= least && read <= most ? read : null;
};

const measured =
  (key: 'size' | 'tracking' | 'leading' | 'radius', unit: string, least: number, most: number): Reader =>
  (value) => {
    const read = number(value, unit, least, most);
    return read === null ? null : { [key]: read };
  };

const chosen =
  <V>(key: keyof WrittenStyle, choices: Record<string, V>): Reader =>
  (value) =>
    Object.hasOwn(choices, value) ? { [key]: choices[value] } : null;

const color =
  (key: 'color' | 'fill'): Reader =>
  (value) =>
    /^#[0-9a-f]{6}$/i.test(value) ? { [key]: value.toLowerCase() } : null;

/** Every property that a template may set. What is not here is refused when the template is saved. */
const PROPERTIES = new Map<string, Reader>(
  Object.entries({
    'font-size': measured('size', 'pt', 5, 72),
    'font-family': chosen('face', { serif: 'serif', sans: 'sans' }),
    'font-weight': chosen('weight', { normal: 400, '400': 400, semibold: 600, '600': 600, bold: 700, '700': 700 }),
    'font-style': chosen('italic', { normal: false, italic: true }),
    'letter-spacing': measured('tracking', 'pt', -1, 10),
    'line-height': measured('leading', '', 1, 3),
    'text-align': chosen('align', { left: 'start', start: 'start', center: 'center', right: 'end', end: 'end' }),
    'vertical-align': chosen('valign', { top: 'top', middle: 'middle', bottom: 'bottom' }),
    'border-radius': measured('radius', 'mm', 0, 50),
    'background-color': color('fill'),
    color: color('color'),
    border: (value) => {
      const [width = '', stroke = ''] = value.split(/\s+/);
      const read = number(width, 'pt', 0.1, 10);
      return read !== null && /^#[0-9a-f]{6}$/i.test(stroke)
        ? { stroke: { width: read, color: stroke.toLowerCase() } }
        : null;
    },
  } satisfies Record<string, Reader>),
);

/**
 * Reads a style sheet of the subset: rules of one `.class` or one element name, and the properties above.
 * @returns the rules by selector, and what could not be understood
 */
export function readStyleSheet(css: string): { rules: Map<string, WrittenStyle>; problems: string[] } {
  const rules = new Map<string, WrittenStyle>();
  const problems: string[] = [];
  const bare = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  for (const rule of bare.split('}')) {
    if (rule.trim() === '') continue;
    const [selector = '', body] = rule.split('{').map((part) => part.trim());
    if (body === undefined || !/^\.?[a-z][a-z0-9-]*$/.test(selector)) {
      problems.push(`the style sheet has “${selector}”; a rule names one class or one element`);
      continue;
    }
    const style = rules.get(selector) ?? {};
    for (const declaration of body.split(';')) {
      if (declaration.trim() === '') continue;
      const colon = declaration.indexOf(':');
      const property = declaration.slice(0, colon).trim();
      const value = declaration.slice(colon + 1).trim();
      const read = PROPERTIES.get(property)?.(value) ?? null;
      if (read === null) problems.push(`the style sheet has “${declaration.trim()}”, which documents do not know`);
      else Object.assign(style, read);
    }
    rules.set(selector, style);
  }
  return { rules, problems };
}
