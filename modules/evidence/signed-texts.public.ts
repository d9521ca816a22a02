import { Injectable } from '@nestjs/common';
import type { Fault } from '../../src/platform/content/yaml-source.js';
import type { Tx } from '../../src/platform/database/transaction.js';
import { ReadSignedTexts, type SignedText } from './use-cases/read-signed-texts.js';
import { readStatementFiles } from './use-cases/statement-files.js';

export type { SignedText };

/** The texts that people put their word to, for the acts of other modules that one of them is a part of. */
@Injectable()
export class SignedTexts {
  constructor(private readonly reads: ReadSignedTexts) {}

  /** What a person signed for a body, latest last; its words stand under `/evidence/signed-texts/<id>`, for its reviewers too. */
  ofPersonAt(tx: Tx, personId: string, bodyId: string): Promise<SignedText[]> {
    return this.reads.ofPersonAt(tx, personId, bodyId);
  }
}

/** What keeps texts of a content folder from being signed, in English or in another language. */
export function checkSignedTexts(contentDir: string): Fault[] {
  const { broken, untranslated } = readStatementFiles(contentDir);
  return [...broken, ...untranslated];
}
