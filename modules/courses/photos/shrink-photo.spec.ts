import sharp from 'sharp';
import { MOST_BYTES, readPicture } from '../domain/picture.js';
import { PLACE } from '../testing/pictures.js';
import { photoOf } from '../testing/photos.js';
import { fitPicture } from './fit-picture.js';
import { PHOTO_WIDTH, shrinkPhoto } from './shrink-photo.js';

const shrunk = async (photo: Buffer): Promise<Buffer> => {
  const result = await shrinkPhoto(photo);
  if ('reason' in result) throw new Error(result.reason);
  return Buffer.from(result.bytes);
};
const reasonOf = async (photo: Buffer) => {
  const result = await shrinkPhoto(photo);
  return 'reason' in result ? result.reason : null;
};

describe('a photo for a lesson', () => {
  it('is made small enough for telephones, and stands upright without place, time or device', async () => {
    const photo = await photoOf({ width: 2400, height: 1800, orientation: 6 });
    expect(photo.length).toBeGreaterThan(MOST_BYTES);
    expect(photo.includes(PLACE)).toBe(true);
    const bytes = await shrunk(photo);
    expect(bytes.length).toBeLessThanOrEqual(MOST_BYTES);
    expect(bytes.includes(PLACE)).toBe(false);
    // Held upright, a camera writes the picture lying: what was 2400 wide is now high.
    const { format, width, height, orientation, exif } = await sharp(bytes).metadata();
    expect({ format, shape: height / width }).toMatchObject({ format: 'jpeg', shape: 4 / 3 });
    expect([height <= PHOTO_WIDTH, orientation, exif]).toEqual([true, undefined, undefined]);
    expect(typeof readPicture('a.jpg', bytes)).toBe('object');
  });

  it.each(['webp', 'png'] as const)('may come as %s', async (format) => {
    const photo = await photoOf({ width: 1800, height: 1200, format });
    const bytes = await shrunk(photo);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg' });
  });

  it('stands on white where it let through what is behind, and is never enlarged', async () => {
    const bytes = await shrunk(await photoOf({ width: 320, height: 200, format: 'webp', alpha: 0 }));
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 320 });
    const { channels } = await sharp(bytes).stats();
    expect(channels.map(({ mean }) => Math.round(mean))).toEqual([255, 255, 255]);
  });

  it('is refused with its size where it would take all memory to unpack', async () => {
    const bomb = await sharp({
      create: { width: 7200, height: 7000, channels: 3, background: '#888' },
      limitInputPixels: false,
    })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await reasonOf(bomb)).toBe('the picture has 7200 by 7000 pixels; 50 million in all at most');
  });

  it('is refused where it is not whole, or something else than a photo', async () => {
    const photo = await photoOf({ width: 900, height: 600 });
    expect(await reasonOf(photo.subarray(0, 20_000))).toContain('cannot be read');
    expect(await reasonOf(await sharp(photo).resize(20).gif().toBuffer())).toContain('cannot be read');
    expect(await reasonOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).toContain(
      'cannot be read',
    );
  });
});

describe('a picture that somebody chose', () => {
  it('stays as it is where a lesson can show it', async () => {
    const small = await photoOf({ width: 300, height: 200 });
    expect(await fitPicture(small)).toBe(small);
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>');
    expect(await fitPicture(drawing)).toBe(drawing);
  });

  it('is made small in a process of its own, which is ended when it takes too long, and the next is not held up', async () => {
    const photo = await photoOf({ width: 2400, height: 1800 });
    const [hung, next] = await Promise.all([fitPicture(photo, 1), fitPicture(photo)]);
    expect(hung).toContain('too long');
    expect(next.length).toBeLessThanOrEqual(MOST_BYTES);
    expect(Buffer.isBuffer(next)).toBe(true);
  });
});
