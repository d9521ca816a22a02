/** The most pixels that a picture may be wide or high: twice what the widest text column shows, for sharp screens. */
export const MOST_PIXELS = 2400;

export interface Pixels {
  readonly width: number;
  readonly height: number;
}

/** @returns a reason in words, or null for a picture of a size that lessons show */
export function tooManyPixels({ width, height }: Pixels): string | null {
  if (width < 1 || height < 1) return 'the picture has no pixels';
  if (Math.max(width, height) <= MOST_PIXELS) return null;
  return `the picture has ${width} by ${height} pixels; ${MOST_PIXELS} each way at most`;
}
