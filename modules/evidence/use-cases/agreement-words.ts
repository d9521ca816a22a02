import type { Language } from '../../../src/kernel/languages.js';
import { ofVersion, type Statement } from '../domain/statement.js';
import { shippedStatements } from './statement-files.js';

/** A text that is a part of another act, by its code. @throws where no such text ships */
export function shippedAgreement(code: string): Statement {
  const found = shippedStatements().find((one) => one.code === code && one.kind === 'agreement');
  if (!found) throw new Error(`there is no agreement ${code} in content/statements`);
  return found;
}

/** Its English words in one line, for a body that takes them for its own. */
export function agreementInEnglish(code: string): string {
  return inOneLine(shippedAgreement(code).text);
}

/** A text that is a part of another act, in one language: what the act keeps of it. */
export interface AgreementWording {
  readonly code: string;
  readonly version: string;
  readonly language: Language;
  /** The words in one line. */
  readonly line: string;
}

/** The text in each language in which it can be signed, English first. @throws where no such text ships */
export function agreementWordings(code: string): readonly AgreementWording[] {
  const agreement = shippedAgreement(code);
  return [agreement, ...agreement.translations].map(({ version, language, text }) => {
    return { code, version, language, line: inOneLine(text) };
  });
}

/** Whether words that a body keeps are those of the shipped English text; how lines break says nothing. */
export function hasWordsOf(code: string, words: string): boolean {
  return inOneLine(words) === agreementInEnglish(code);
}

/** Whether the text is in force in that version, in any language. */
export function isInForce(code: string, version: string): boolean {
  return ofVersion(shippedAgreement(code), version) !== undefined;
}

export function inOneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}
