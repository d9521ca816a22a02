import { say } from '../../../src/platform/translation/say.js';
import { agreementToSign, hasWordsOf, type TextToSign } from '../../evidence/signed-texts.public.js';
import { EXAM_IDENTITY, EXAM_NONDISCLOSURE } from '../use-cases/exam-texts.js';
import type { ExamToSit } from '../use-cases/read-own-exams.js';

/** One of the two texts before an exam, with the box that says its version back. */
interface ExamText {
  /** The shipped text, in the reader's language; null where the body wrote its own words, which stay as it wrote them. */
  readonly shipped: TextToSign | null;
  readonly words: string;
  readonly box: readonly { readonly value: string; readonly label: string }[];
}

/** Both texts, and which of them are read in another language than English: that is told once, for both. */
interface ExamTexts {
  readonly identity: ExamText;
  readonly nondisclosure: ExamText;
  readonly translated: readonly TextToSign[];
  readonly translatedAsDraft: boolean;
}

export function examTexts(exam: ExamToSit['exam']): ExamTexts {
  const { identityTextId, identityText, nondisclosureTextId, nondisclosureText } = exam;
  const identity = examText(
    { code: EXAM_IDENTITY, id: identityTextId, words: identityText },
    say`This is true, and I am that person.`,
  );
  const nondisclosure = examText(
    { code: EXAM_NONDISCLOSURE, id: nondisclosureTextId, words: nondisclosureText },
    say`I agree to this.`,
  );
  const translated = [identity, nondisclosure].flatMap(({ shipped }) =>
    shipped?.translated ? [{ ...shipped, translated: shipped.translated }] : [],
  );
  return {
    identity,
    nondisclosure,
    translated,
    translatedAsDraft: translated.some((text) => text.translated.isDraft),
  };
}

function examText({ code, id, words }: { code: string; id: string; words: string }, label: string): ExamText {
  const shipped = hasWordsOf(code, words) ? agreementToSign(code) : null;
  return { shipped, words, box: [{ value: shipped?.version ?? id, label }] };
}
