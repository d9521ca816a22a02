import { z } from 'zod';
import { isLanguage, type Language } from '../../../src/kernel/languages.js';

const code = z.string().regex(/^[a-z][a-z0-9_]*$/);
const language = z.custom<Language>(isLanguage, 'name one of the languages that pages are offered in');

/** What is read of a text in any language: these are put over when it is translated. */
const worded = {
  code,
  title: z.string().min(1),
  language,
  /** How the number is asked for, where one is. */
  number_label: z.string().min(1).optional(),
  /** What the statement may be about, by code: said only where a certification asks for it. */
  types: z.record(code, z.string().min(1)).optional(),
};

/** Of the text as it was first written, in English: also what it is and what it asks. */
export const originalHead = z.strictObject({
  ...worded,
  language: z.literal('en'),
  /** An `agreement` is part of another act, such as sending an application; the others are made on their own. */
  kind: z.enum(['attestation', 'declaration', 'signature', 'agreement']),
  /** What a declaration asks besides the person's word. */
  asks: z.enum(['percent', 'number']).optional(),
  /** When a declaration is asked; each answers for itself. */
  checked_at: z
    .array(z.enum(['application', 'exam']))
    .min(1)
    .optional(),
});

/** Of a translation: which words it translates, and whether somebody has read them over. */
export const translationHead = z.strictObject({
  ...worded,
  language: language.refine((one) => one !== 'en', 'the English text is no translation'),
  /** The version of the English text: of another one it is no translation, and is not shown. */
  translates: z.string().regex(/^[0-9a-f]{64}$/, 'give the version of the English text, 64 hexadecimal digits'),
  /** `draft`, until somebody whose first language it is has read it: then who and when. */
  review: z.string().min(1),
});

export type StatementKind = z.output<typeof originalHead>['kind'];
/** What is made on its own, and becomes a fact of that kind. */
export type OwnKind = Exclude<StatementKind, 'agreement'>;

/** A text in one language, exactly as it is read. What a person signs is one of these. */
export interface StatementWording {
  readonly language: Language;
  /** sha256 of the whole file: what was signed can be found again word for word. */
  readonly version: string;
  readonly title: string;
  readonly text: string;
  /** The whole file. */
  readonly source: string;
  /** The question for a whole number; null where none is asked. */
  readonly numberLabel: string | null;
  /** Code → words of what it may be about; empty where nothing is to choose. */
  readonly types: Readonly<Record<string, string>>;
  /** Nobody whose first language it is has read it over yet. Never so of the original. */
  readonly isDraft: boolean;
}

/** A text that people attest, declare, agree to or sign: as it was first written, with the translations of exactly that text. */
export interface Statement extends StatementWording {
  readonly code: string;
  readonly kind: StatementKind;
  readonly asksPercent: boolean;
  readonly checkedAt: readonly ('application' | 'exam')[];
  readonly translations: readonly StatementWording[];
}

type Body = Pick<StatementWording, 'text' | 'version' | 'source'>;

/** The text as it was first written, still without translations. */
export function originalOf(head: z.output<typeof originalHead>, body: Body): Statement {
  const { code: name, kind, asks, checked_at: checkedAt = [] } = head;
  const numberLabel = asks === 'number' ? (head.number_label ?? 'How many?') : null;
  const said = { ...wordingOf(head, body), numberLabel, isDraft: false };
  return { ...said, code: name, kind, asksPercent: asks === 'percent', checkedAt, translations: [] };
}

export function translationOf(head: z.output<typeof translationHead>, body: Body): StatementWording {
  return { ...wordingOf(head, body), isDraft: head.review === 'draft' };
}

function wordingOf(
  { language: spoken, title, types = {}, number_label }: z.output<z.ZodObject<typeof worded>>,
  { text, version, source }: Body,
) {
  return { language: spoken, version, title, text, source, numberLabel: number_label ?? null, types };
}

/** What keeps a translation from standing for its original, in words for who writes it; empty where nothing does. */
export function translationFaults(
  original: Statement,
  translates: string,
  translation: StatementWording,
): { readonly key: 'translates' | 'types' | 'number_label'; readonly reason: string }[] {
  const [asked, given] = [original, translation].map(({ types }) => Object.keys(types).toSorted().join(', '));
  const asksNumber = (one: StatementWording) => one.numberLabel !== null;
  return [
    ...(translates === original.version
      ? []
      : [
          {
            key: 'translates' as const,
            reason: `translates an older text: the English one is ${original.version} now; put over what changed, then write that`,
          },
        ]),
    ...(asked === given ? [] : [{ key: 'types' as const, reason: `types: the English text has ${asked || 'none'}` }]),
    ...(asksNumber(original) === asksNumber(translation)
      ? []
      : [{ key: 'number_label' as const, reason: 'number_label: there where the English text asks for a number' }]),
  ];
}

/** As it is read in a language: the translation, where there is one of exactly this text; else the original. */
export function inLanguage(statement: Statement, wished: Language): StatementWording {
  return statement.translations.find((one) => one.language === wished) ?? statement;
}

/** The wording of that version that is in force, the original's or a translation's; undefined for any other. */
export function ofVersion(statement: Statement, version: string): StatementWording | undefined {
  return [statement, ...statement.translations].find((one) => one.version === version);
}

export type TextBlock = { kind: 'heading' | 'paragraph'; text: string } | { kind: 'list'; items: string[] };

/** The text in parts a page can show: headings (`##`), lists (`-`) and paragraphs; lines of one part are joined. */
export function textBlocks(text: string): TextBlock[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('## ')) return { kind: 'heading' as const, text: part.slice(3) };
      if (!part.startsWith('- ')) return { kind: 'paragraph' as const, text: part.replaceAll(/\s*\n\s*/g, ' ') };
      const items = part.split(/\n(?=- )/).map((item) => item.slice(2).replaceAll(/\s*\n\s*/g, ' '));
      return { kind: 'list' as const, items };
    });
}
