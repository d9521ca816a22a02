import { formatInstant } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { notUpheldReasons, remarkKinds, upheldWords } from '../domain/rescoring/remarks.js';
import { rulings, type Key } from '../domain/rescoring/ruling.js';
import type { OwnRemarks } from '../use-cases/read-own-remarks.js';
import type { OpenRemark, Remark, RemarkInQueue } from '../use-cases/remark-desk.js';

export const REMARKS = '/desk/exams/remarks';

/** What a candidate may know of a decision: what came of it and why, by code. */
export function decisionTold(decision: Remark['decision']) {
  if (!decision) return null;
  const { outcome, ruling, reason, decidedAt } = decision;
  return { outcome, ruling, reason, decidedAt };
}

/** A remark for a program, without its words. */
export function remarkTold(remark: Remark | RemarkInQueue) {
  const { id, bodyId, sittingId, kind, place, versionId, createdAt, decision } = remark;
  return { id, bodyId, sittingId, kind, place, versionId, createdAt, decision: decisionTold(decision) };
}

export function ownRemarksPage({ sittingId, title, timeZone, until, isOpen, remarks, answerUntil }: OwnRemarks) {
  return {
    title: say`Challenge a question, or comment on the exam`,
    exam: title,
    sittingId,
    until,
    isOpen,
    answerUntil,
    remarks: remarks.map(({ kind, place, createdAt, decision }) => ({
      title: place === null ? sayWord(remarkKinds[kind]) : say`Challenge of question ${place}`,
      whenText: formatInstant(createdAt, timeZone, pageLanguage()),
      text: decision
        ? decidedWords(decision)
        : kind === 'challenge'
          ? say`Waits for a decision.`
          : say`With your certifying body.`,
    })),
  };
}

function decidedWords({ ruling, reason }: NonNullable<Remark['decision']>): string {
  if (ruling) return say`Upheld. ${sayWord(upheldWords[ruling])}`;
  return reason ? say`Not upheld. ${sayWord(notUpheldReasons[reason])}` : '';
}

export function remarksPage(remarks: readonly RemarkInQueue[]) {
  const waits = remarks.filter(({ kind, decision }) => kind === 'challenge' && !decision).length;
  return {
    title: 'Challenges and comments',
    waits,
    columns: [{ label: 'What' }, { label: 'Exam' }, { label: 'Written' }, { label: 'How it stands' }],
    rows: remarks.map((one) => ({
      cells: [
        {
          text: one.place === null ? remarkKinds[one.kind] : `Challenge of question ${one.place}`,
          href: `${REMARKS}/${one.id}`,
        },
        { text: one.exam },
        { text: formatInstant(one.createdAt, one.timeZone) },
        { text: standOf(one) },
      ],
    })),
  };
}

function standOf({ kind, decision, readAt, timeZone }: RemarkInQueue): string {
  if (decision) return decision.outcome === 'upheld' ? 'Upheld' : 'Not upheld';
  if (kind === 'challenge') return 'Waits for a decision';
  return readAt ? `Read ${formatInstant(readAt, timeZone)}` : 'Not read yet';
}

export function remarkPage({ remark, words, item, decided, mayDecide, mayPropose, readings }: OpenRemark) {
  const { id, kind, place, createdAt, timeZone, decision } = remark;
  return {
    title: place === null ? remarkKinds[kind] : `Challenge of question ${place}`,
    id,
    createdAt,
    timeZone,
    paragraphs: words.split(/\n{2,}/),
    isChallenge: kind === 'challenge',
    item: item && {
      number: `${item.itemNumber}.${item.versionNumber}`,
      ...questionOf(item.content),
      href: `/desk/item-bank/items/${item.itemId}`,
    },
    mayDecide,
    readings: readings.map(({ name, at }) => ({ title: name, whenText: formatInstant(at, timeZone) })),
    proposeHref: mayPropose && `/desk/exams/rescorings/new?remark=${id}`,
    decision: decision && {
      ...decision,
      text: decidedWords(decision),
      keys: decided && keysTold(decided.keys).join(' or '),
      reasons: decided?.reasons,
    },
    rulings: choices(rulings),
    reasons: choices(notUpheldReasons),
  };
}

/** An item for those who look after it: the question, its key, its reasons. */
export function questionOf(content: NonNullable<OpenRemark['item']>['content']) {
  const isOrdering = content.kind === 'ordering';
  return {
    scenario: content.scenario?.split(/\n{2,}/) ?? [],
    stem: content.stem,
    isSingle: content.kind === 'single',
    options: content.options
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ key, text, rationale, correct, position }) => ({
        value: key,
        label: `${key}: ${text}`,
        key,
        text,
        rationale,
        isRight: correct === true,
        mark: isOrdering ? `Place ${position}` : correct ? 'Right' : 'Not right',
      })),
    references: content.references ?? [],
    keysHint: keysHint(content),
  };
}

/** How several whole answers are typed: one that they can be compared with, the key that the item has. */
function keysHint({ kind, options }: NonNullable<OpenRemark['item']>['content']): string {
  const own =
    kind === 'ordering'
      ? options.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
      : options.filter(({ correct }) => correct);
  const letters = own.map(({ key }) => key).join(' ');
  const what = kind === 'ordering' ? 'all letters in their order' : 'the letters that belong to it';
  return `One on each line, ${what}. By now it is: ${letters}. Leave it empty where the item is not counted.`;
}

/** Whole right answers, the letters of each with a space between: as they are given, too. */
export function keysTold(keys: readonly Key[]): string[] {
  return keys.map((key) => key.join(' '));
}

export function choices(words: Record<string, string>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
