import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { MOST_BYTES } from '../domain/picture.js';

/** The most pixels that a photo may have before it is made small: more than telephones take, and what a process can hold. */
export const MOST_PHOTO_PIXELS = 50_000_000;

/** Sharp enough for the widest column of text on a screen of twice the density that a telephone needs; never enlarged. */
export const PHOTO_WIDTH = 1600;

/** What is tried, one after the other, until the picture is small enough: its longer side in pixels, and the quality (1 to 100). */
const TRIES = [
  { side: PHOTO_WIDTH, quality: 80 },
  { side: PHOTO_WIDTH, quality: 68 },
  { side: 1280, quality: 72 },
  { side: 1280, quality: 60 },
  { side: 960, quality: 65 },
  { side: 640, quality: 60 },
  { side: 480, quality: 45 },
] as const;

// Nothing but photos is read here, whatever their bytes claim to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);
sharp.concurrency(1);

/** What became of a photo: its bytes, or in words why there are none. */
export type Shrunk = { readonly bytes: Uint8Array } | { readonly reason: string };

/**
 * A photo (JPEG, PNG, WebP) as a lesson shows it: a JPEG that stands upright, in the colours of the web, without place, time or device,
 * on white where it let through what is behind, scaled down and at most {@link MOST_BYTES} large.
 */
export async function shrinkPhoto(photo: Uint8Array): Promise<Shrunk> {
  try {
    const { width, height } = await sharp(photo, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PHOTO_PIXELS)
      return {
        reason: `the picture has ${width} by ${height} pixels; ${MOST_PHOTO_PIXELS / 1_000_000} million in all at most`,
      };
    const scaled = read(photo).autoOrient().resize(boxOf(PHOTO_WIDTH)).flatten({ background: '#fff' });
    const bytes = await firstSmall(await scaled.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true }));
    return bytes ? { bytes } : { reason: `the picture cannot be made smaller than ${MOST_BYTES / 1000} kB` };
  } catch {
    return { reason: 'this picture cannot be read: it is not whole, or no JPEG, PNG or WebP picture' };
  }
}

/** Telephones write photos with small slips, so that only what makes a picture useless counts. */
function read(photo: Uint8Array): Sharp {
  return sharp(photo, { limitInputPixels: MOST_PHOTO_PIXELS, failOn: 'error' });
}

/** Of the pictures that are tried, the first that is small enough; null where none is. */
async function firstSmall({ data, info }: { data: Buffer; info: OutputInfo }): Promise<Buffer | null> {
  const { width, height, channels } = info;
  for (const { side, quality } of TRIES) {
    const picture = sharp(data, { raw: { width, height, channels } }).resize(boxOf(side));
    const bytes = await picture.jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length <= MOST_BYTES) return bytes;
  }
  return null;
}

function boxOf(side: number) {
  return { width: side, height: side, fit: 'inside', withoutEnlargement: true } as const;
}
