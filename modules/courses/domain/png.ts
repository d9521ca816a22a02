import { crc32, inflateSync } from 'node:zlib';
import { tooManyPixels, type Pixels } from './pixels.js';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What a picture is drawn from. Texts, times, places and whatever else a program noted (`tEXt`, `iTXt`, `eXIf`, `tIME`) go. */
const DRAWN_FROM = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'pHYs', 'IDAT', 'IEND']);
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * A PNG picture without anything but what it is drawn from, or a reason in words why there is none. Its chunks, their check sums and
 * the length of its rows are held against the standard (ISO/IEC 15948): bytes that only begin like a picture are none.
 */
export function cleanPng(bytes: Buffer): Buffer | string {
  const chunks = chunksOf(bytes);
  const header = chunks?.[0];
  if (!chunks || header?.type !== 'IHDR' || header.data.length !== 13 || chunks.at(-1)?.type !== 'IEND')
    return 'this is not a PNG picture';
  const size = { width: header.data.readUInt32BE(0), height: header.data.readUInt32BE(4) };
  const excess = tooManyPixels(size);
  if (excess) return excess;
  if (!hasItsRows(chunks, header.data, size)) return 'this PNG picture is not whole';
  const kept = chunks.filter(({ type }) => DRAWN_FROM.has(type)).map(({ whole }) => whole);
  return Buffer.concat([SIGNATURE, ...kept]);
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  /** With length and check sum, as it stands in the file. */
  readonly whole: Buffer;
}

/** The chunks up to the end of the picture; null where one is not whole. What stands after the end is left out. */
function chunksOf(bytes: Buffer): Chunk[] | null {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return null;
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return null;
    const named = bytes.subarray(at + 4, end - 4);
    if (crc32(named) !== bytes.readUInt32BE(end - 4)) return null;
    const type = named.toString('latin1', 0, 4);
    chunks.push({ type, data: named.subarray(4), whole: bytes.subarray(at, end) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return null;
}

/** Whether the data unpacks to at least the rows that the header claims, and to no more than an interlaced picture could have. */
function hasItsRows(chunks: readonly Chunk[], header: Buffer, { width, height }: Pixels): boolean {
  const [depth = 0, colour = 0] = [header[8], header[9]];
  const channels = CHANNELS[colour];
  if (!channels || ![1, 2, 4, 8, 16].includes(depth)) return false;
  const rows = height * (1 + Math.ceil((width * channels * depth) / 8));
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  try {
    // Seven passes of an interlaced picture have a few bytes more for the beginnings and ends of rows.
    return inflateSync(packed, { maxOutputLength: rows + 16 * (height + 7) }).length >= rows;
  } catch {
    return false;
  }
}
