import { createHash } from 'node:crypto';
import sanitize from 'sanitize-html';

/** The most bytes that one picture of a course may have: lessons are read on telephones. */
export const MOST_BYTES = 200_000;

export type PictureType = 'image/svg+xml' | 'image/png';

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

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * The picture in a file of `images/`, safe to hand out: of a drawing (SVG) only shapes, text and gradients are kept, nothing that
 * runs or fetches.
 * @returns a reason in words where it is no picture that a course can show
 */
export function readPicture(name: string, bytes: Buffer): Picture | string {
  if (bytes.length > MOST_BYTES)
    return `the picture has ${Math.ceil(bytes.length / 1000)} kB; ${MOST_BYTES / 1000} at most`;
  if (name.endsWith('.png'))
    return bytes.subarray(0, PNG.length).equals(PNG)
      ? pictureOf(name, 'image/png', bytes)
      : 'this is not a PNG picture';
  if (!name.endsWith('.svg')) return 'pictures are .svg or .png';
  const drawing = drawingOf(bytes.toString('utf8'));
  return drawing ? pictureOf(name, 'image/svg+xml', Buffer.from(drawing)) : 'this is not an SVG drawing';
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
function drawingOf(source: string): string | null {
  const drawing = sanitize(source, {
    allowedTags: [...SHAPES, ...TEXTS, ...PAINT],
    allowedAttributes: { '*': ATTRIBUTES },
    // Every drawing names the language it is in by an address of the standard; no other attribute here holds one.
    exclusiveFilter: ({ attribs }) => Object.values(attribs).some((value) => /url\(\s*['"]?(?!#)/iu.test(value)),
    parser: { xmlMode: true, lowerCaseTags: false, lowerCaseAttributeNames: false },
  }).trim();
  return /^<svg[\s>]/u.test(drawing) ? drawing : null;
}
