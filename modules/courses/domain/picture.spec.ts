import { crc32 } from 'node:zlib';
import { drawingWithPlace, JPEG, photoWithPlace, PLACE, PNG } from '../testing/pictures.js';
import { MOST_BYTES, readPicture } from './picture.js';

const svg = (inside: string) =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;
const shown = (inside: string) => {
  const picture = readPicture('a.svg', Buffer.from(svg(inside)));
  return typeof picture === 'string' ? picture : picture.bytes.toString();
};

describe('a picture of a course', () => {
  it('keeps the shapes, texts and gradients of a drawing, with their upper-case names', () => {
    const inside =
      '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"></stop></linearGradient></defs>' +
      '<circle cx="4" cy="4" r="3" fill="url(#a)" /><text x="1" y="2">Hope</text>';
    expect(shown(inside)).toContain('<linearGradient id="a"><stop offset="0" stop-color="#fff"');
    expect(shown(inside)).toContain('fill="url(#a)"');
    expect(shown(inside)).toContain('viewBox="0 0 9 9"');
    expect(shown(inside)).toContain('>Hope</text>');
  });

  it.each([
    '<script>alert(1)</script>',
    '<rect onload="alert(1)" width="3" />',
    '<image href="https://example.org/track.png" />',
    '<use href="https://example.org/a.svg#b" />',
    '<foreignObject><iframe src="https://example.org"></iframe></foreignObject>',
    '<style>@import url(https://example.org/a.css)</style>',
    '<rect fill="url(https://example.org/a.svg#b)" />',
    '<a href="javascript:alert(1)"><text>x</text></a>',
    '<animate attributeName="href" to="javascript:alert(1)" />',
  ])('takes from a drawing whatever runs or fetches: %s', (inside) => {
    expect(shown(inside)).not.toMatch(/script|onload|example\.org|iframe|alert/iu);
  });

  const bytesOf = (name: string, bytes: Buffer): Buffer => {
    const picture = readPicture(name, bytes);
    if (typeof picture === 'string') throw new Error(picture);
    return picture.bytes;
  };

  it('is what its bytes say, whole, and of a size for telephones', () => {
    expect(readPicture('a.png', PNG)).toMatchObject({
      type: 'image/png',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(readPicture('a.jpg', JPEG)).toMatchObject({ type: 'image/jpeg' });
    expect(readPicture('a.png', Buffer.from('GIF89a'))).toBe('this is not a PNG picture');
    expect(readPicture('a.png', JPEG)).toBe('this is not a PNG picture');
    expect(readPicture('a.jpg', PNG)).toBe('this is not a JPEG picture');
    expect(readPicture('a.svg', Buffer.from('<html><svg/></html>'))).toMatchObject({ type: 'image/svg+xml' });
    expect(readPicture('a.svg', Buffer.from('just words'))).toBe('this is not an SVG drawing');
    expect(readPicture('a.gif', PNG)).toBe('pictures are .svg, .png or .jpg');
    const large = svg(`<path d="${'M0 0'.repeat(MOST_BYTES / 4)}"/>`);
    expect(readPicture('a.svg', Buffer.from(large))).toMatch(/^the picture has 20\d kB; 200 at most$/);
  });

  it('is none where only its beginning is one', () => {
    for (let length = 0; length < PNG.length; length += 1)
      expect(typeof readPicture('a.png', PNG.subarray(0, length))).toBe('string');
    for (let length = 0; length < JPEG.length - 1; length += 1)
      expect(typeof readPicture('a.jpg', JPEG.subarray(0, length))).toBe('string');
    const changed = Buffer.from(PNG);
    changed[50] = (changed[50] ?? 0) ^ 1;
    expect(typeof readPicture('a.png', changed)).toBe('string');
  });

  it('has no more pixels than a lesson shows, however few bytes they take', () => {
    const wide = Buffer.from(PNG);
    wide.writeUInt32BE(60_000, 16);
    wide.writeUInt32BE(crc32(wide.subarray(12, 29)), 29);
    expect(readPicture('a.png', wide)).toBe('the picture has 60000 by 8 pixels; 2400 each way at most');
    const taller = Buffer.from(PNG);
    taller.writeUInt32BE(2000, 20);
    taller.writeUInt32BE(crc32(taller.subarray(12, 29)), 29);
    expect(readPicture('a.png', taller)).toBe('this PNG picture is not whole');
  });

  it('says nothing of where a photo was taken, and keeps which way up it is', () => {
    expect(bytesOf('a.png', drawingWithPlace())).toEqual(PNG);
    expect(bytesOf('a.jpg', photoWithPlace(1))).toEqual(JPEG);
    const turned = bytesOf('a.jpg', photoWithPlace(6));
    expect(turned.includes(PLACE)).toBe(false);
    expect(turned.indexOf(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBeGreaterThan(0);
    // Clean as it is: read again, it stays the same.
    expect(bytesOf('a.jpg', turned)).toEqual(turned);
  });
});
