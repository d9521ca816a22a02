import type { Language } from './languages.js';

/** A language to make words in where no page is made, such as for a letter. */
export interface Speech {
  readonly language: Language;
  /** A text that stands in a table or in content/, in this language; English where it has no wording. Never what a person wrote. */
  readonly word: (english: string) => string;
  /** `say`Not counted: ${reason}``, in catalogues "Not counted: {0}". What is put in is put over as it is. */
  readonly say: (texts: TemplateStringsArray, ...values: readonly (string | number)[]) => string;
}
