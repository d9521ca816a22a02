import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../../../src/config/project-root.js';
import { statementOf, type Statement } from '../domain/statement.js';

const contentDir = join(projectRoot, 'content');
const code = z.string().regex(/^[a-z][a-z0-9_]*$/);
/** A figure that a document shows: the code under which schemes ask for it, and how the reviewer is asked. */
const figure = z.strictObject({ code, label: z.string().min(1) });
export type Figure = z.output<typeof figure>;
const documentTypes = z.strictObject({
  document_types: z.record(z.string(), z.string()),
  amounts: z.record(z.string(), z.string()),
  figures: z.record(z.string(), figure),
});
const trainingCategories = z.strictObject({ categories: z.record(code, z.string().min(1)) });

/** Texts to sign and types of documents, read once at the start; a fault in a file stops it. */
@Injectable()
export class EvidenceContent {
  /** In the order in which they are asked: statements first, the code of ethics last. */
  readonly statements: readonly Statement[] = ['statements', 'ethics'].flatMap(readStatements);

  /** Code → what it is called. */
  readonly documentTypes: ReadonlyMap<string, string>;

  /** Code of a document that confirms an amount → how the amount is asked for. */
  readonly amounts: ReadonlyMap<string, string>;

  /** Code of a document in which a figure may be read → the figure. */
  readonly figures: ReadonlyMap<string, Figure>;

  /** Code of a category of training → what it is called. */
  readonly categories: ReadonlyMap<string, string>;

  constructor() {
    const { document_types, amounts, figures } = read('document-types.yaml', documentTypes);
    this.figures = new Map(Object.entries(figures));
    this.categories = new Map(Object.entries(read('training-categories.yaml', trainingCategories).categories));
    this.documentTypes = new Map(Object.entries(document_types));
    this.amounts = new Map(Object.entries(amounts));
  }

  /** What a submission is called: the training's own title, or what the document is. */
  titleOf({ title, documentType }: { title: string | null; documentType: string | null }): string {
    return title ?? (documentType && this.documentTypes.get(documentType)) ?? 'Document';
  }

  statement(code: string): Statement | undefined {
    return this.statements.find((statement) => statement.code === code);
  }
}

function readStatements(folder: string): Statement[] {
  const path = join(contentDir, folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith('.en.md'));
  return names.sort().map((name) => readStatement(join(path, name)));
}

function readStatement(path: string): Statement {
  const whole = readFileSync(path, 'utf8');
  const [, head, text] = /^---\n([\s\S]*?)\n---\n([\s\S]+)$/.exec(whole) ?? [];
  if (!head || !text) throw new Error(`${path} has no head between two lines of ---`);
  const version = createHash('sha256').update(whole).digest('hex');
  try {
    return statementOf(parse(head), { text: text.trim(), version });
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

function read<T extends z.ZodType>(name: string, shape: T): z.output<T> {
  return shape.parse(parse(readFileSync(join(contentDir, 'evidence', name), 'utf8')));
}
