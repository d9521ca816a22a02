/** The page as data: all that `render.typ` ever sees. Lengths are millimetres, sizes points, colours `#rrggbb`. */

export interface TextStyle {
  size?: number;
  font?: string[];
  weight?: number;
  italic?: boolean;
  color?: string;
  tracking?: number;
  lang?: string;
}

export interface BlockStyle extends TextStyle {
  align?: 'start' | 'center' | 'end';
  valign?: 'top' | 'middle' | 'bottom';
  /** Distance from line to line, in sizes. */
  leading?: number;
  fill?: string;
  stroke?: { color: string; width: number };
  radius?: number;
}

export type Inline =
  | { t: 'text'; v: string }
  | { t: 'br' }
  | { t: 'span'; s: TextStyle; c: Inline[] }
  | { t: 'link'; href: string; c: Inline[] };

/** From the top left corner of the area; with a height the content shrinks until it fits. */
export interface Place {
  x: number;
  y: number;
  w: number;
  h?: number;
}

/** Text, and what the engine has to measure of it: nothing, when it fits its box for certain. */
export interface Fitting {
  c: Inline[];
  sure: boolean;
  /** Words that may be wider than the box. */
  words: string[];
}

export type Block =
  | ({ t: 'p'; at?: Place; s: BlockStyle } & Fitting)
  | ({ t: 'h'; level: number; at?: Place; s: BlockStyle } & Fitting)
  | { t: 'ul'; at?: Place; s: BlockStyle; items: Inline[][] }
  | { t: 'table'; at?: Place; s: BlockStyle; columns: number; head: Inline[][]; rows: Inline[][][] }
  | { t: 'rect'; at: Place; s: BlockStyle }
  | { t: 'svg'; at: Place; svg: string; alt: string | null }
  | { t: 'ornament'; at: Place; name: string }
  | { t: 'img'; at: Place; data: string; format: string; alt: string };

export interface Page {
  paper: 'a4' | 'us-letter';
  landscape: boolean;
  /** Millimetres. With `area`, blocks are placed on an area of this size in the middle of the paper, so that one layout serves both papers. */
  area: { w: number; h: number } | null;
  blocks: Block[];
}
