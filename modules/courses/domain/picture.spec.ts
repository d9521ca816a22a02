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

  it('is a drawing or a PNG by its bytes, of a size for telephones', () => {
    const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(20)]);
    expect(readPicture('a.png', png)).toMatchObject({
      type: 'image/png',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(readPicture('a.png', Buffer.from('GIF89a'))).toBe('this is not a PNG picture');
    expect(readPicture('a.svg', Buffer.from('<html><svg/></html>'))).toMatchObject({ type: 'image/svg+xml' });
    expect(readPicture('a.svg', Buffer.from('just words'))).toBe('this is not an SVG drawing');
    expect(readPicture('a.gif', png)).toBe('pictures are .svg or .png');
    expect(readPicture('a.png', Buffer.alloc(MOST_BYTES + 1))).toBe('the picture has 201 kB; 200 at most');
  });
});
