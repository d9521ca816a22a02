import { Injectable } from '@nestjs/common';
import type { Fault } from '../../src/platform/content/yaml-source.js';
import type { Tx } from '../../src/platform/database/transaction.js';
import { AgreeToText, type Agreement } from './use-cases/agree-to-text.js';
import { ReadSignedTexts, type SignedText } from './use-cases/read-signed-texts.js';
import { readStatementFiles } from './use-cases/statement-files.js';

export { agreementToSign, type TextToSign } from './http/text-to-sign.js';
export {
  agreementInEnglish,
  agreementWordings,
  hasWordsOf,
  isInForce,
  type AgreementWording,
} from './use-cases/agreement-words.js';
export type { SignedText };

/** The texts that people put their word to, for the acts of other modules that one of them is a part of. */
@Injectable()
export class SignedTexts {
  constructor(
    private readonly reads: ReadSignedTexts,
    private readonly agrees: AgreeToText,
  ) {}

  /**
   * The actor's word over a text of the kind `agreement`, in the transaction of the act it is a part of. Pages show the text by
   * `agreementToSign` and send its version back.
   * @throws DomainError evidence.text_changed where no text in force has that version
   */
  agree(tx: Tx, agreement: Agreement): Promise<void> {
    return this.agrees.execute(tx, agreement);
  }

  /**
   * Keeps word for word a text that somebody without an account put their name to: who did is told by the act it is a part of.
   * @throws DomainError evidence.text_changed where no text in force has that version
   */
  async keep(tx: Tx, read: { readonly code: string; readonly version: string }): Promise<void> {
    await this.agrees.keep(tx, { code: read.code, textVersion: read.version });
  }

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
