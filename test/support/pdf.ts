import { type PDFDocumentProxy, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import jsQR from 'jsqr';

/** A PDF as a reader has it: its words, its tags, its title, and what its QR code says. */
export interface ReadPdf {
  pages: number;
  /** The words of all pages in reading order, line ends as spaces. */
  text: string;
  title: string;
  language: string | null;
  /** Words with their place on the page, in points from the bottom left. */
  words: { text: string; x: number; y: number; width: number; height: number }[];
  page: { width: number; height: number };
  /** What a camera reads from the first page, or null. */
  qr: string | null;
}

// Its types describe an ES module, its code is CommonJS.
const scan = jsQR as unknown as typeof jsQR.default;

interface Drawing {
  canvas: { width: number; height: number };
  context: { getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray } };
}

/** @param options.qr also draws the first page and looks for a QR code on it, which takes half a second */
export async function readPdf(bytes: Buffer, options: { qr?: boolean } = {}): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  try {
    const words: ReadPdf['words'] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      for (const item of items) {
        if (!('str' in item) || item.str === '') continue;
        const [, , , , x, y] = item.transform as number[];
        words.push({ text: item.str, x: x!, y: y!, width: item.width, height: item.height });
      }
    }
    const first = await document.getPage(1);
    const { width, height } = first.getViewport({ scale: 1 });
    const { info } = await document.getMetadata();
    return {
      pages: document.numPages,
      text: words
        .map(({ text }) => text)
        .join(' ')
        .replaceAll(/\s+/g, ' '),
      title: (info as { Title: string }).Title,
      language: (info as { Language: string | null }).Language,
      words,
      page: { width, height },
      qr: options.qr ? await readQr(document) : null,
    };
  } finally {
    await task.destroy();
  }
}

async function readQr(document: PDFDocumentProxy): Promise<string | null> {
  const page = await document.getPage(1);
  const viewport = page.getViewport({ scale: 2 });
  const factory = document.canvasFactory as { create(width: number, height: number): Drawing };
  const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: canvas as never, viewport }).promise;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return scan(data, canvas.width, canvas.height)?.data ?? null;
}
