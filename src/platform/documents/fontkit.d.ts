declare module 'fontkit' {
  export interface Font {
    /** Every code point that the font has a picture for. */
    characterSet: number[];
    unitsPerEm: number;
    glyphForCodePoint(point: number): { advanceWidth: number };
  }

  /** @throws when the bytes are no font */
  export function create(bytes: Uint8Array): Font;
}
