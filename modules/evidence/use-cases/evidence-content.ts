import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../../../src/config/project-root.js';
import type { OwnKind, Statement } from '../domain/statement.js';
import { shippedStatements } from './statement-files.js';

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

/**
 * Texts to sign and types of documents, read once at the start; a fault in a file stops it. A translation that does not hold does
 * not: the English text is shown in its place, and `content check` names it.
 */
@Injectable()
export class EvidenceContent {
  private readonly texts: readonly Statement[] = shippedStatements();

  /** Those that are made on their own, in the order in which they are asked: statements first, the code of ethics last. */
  readonly statements: readonly (Statement & { kind: OwnKind })[] = this.texts.filter(isMadeOnItsOwn);

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

  /** A text that is signed, on its own or as a part of another act. */
  text(code: string): Statement | undefined {
    return this.texts.find((statement) => statement.code === code);
  }
}

function isMadeOnItsOwn(statement: Statement): statement is Statement & { kind: OwnKind } {
  return statement.kind !== 'agreement';
}

function read<T extends z.ZodType>(name: string, shape: T): z.output<T> {
  return shape.parse(parse(readFileSync(join(contentDir, 'evidence', name), 'utf8')));
}
