import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

/** Something in a content file that keeps it from being loaded: where, and why in plain words. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

export interface SourceFile {
  /** As it is shown to people: relative to where they work. */
  readonly file: string;
  readonly text: string;
}

export type Path = readonly (string | number)[];

/** A YAML file that remembers its lines, so that whatever is wrong with a value can be told with the place it stands. */
export class YamlSource {
  readonly faults: Fault[] = [];
  private readonly lines = new LineCounter();
  private readonly document: Document;

  constructor(private readonly source: SourceFile) {
    this.document = parseDocument(source.text, { lineCounter: this.lines, prettyErrors: false });
    for (const error of this.document.errors) {
      this.faults.push({
        file: source.file,
        line: this.lines.linePos(error.pos[0]).line,
        reason: sentence(error.message),
      });
    }
  }

  /** The content by `schema`, or null with the faults that were found. */
  read<T>(schema: z.ZodType<T>): T | null {
    if (this.faults.length > 0) return null;
    const result = schema.safeParse(this.document.toJS());
    if (result.success) return result.data;
    for (const issue of result.error.issues) this.addIssue(issue);
    return null;
  }

  fault(path: Path, reason: string): void {
    this.faults.push({ file: this.source.file, line: this.lineOf(path), reason });
  }

  /** Line of the value at `path`; where there is none, of the nearest value around it. */
  lineOf(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const node = this.document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.lines.linePos(node.range[0]).line;
    }
    return 1;
  }

  private addIssue(issue: z.core.$ZodIssue): void {
    const path = issue.path.filter((key) => typeof key !== 'symbol');
    const where = path.length > 0 ? path.join('.') : 'the file';
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        this.faults.push({
          file: this.source.file,
          line: this.lineOfKey(path, key),
          reason: `"${key}" is not a key of ${where}; check its spelling against scheme.schema.json`,
        });
      }
    } else if (issue.code === 'invalid_type' && !this.document.hasIn(path)) {
      this.fault(path, `${path.join('.')} is missing`);
    } else {
      this.fault(path, `${where}: ${issue.message}`);
    }
  }

  private lineOfKey(path: Path, key: string): number {
    const parent = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    if (!isMap(parent)) return this.lineOf(path);
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
    return isScalar(pair?.key) && pair.key.range ? this.lines.linePos(pair.key.range[0]).line : this.lineOf(path);
  }
}

function sentence(message: string): string {
  const [first = message] = message.split('\n');
  return `this is not YAML: ${first.replace(/:$/, '')}`;
}
