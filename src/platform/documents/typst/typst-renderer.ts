import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../../../config/project-root.js';
import { unprintable } from '../coverage.js';
import { TemplateUnusable, UnprintableText } from '../document.errors.js';
import {
  type DocumentInput,
  PdfRenderer,
  type RenderedDocument,
  type TemplateProblem,
  type TemplateValue,
} from '../pdf-renderer.js';
import { drawRequest } from '../template/draw-request.js';
import { ChildPool } from './child-pool.js';

const HERE = path.relative(projectRoot, path.dirname(fileURLToPath(import.meta.url)));
/** Assets lie in the source tree; the entry is compiled. Tests run from source, so both places are found from the root. */
const FROM_SOURCE = HERE.replace(/^dist[\\/]/, '');
const WORKSPACE = path.join(projectRoot, FROM_SOURCE, 'workspace');
const ENTRY = path.join(projectRoot, 'dist', FROM_SOURCE, 'typst-child.js');

export interface TypstSettings {
  processes: number;
  limitMs: number;
  checkLimitMs: number;
  documentsPerProcess: number;
}

export const TYPST_SETTINGS: TypstSettings = {
  processes: 2,
  limitMs: 10_000,
  checkLimitMs: 10_000,
  documentsPerProcess: 2_000,
};

/** Draws with Typst in processes of its own. Why: docs/decisions/0003-typst-certificates.md. */
export class TypstRenderer extends PdfRenderer {
  private readonly pool: ChildPool;
  private readonly engine = `typst 0.14.2, drawing ${fingerprint()}`;

  constructor(private readonly settings: TypstSettings = TYPST_SETTINGS) {
    super();
    const { processes, limitMs, documentsPerProcess } = settings;
    this.pool = new ChildPool({ entry: ENTRY, arguments: [WORKSPACE], processes, limitMs, documentsPerProcess });
  }

  async render(input: DocumentInput): Promise<RenderedDocument> {
    const missing = unprintable([input.title, input.author, ...texts(input.data)].join('\n'));
    if (missing.length > 0) throw new UnprintableText(missing);
    const answer = await this.pool.ask({ ask: 'draw', request: drawRequest(input.template.source, input) });
    if (answer.say === 'problems') throw new TemplateUnusable(answer.problems);
    const bytes = Buffer.from(answer.pdf);
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), engine: this.engine };
  }

  async checkTemplate(source: string, sample: Omit<DocumentInput, 'template'>): Promise<TemplateProblem[]> {
    const limitMs = this.settings.checkLimitMs;
    const answer = await this.pool.ask({ ask: 'check', request: drawRequest(source, sample), limitMs });
    return answer.say === 'problems' ? answer.problems : [];
  }

  /** The drawing processes that run now, for measuring their memory. */
  get pids(): number[] {
    return this.pool.pids;
  }

  /** Ends the drawing processes. */
  close(): Promise<void> {
    return this.pool.close();
  }
}

function texts(value: TemplateValue): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(texts);
}

/** Of the drawing code, so that a document which can no longer be made byte for byte the same can be explained. */
function fingerprint(): string {
  return createHash('sha256')
    .update(readFileSync(path.join(WORKSPACE, 'render.typ')))
    .digest('hex')
    .slice(0, 12);
}
