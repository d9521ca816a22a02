import type { z } from 'zod';
import { YamlSource, type Fault } from '../../../src/platform/content/yaml-source.js';
import type { Finding } from '../domain/course-checks.js';

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/u;

/** A lesson's or a session's file: YAML front matter between two lines of dashes, then Markdown. */
export class MarkdownFile<Front extends object> {
  /** Null when the file cannot be read as what it should be; what is wrong is then in {@link faults}. */
  readonly content: (Front & { body: string }) | null;
  private readonly front: YamlSource | null;
  private readonly other: Fault[] = [];
  private readonly bodyStart: number;

  constructor(
    readonly file: string,
    text: string,
    schema: z.ZodType<Front>,
  ) {
    const match = FRONT_MATTER.exec(text);
    if (!match) {
      this.front = null;
      this.content = null;
      this.bodyStart = 1;
      this.other.push({ file, line: 1, reason: 'the file begins with its front matter, between two lines of ---' });
      return;
    }
    this.bodyStart = match[0].split('\n').length;
    this.front = new YamlSource({ file, text: match[1] ?? '', firstLine: 2 });
    const front = this.front.read(schema);
    this.content = front && { ...front, body: text.slice(match[0].length).trimEnd() };
  }

  get faults(): Fault[] {
    return [...(this.front?.faults ?? []), ...this.other];
  }

  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      if ('path' in finding) this.front?.fault(finding.path, finding.reason);
      else this.other.push({ file: this.file, line: this.bodyStart + finding.bodyLine - 1, reason: finding.reason });
    }
  }
}
