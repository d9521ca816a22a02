import sharp from 'sharp';
import { PLACE } from './pictures.js';

interface Photo {
  readonly width: number;
  readonly height: number;
  readonly format?: 'jpeg' | 'png' | 'webp';
  /** How the camera was held, 1 to 8 (EXIF). */
  readonly orientation?: number;
  /** Below 1, what is behind shines through. */
  readonly alpha?: number;
}

/** An invented photo as a camera writes it: clouds of colour, with its place noted beside it. */
export async function photoOf({ width, height, format = 'jpeg', orientation = 1, alpha }: Photo): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const [few, many] = [Math.ceil(width / 16), Math.ceil(height / 16)];
  const clouds = await sharp({ create: { width: few, height: many, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer();
  const picture = sharp(clouds)
    .resize(width, height)
    .withExif({ IFD0: { ImageDescription: PLACE } })
    .withMetadata({ orientation });
  return (alpha === undefined ? picture : picture.ensureAlpha(alpha)).toFormat(format).toBuffer();
}
