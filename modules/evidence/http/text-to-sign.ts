import type { Language } from '../../../src/kernel/languages.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { inLanguage, textBlocks, type Statement, type TextBlock } from '../domain/statement.js';
import { inOneLine, shippedAgreement } from '../use-cases/agreement-words.js';

/** The words of a text in one language, as `evidence/_words` shows them. */
export interface Words {
  readonly language: Language;
  readonly title: string | null;
  readonly blocks: readonly (TextBlock & {
    readonly heading?: true;
    readonly list?: true;
    readonly paragraph?: true;
  })[];
}

/** A text to sign, for a page: in its language where there is a translation of exactly this text, else in English. */
export interface TextToSign {
  readonly title: string;
  /** What the form sends back: who signs, signs this. */
  readonly version: string;
  readonly words: Words;
  /** The words in one line, for a box to tick. */
  readonly line: string;
  /** Of a translation: whether it waits for review, and the English text that stands on the same page. */
  readonly translated: false | { readonly isDraft: boolean; readonly original: Words };
}

export function textToSign(statement: Statement): TextToSign {
  const read = inLanguage(statement, pageLanguage());
  const translated = read.version !== statement.version && { isDraft: read.isDraft, original: wordsOf(statement) };
  return { title: read.title, version: read.version, words: wordsOf(read), line: inOneLine(read.text), translated };
}

/** A text that is a part of another act, by its code. @throws where no such text ships */
export function agreementToSign(code: string): TextToSign {
  return textToSign(shippedAgreement(code));
}

export function wordsOf({ language, text, title }: { language: Language; text: string; title: string | null }): Words {
  return { language, title, blocks: textBlocks(text).map((block) => ({ ...block, [block.kind]: true })) };
}
