import { crc32 } from 'node:zlib';

/** A drawing of two colours, 12 by 8 pixels, as a browser wrote it. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAwAAAAICAYAAADN5B7xAAAAKUlEQVR4AeyQsQ0AAAjCCMd6nE/q6FI+kISlhKVW12DFMeNM/5Dd3LIAAAD//9+ix7IAAAAGSURBVAMAV54Ma2HgPlMAAAAASUVORK5CYII=',
  'base64',
);

/** The same as a photo, without its colour profile. */
export const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAAIAAwDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAME/8QAFxABAAMAAAAAAAAAAAAAAAAAAAEDM//EABUBAQEAAAAAAAAAAAAAAAAAAAAC/8QAFhEBAQEAAAAAAAAAAAAAAAAAAAIx/9oADAMBAAIRAxEAPwCducswCIx//9k=',
  'base64',
);

/** Where an invented photo was taken; no picture of a course may say it. */
export const PLACE = '52 deg 31 N, 13 deg 24 E';

/** The photo as a camera held upright writes it: EXIF with orientation, a place, and a comment. */
export function photoWithPlace(orientation: number): Buffer {
  const tiff = Buffer.from('II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\0\0\0\0', 'latin1');
  tiff.writeUInt16LE(orientation, 18);
  const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(PLACE)]));
  const iptc = segment(0xed, Buffer.from(`Photoshop 3.0\0${PLACE}`, 'latin1'));
  const comment = segment(0xfe, Buffer.from(PLACE));
  return Buffer.concat([JPEG.subarray(0, 2), exif, iptc, comment, JPEG.subarray(2), Buffer.from(PLACE)]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** The drawing with a place in a text, in EXIF, and after its end. */
export function drawingWithPlace(): Buffer {
  const [start, rest] = [PNG.subarray(0, 33), PNG.subarray(33)];
  const texts = [chunk('tEXt', `Comment\0${PLACE}`), chunk('eXIf', PLACE), chunk('iTXt', PLACE)];
  return Buffer.concat([start, ...texts, rest, Buffer.from(PLACE)]);
}

function chunk(type: string, data: string): Buffer {
  const named = Buffer.from(type + data, 'latin1');
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(named.length - 4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
