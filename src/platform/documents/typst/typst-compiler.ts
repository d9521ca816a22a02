import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import typst from '@myriaddreamin/typst-ts-node-compiler';
import { familiesFor, fontFolders, primaryLanguage } from '../fonts.js';
import type { DrawRequest } from '../template/draw-request.js';
import type { Page } from '../template/tree.js';

type Standard = 'a-3a' | 'ua-1';
type Drawing = { pdf: Buffer } | { problems: string[] };

/** 1 is an error, 2 a warning; above are the steps that led to it. */
const WARNING = 2;

/** The Typst engine of one process, with our drawing code and our fonts and nothing else. */
export class TypstCompiler {
  private readonly engine: typst.NodeCompiler;

  /** @param workspace the folder of render.typ: all that the engine can read */
  constructor(private readonly workspace: string) {
    this.engine = withoutSystemFonts(() =>
      typst.NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFolders() }] }),
    );
  }

  /**
   * Draws a page. A warning counts as a problem: in this engine a missing font family is only a warning, and its text would be gone.
   * @param also standards that the document has to meet beside PDF/A-3a, whose file is given back
   */
  draw(page: Page, request: DrawRequest, also: readonly Standard[] = []): Drawing {
    const images = this.shareImages(page);
    try {
      this.engine.mapShadow(this.inWorkspace('data.json'), Buffer.from(JSON.stringify(treeOf(page, request))));
      const compiled = this.engine.compile({ mainFilePath: this.inWorkspace('render.typ') });
      const document = compiled.result;
      const problems = [compiled.takeError(), compiled.takeWarnings()].flatMap((report) =>
        report ? this.told(report) : [],
      );
      if (!document || problems.length > 0)
        return { problems: problems.length > 0 ? problems : ['the document has no page'] };
      const drawing = this.export(document, 'a-3a');
      const wrong = [drawing, ...also.map((standard) => this.export(document, standard))].flatMap((made) =>
        'problems' in made ? made.problems : [],
      );
      return wrong.length > 0 ? { problems: wrong } : drawing;
    } finally {
      for (const file of images) this.engine.unmapShadow(file);
      // Without this, and without a turn of the event loop per document, memory grows by the document.
      this.engine.evictCache(1);
    }
  }

  private told(report: typst.NodeError): string[] {
    const said = this.engine.fetchDiagnostics(report) as { message: string; severity: number }[];
    return said.filter(({ severity }) => severity <= WARNING).map(({ message }) => readable(message));
  }

  private export(document: typst.NodeTypstDocument, standard: Standard): Drawing {
    try {
      return { pdf: this.engine.pdf(document, { pdfStandard: standard }) };
    } catch (error) {
      const found = [...String(error).matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message = '']) =>
        readable(message),
      );
      return { problems: found.length > 0 ? found : [String(error)] };
    }
  }

  private shareImages(page: Page): string[] {
    return page.blocks.flatMap((block, index) => {
      if (block.t !== 'img') return [];
      const file = this.inWorkspace(imageName(index));
      this.engine.mapShadow(file, Buffer.from(block.data, 'base64'));
      return [file];
    });
  }

  private inWorkspace(name: string): string {
    return path.join(this.workspace, name);
  }
}

function imageName(index: number): string {
  return `picture-${index}`;
}

function treeOf(page: Page, { title, author, language, specimen, issuedOn }: DrawRequest): object {
  const blocks = page.blocks.map((block, index) =>
    block.t === 'img' ? { ...block, data: undefined, file: `/${imageName(index)}` } : block,
  );
  return {
    title,
    author,
    lang: primaryLanguage(language),
    font: familiesFor('sans', language, ''),
    date: issuedOn,
    specimen,
    page: { ...page, blocks },
  };
}

function readable(message: string): string {
  return message.replaceAll('\\"', '"').replace(/^panicked with: "?(.*?)"?$/, '$1');
}

/** Fontconfig would lend the system's fonts, and the same document would differ from machine to machine. An empty folder is all it may see. */
function withoutSystemFonts<T>(create: () => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'goodstanding-fonts-'));
  try {
    const empty = path.join(folder, 'empty');
    mkdirSync(empty);
    const settings = path.join(folder, 'fonts.conf');
    writeFileSync(
      settings,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${empty}</dir></fontconfig>`,
    );
    process.env.FONTCONFIG_FILE = settings;
    return create();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
