import { LANGUAGES } from '../../../src/kernel/languages.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { inLanguage, type StatementWording } from '../domain/statement.js';
import type { Choice } from '../use-cases/read-form-choices.js';
import type { SignedText, SignedTextDetail } from '../use-cases/read-signed-texts.js';
import type { MadeStatement, StatementReading } from '../use-cases/read-statements.js';
import { addressOf, NOTHING_ASKED, type Asked } from './asked.js';
import { bodyChoice } from './body-choice.js';
import { agreementToSign, textToSign, wordsOf } from './text-to-sign.js';

const CHECKPOINTS: Record<string, string> = { application: 'when you apply', exam: 'when you take the exam' };

/** A text as a task of the list of evidence. */
export function statementTask(statement: StatementReading) {
  const { code, checkedAt, made } = statement;
  const points = checkedAt.length > 0 ? checkedAt : [null];
  const done = points.filter((point) => made.some((one) => one.checkedAt === point)).length;
  const last = made.at(-1);
  return {
    title: inLanguage(statement, pageLanguage()).title,
    href: `/evidence/statements/${code}`,
    status: done === points.length ? 'completed' : done > 0 ? 'in-progress' : 'not-started',
    ...(done === 0 && { statusLabel: say`Not yet signed` }),
    ...(last && { hint: say`Last on ${formatDate(last.on, pageLanguage())} · ${LANGUAGES[last.language]}` }),
  };
}

/** What was agreed to as a part of other acts. */
export function agreedLine({ id, code, language, on }: SignedText) {
  const parts = [formatDate(on, pageLanguage()), LANGUAGES[language]];
  return { title: agreementToSign(code).title, text: parts.join(' · '), href: `/evidence/signed-texts/${id}` };
}

/**
 * A text to read and to say yes to, in the language of the page where there is a translation of exactly this text; the English one
 * then stands on the same page. What is read is what is signed.
 * @param asked what a clause of somebody's rules asks for
 */
export function statementPage(statement: StatementReading, bodies: readonly Choice[], asked: Asked = NOTHING_ASKED) {
  const { code, kind, asksPercent, checkedAt, made } = statement;
  const read = inLanguage(statement, pageLanguage());
  const fitting = typesOf(read, asked);
  const isTypeAsked = asked.types.length > 0;
  return {
    title: read.title,
    text: textToSign(statement),
    action: `/evidence/statements/${code}${addressOf(asked)}`,
    asksPercent,
    numberLabel: read.numberLabel,
    types: fitting.length === 1 && isTypeAsked ? [] : fitting,
    isTypeAsked,
    onlyType: fitting.length === 1 && isTypeAsked ? fitting[0] : null,
    points: checkedAt.map((point) => ({ value: point, label: capital(sayWord(CHECKPOINTS[point] ?? point)) })),
    ...bodyChoice(bodies, asked),
    form: { values: { checkedAt: checkedAt.find((point) => point === asked.at) } },
    isSignature: kind === 'signature',
    button: {
      attestation: say`Make this statement`,
      declaration: say`Make this declaration`,
      signature: say`Sign`,
    }[kind],
    made: made.map(madeLine),
    back: asked.from && { href: asked.from },
  };
}

/** What somebody signed, word for word; of a translation the English text too. */
export function signedTextPage({ title, language, on, isOwn, person, signedName, text, original }: SignedTextDetail) {
  return {
    title: text.title ?? title,
    language: text.language,
    isOwn,
    rows: [
      { key: say`Who`, value: isOwn ? person.name : `${person.name}, ${person.number}` },
      ...(signedName === null ? [] : [{ key: say`Signed as`, value: signedName }]),
      { key: say`When`, value: formatDate(on, pageLanguage()) },
      { key: say`Read and signed in`, value: LANGUAGES[language] },
      { key: say`Version of the text`, value: text.version },
      ...(original ? [{ key: say`Version of the English text`, value: original.version }] : []),
    ],
    words: wordsOf(text),
    original: original && { title: original.title ?? title, words: wordsOf(original) },
  };
}

function madeLine({ id, on, language, percent, checkedAt }: MadeStatement) {
  const parts = [
    formatDate(on, pageLanguage()),
    checkedAt && sayWord(CHECKPOINTS[checkedAt] ?? checkedAt),
    percent !== null && say`${percent} percent`,
    LANGUAGES[language],
  ];
  return { text: parts.filter(Boolean).join(', '), href: `/evidence/signed-texts/${id}` };
}

/** Of a clause that names a variant, those; of one that names none, nothing is asked; without a clause, all of them. */
function typesOf({ types }: StatementWording, asked: Asked): Choice[] {
  const all = Object.entries(types).map(([value, label]) => ({ value, label }));
  if (asked.types.length > 0) return all.filter(({ value }) => asked.types.includes(value));
  return asked.bodyId ? [] : all;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
