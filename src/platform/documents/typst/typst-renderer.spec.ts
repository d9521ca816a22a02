import { afterAll, describe, expect, it } from '@jest/globals';
import { readPdf } from '../../../../test/support/pdf.js';
import { TypstRenderer } from './typst-renderer.js';
import { certificate, named } from '../../../../test/support/certificate.js';

const renderer = new TypstRenderer();
afterAll(() => renderer.close());

describe('a certificate', () => {
  it('says what ISO/IEC 17024 9.4.8 asks, in words that can be copied', async () => {
    const { text, title, language, pages } = await readPdf((await renderer.render(certificate())).bytes);
    for (const words of [
      'Rosalind Okonkwo-Featherstone',
      'JVP-7K2M-94QX-H',
      'Juniper Valley Peer Certification Board',
      'Certified Peer Recovery Specialist',
      'the Peer Recovery Specialist Scheme, version 3.1 of January 1, 2026',
      'Peer support for adults',
      'Stage: Full',
      'Practice under the supervision',
      'October 1, 2026',
      'September 30, 2028',
      'Theodora Lindqvist',
      'register.juniper-valley.example/verify',
      'remains the property of Juniper Valley Peer Certification Board',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('SPECIMEN');
    expect({ title, language, pages }).toEqual({ title: 'Certificate JVP-7K2M-94QX-H', language: 'en', pages: 1 });
  });

  it('prints the name largest, then the title, and small print small', async () => {
    const { words } = await readPdf((await renderer.render(named('Ana Ruiz'))).bytes);
    const size = (start: string) => words.find(({ text }) => text.startsWith(start))?.height;
    expect([size('Ana'), size('Certified'), size('This certificate')]).toEqual(
      [36, 27, 7.5].map((points) => expect.closeTo(points, 1)),
    );
  });

  it('carries its address as a QR code that a camera reads from the page', async () => {
    const { qr } = await readPdf((await renderer.render(certificate({ specimen: true }))).bytes, { qr: true });
    expect(qr).toBe('https://register.juniper-valley.example/v/JVP-7K2M-94QX-H?t=Zk3vQ9sLw2mX');
  });

  it('says SPECIMEN, NOT A CREDENTIAL when it is one, whatever the template says', async () => {
    const source = '<document paper="a4"><h1>Certificate</h1><p>Of {{holder.name}}</p></document>';
    const input = certificate({ specimen: true, template: { name: 'bare', source, hash: '0' } });
    expect((await readPdf((await renderer.render(input)).bytes)).text).toContain('SPECIMEN, NOT A CREDENTIAL');
  });

  it('is the same bytes for the same input, from another process too', async () => {
    const other = new TypstRenderer();
    try {
      const [one, two, three] = await Promise.all([
        renderer.render(certificate()),
        renderer.render(certificate()),
        other.render(certificate()),
      ]);
      expect(one.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect([two.sha256, three.sha256]).toEqual([one.sha256, one.sha256]);
      expect((await renderer.render(named('Rosalind Okonkwo'))).sha256).not.toBe(one.sha256);
    } finally {
      await other.close();
    }
  });

  it('is an archival, tagged file', async () => {
    const { bytes } = await renderer.render(certificate());
    const source = bytes.toString('latin1');
    expect(source).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(source).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(source).toMatch(/\/Marked true/);
  });
});

describe('the name on a certificate', () => {
  it.each([
    ['Vietnamese', 'Nguyễn Thị Ánh Tuyết', 'vi'],
    ['Chinese', '欧阳晓明', 'zh-Hans'],
    ['Korean', '김서연', 'ko'],
    ['Cherokee', 'ᏩᎭᏯ ᎤᏪᏥ', 'chr'],
    ['Greek and Cyrillic', 'Ελένη Щербакова', 'el'],
    ['with a joiner that has no picture', 'Ana\u200d\u2060 Ruiz', 'es'],
  ])('prints in %s', async (_script, name, language) => {
    const { text } = await readPdf((await renderer.render(named(name, language))).bytes);
    const letters = (value: string) => value.replaceAll(/[\s\u200d\u2060]/g, '');
    expect(letters(text)).toContain(letters(name));
  });

  it('prints in Devanagari', async () => {
    const name = 'श्रीमती लक्ष्मी त्रिवेदी';
    const { text } = await readPdf((await renderer.render(named(name, 'hi'))).bytes);
    // A reader puts the letters of shaped syllables together in its own order.
    expect([...name].filter((letter) => !text.includes(letter))).toEqual([]);
  });

  it('prints in Arabic, from right to left', async () => {
    const { words } = await readPdf((await renderer.render(named('عبد الرحمن بن خالد الشمري', 'ar'))).bytes);
    const arabic = words.filter(({ text }) => /\p{Script=Arabic}/u.test(text));
    const where = (letter: string) => arabic.find(({ text }) => text.normalize('NFKC').includes(letter))!.x;
    expect(where('ع')).toBeGreaterThan(where('خ'));
    expect(where('خ')).toBeGreaterThan(where('ش'));
  });

  it.each([
    ['of many words', 'Maria-Fernanda Guadalupe de los Santos Albuquerque '.repeat(4).trim().slice(0, 200)],
    ['without a space', 'W'.repeat(200)],
    ['in Chinese', '欧阳晓明'.repeat(50)],
  ])('fits its box when it has 200 characters %s', async (_kind, name) => {
    const { words, page } = await readPdf((await renderer.render(named(name))).bytes);
    expect(name).toHaveLength(200);
    const above = page.height - mm(62.5 + 8.95);
    const below = page.height - mm(84.2 + 8.95);
    const printed = words.filter(({ text: word, y }) => word.trim() !== '' && y < above && y > below);
    expect(printed.length).toBeGreaterThan(0);
    for (const { x, width } of printed) {
      expect(x).toBeGreaterThanOrEqual(mm(20));
      expect(x + width).toBeLessThanOrEqual(page.width - mm(20));
    }
    // Every letter of the name, and nothing else, stands in the box.
    const letters = (value: string) => value.replaceAll(/[\s\u200b]/g, '');
    expect(letters(printed.map((word) => word.text).join(''))).toBe(letters(name));
  });

  it('with an emoji holds the document and names the character', async () => {
    await expect(renderer.render(named('Sam 👩🏽‍🚀 Lee'))).rejects.toMatchObject({
      code: 'document.unprintable',
      characters: ['👩🏽‍🚀'],
      message: expect.stringContaining('👩🏽‍🚀 (U+1F469 U+1F3FD U+200D U+1F680)'),
    });
  });

  it('is printed as it is written when it looks like Typst, Handlebars or HTML', async () => {
    const name = '#read("/etc/passwd") {{credential.number}} <b>$x$</b> [*a*] @preview';
    const { text } = await readPdf((await renderer.render(named(name))).bytes);
    expect(text.replaceAll(' ', '')).toContain(name.replaceAll(' ', ''));
  });
});

function mm(length: number): number {
  return (length * 72) / 25.4;
}
