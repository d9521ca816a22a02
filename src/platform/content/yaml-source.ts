import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { inPlainWords } from './plain-words.js';

/** Something in a content file that keeps it from being loaded: where, and why, in words for its author. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

export interface SourceFile {
  /** As it is shown to people: relative to the content folder. */
  readonly file: string;
  readonly text: string;
  /** Where `text` begins in the file, counted from 1; front matter begins on the second line. */
  readonly firstLine?: number;
}

export type Path = readonly (string | number)[];

/** A YAML text that remembers its lines, so that whatever is wrong with a value is told with the place it stands. */
export class YamlSource {
  readonly faults: Fault[] = [];
  private readonly lines = new LineCounter();
  private readonly document: Document;

  constructor(private readonly source: SourceFile) {
    this.document = parseDocument(source.text, { lineCounter: this.lines, prettyErrors: false });
    for (const error of this.document.errors) {
      this.faultAt(error.pos[0], `this is not YAML: ${(error.message.split('\n')[0] ?? '').replace(/:$/, '')}`);
    }
  }

  /** The content by `schema`, or null; what is wrong is then in `faults`. */
  read<T>(schema: z.ZodType<T>): T | null {
    if (this.faults.length > 0) return null;
    const result = schema.safeParse(this.document.toJS(), { error: inPlainWords });
    if (result.success) return result.data;
    for (const issue of result.error.issues) this.addIssue(issue);
    return null;
  }

  /** The entries of the list at `path` that are as `schema` says, each with its place; {@link read} tells what is wrong with the others. */
  readEach<T>(path: Path, schema: z.ZodType<T>): [at: number, entry: T][] {
    const list: unknown = this.document.errors.length > 0 ? [] : this.document.getIn(path);
    if (!isSeq(list)) return [];
    return list.items.flatMap((entry, at): [number, T][] => {
      const { success, data } = schema.safeParse(isNode(entry) ? entry.toJS(this.document) : entry);
      return success ? [[at, data]] : [];
    });
  }

  /** Notes a fault at the value that `path` leads to. */
  fault(path: Path, reason: string): void {
    this.faultAt(this.offsetOf(path), reason);
  }

  /** Line of the value at `path` in the file; where there is none, of the nearest value around it. */
  lineOf(path: Path): number {
    return this.lineAt(this.offsetOf(path));
  }

  private faultAt(offset: number, reason: string): void {
    this.faults.push({ file: this.source.file, line: this.lineAt(offset), reason });
  }

  private lineAt(offset: number): number {
    return this.lines.linePos(offset).line + (this.source.firstLine ?? 1) - 1;
  }

  /** Where the value at `path` begins; where there is none, the nearest value around it. */
  private offsetOf(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const node = this.document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  }

  private addIssue(issue: z.core.$ZodIssue): void {
    const path = issue.path.filter((key) => typeof key !== 'symbol');
    const where = path.length > 0 ? path.join('.') : 'this file';
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) this.faultAt(this.offsetOfKey(path, key), `"${key}" is not a key of ${where}`);
    } else if (issue.code === 'invalid_type' && !this.document.hasIn(path)) {
      this.fault(path, `${where} is missing`);
    } else {
      this.fault(path, `${where}: ${issue.message}`);
    }
  }

  private offsetOfKey(path: Path, key: string): number {
    const parent = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    if (!isMap(parent)) return this.offsetOf(path);
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
    return isScalar(pair?.key) && pair.key.range ? pair.key.range[0] : this.offsetOf(path);
  }
}
