import { createHash } from 'node:crypto';
import sanitize from 'sanitize-html';
import { cleanJpeg } from './jpeg.js';
import { cleanPng } from './png.js';

/** The most bytes that one picture of a course may have: lessons are read on telephones. */
export const MOST_BYTES = 200_000;

export type PictureType = 'image/svg+xml' | 'image/png' | 'image/jpeg';

/** A picture of a course as it is published with a version: which bytes stand behind its name. */
export interface PictureReference {
  /** As lessons name it: `images/<name>`. */
  readonly name: string;
  readonly sha256: string;
}

export interface Picture extends PictureReference {
  readonly type: PictureType;
  readonly bytes: Buffer;
}

/** By the end of its name; what a file is, its bytes say. */
const READERS: Readonly<Record<string, { type: PictureType; clean: (bytes: Buffer) => Buffer | string }>> = {
  png: { type: 'image/png', clean: cleanPng },
  jpg: { type: 'image/jpeg', clean: cleanJpeg },
  svg: { type: 'image/svg+xml', clean: (bytes) => drawingOf(bytes.toString('utf8')) ?? 'this is not an SVG drawing' },
};

/**
 * The picture in a file of `images/`, safe to hand out: of a drawing (SVG) only shapes, text and gradients are kept, nothing that
 * runs or fetches; of a photo (JPEG, PNG) nothing but the picture, so that no place where it was taken leaks.
 * @returns a reason in words where it is no picture that a course can show
 */
export function readPicture(name: string, bytes: Buffer): Picture | string {
  const reader = READERS[name.split('.').at(-1) ?? ''];
  if (!reader) return 'pictures are .svg, .png or .jpg';
  const clean = reader.clean(bytes);
  if (typeof clean === 'string') return clean;
  // What a camera noted beside it does not count: a preview alone can be as large.
  if (clean.length > MOST_BYTES)
    return `the picture has ${Math.ceil(clean.length / 1000)} kB; ${MOST_BYTES / 1000} at most`;
  return pictureOf(name, reader.type, clean);
}

/** The ending that fits a file, by its first bytes; whether it is such a picture, {@link readPicture} says. */
export function pictureEnd(bytes: Buffer): string {
  if (bytes.subarray(1, 4).toString('latin1') === 'PNG') return 'png';
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? 'jpg' : 'svg';
}

/** What a picture is called when somebody keeps it. */
export function pictureFileName(type: PictureType): string {
  const [end = 'svg'] = Object.entries(READERS).find(([, reader]) => reader.type === type) ?? [];
  return `picture.${end}`;
}

function pictureOf(name: string, type: PictureType, bytes: Buffer): Picture {
  return { name, type, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

const SHAPES = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'];
const TEXTS = ['text', 'tspan', 'title', 'desc'];
const PAINT = ['linearGradient', 'radialGradient', 'stop', 'marker', 'clipPath', 'defs', 'g', 'svg'];
const ATTRIBUTES = (
  'xmlns viewBox width height x y x1 x2 y1 y2 cx cy r rx ry d points fill fill-* stroke stroke-* opacity transform id role ' +
  'aria-* offset stop-* font-* text-anchor dominant-baseline dx dy marker-* markerWidth markerHeight refX refY orient ' +
  'clip-path gradientUnits gradientTransform preserveAspectRatio letter-spacing'
).split(' ');

/** The drawing without whatever could run, fetch or be styled from elsewhere; null where there is none. */
function drawingOf(source: string): Buffer | null {
  const drawing = sanitize(source, {
    allowedTags: [...SHAPES, ...TEXTS, ...PAINT],
    allowedAttributes: { '*': ATTRIBUTES },
    // Every drawing names the language it is in by an address of the standard; no other attribute here holds one.
    exclusiveFilter: ({ attribs }) => Object.values(attribs).some((value) => /url\(\s*['"]?(?!#)/iu.test(value)),
    parser: { xmlMode: true, lowerCaseTags: false, lowerCaseAttributeNames: false },
  }).trim();
  return /^<svg[\s>]/u.test(drawing) ? Buffer.from(drawing) : null;
}
