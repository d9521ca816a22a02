import { tooManyPixels, type Pixels } from './pixels.js';

const NOT_JPEG = 'this is not a JPEG picture';
const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, DHT, DQT, DRI] = [
  0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xc4, 0xdb, 0xdd,
] as const;

interface Segment {
  readonly marker: number;
  readonly data: Buffer;
  /** With its marker; of a scan also the data that follows it. */
  readonly whole: Buffer;
}

/**
 * A JPEG picture without what a camera noted beside it: place, time, device, previews (EXIF, XMP, IPTC, comments). Which way up it
 * is shown stays. A reason in words where there is no picture: its segments are read to the end (ITU-T T.81).
 */
export function cleanJpeg(bytes: Buffer): Buffer | string {
  const segments = segmentsOf(bytes);
  if (!segments) return NOT_JPEG;
  const frames = segments.filter(({ marker }) => isFrame(marker));
  const size = frames[0] && sizeOf(frames[0]);
  const isDrawn = [DQT, SOS].every((needed) => segments.some(({ marker }) => marker === needed));
  if (frames.length !== 1 || !size || !isDrawn) return NOT_JPEG;
  const excess = tooManyPixels(size);
  if (excess) return excess;
  const orientation = segments.map(orientationIn).find((one) => one !== null) ?? 1;
  return Buffer.concat([
    Buffer.from([0xff, SOI]),
    ...(orientation === 1 ? [] : [orientationSegment(orientation)]),
    ...segments.filter(isDrawnFrom).map(({ whole }) => whole),
    Buffer.from([0xff, EOI]),
  ]);
}

function segmentsOf(bytes: Buffer): Segment[] | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  const segments: Segment[] = [];
  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // a marker may stand after fill bytes
      continue;
    }
    if (marker === EOI) return segments;
    if (at + 4 > bytes.length) return null;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) return null;
    const next = marker === SOS ? endOfScan(bytes, end) : end;
    if (next === null) return null;
    segments.push({ marker, data: bytes.subarray(at + 4, end), whole: bytes.subarray(at, next) });
    at = next;
  }
  return null;
}

/** Where the next marker stands: in a scan, ff is followed by 00 or by the number of a restart. */
function endOfScan(bytes: Buffer, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return null;
}

/** Beginnings of a picture: c0 to cf, but for tables (c4), extensions (c8) and arithmetic tables (cc). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![DHT, 0xc8, 0xcc].includes(marker);
}

function sizeOf({ data }: Segment): Pixels | null {
  return data.length < 6 ? null : { height: data.readUInt16BE(1), width: data.readUInt16BE(3) };
}

const ICC = Buffer.from('ICC_PROFILE\0', 'latin1');

/** Tables, the picture itself, and how its colours are meant. */
function isDrawnFrom({ marker, data }: Segment): boolean {
  if (marker === APP2) return data.subarray(0, ICC.length).equals(ICC);
  return [APP0, APP14, DHT, DQT, DRI, SOS].includes(marker as never) || isFrame(marker);
}

const EXIF = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION = 0x0112;

/** Which way up the camera was held, 1 to 8 (EXIF 2.3, tag 0x0112); null where the segment does not say. */
function orientationIn({ marker, data }: Segment): number | null {
  if (marker !== APP1 || data.length < 14 || !data.subarray(0, 6).equals(EXIF)) return null;
  const tiff = data.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const word = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < Math.min(word(first), 200); entry += 1) {
    const at = first + 2 + 12 * entry;
    if (word(at) !== ORIENTATION) continue;
    const value = word(at + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** The smallest EXIF there is: one entry, which way up. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from('MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1');
  tiff.writeUInt16BE(orientation, 18);
  const data = Buffer.concat([EXIF, tiff]);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}
