import { Temporal } from 'temporal-polyfill';
import { formatMinutes } from '../../../src/kernel/minutes.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import type { Clause, ClauseState, EligibilityTree, EvidenceRef, NotCounted } from '../domain/eligibility-tree.js';
import type { OwnEligibility } from '../use-cases/read-own-eligibility.js';
import { clauseWords } from '../use-cases/wording-file.js';
import { placeOf, type ClausePlace, type PlacesBy } from './clause-place.js';
import { stageWords } from './stage-words.js';

/** A long list says less than its latest lines and how many there are. */
const LINES_SHOWN = 8;

interface EvidenceLine {
  readonly text: string;
  readonly note?: string;
  readonly reason?: string;
}

/** A clause as the `requirement` component takes it. */
export interface ClauseView {
  readonly id: string;
  readonly title: string;
  readonly state: ClauseState;
  readonly have?: number;
  readonly need?: number;
  readonly unit?: 'minutes' | 'items' | 'score';
  readonly reasons: readonly string[];
  readonly counted: readonly EvidenceLine[];
  readonly notCounted: readonly EvidenceLine[];
  readonly children: readonly ClauseView[];
  /** Where the person works on it; for their own pages, while it is still needed. */
  readonly place?: ClausePlace;
  /** A part that asks for nothing of its own: what it has counts towards the whole. */
  readonly asksNothing?: boolean;
}

export interface EligibilityView {
  readonly met: boolean;
  readonly onDate: string;
  /** Absent when everything is met, when nothing but the person's own work stands before it, or when the rules leave no way. */
  readonly earliestOn?: string;
  readonly noWay: boolean;
  /** Whole clauses, parts not counted. */
  readonly done: number;
  readonly of: number;
  readonly doneClauses: readonly ClauseView[];
  readonly nextClauses: readonly ClauseView[];
}

/**
 * The tree for a page, a reviewer's sheet or a letter: what is done, what is next, by which evidence, in the language of the
 * page that is being made. Dates of its own as ISO text, those within sentences in words.
 *
 * @param places for the page of the person themselves: what is still needed leads to where it is done
 */
export function eligibilityView(tree: EligibilityTree, places?: PlacesBy): EligibilityView {
  const clauses = tree.clauses.map((clause) => clauseView(clause, places));
  const doneClauses = clauses.filter(({ state }) => state !== 'still_needed');
  const earliestOn = tree.earliestOn?.toString();
  const onDate = tree.onDate.toString();
  return {
    met: tree.met,
    onDate,
    ...(!tree.met && earliestOn !== undefined && earliestOn > onDate && { earliestOn }),
    noWay: !tree.met && tree.earliestOn === null,
    done: doneClauses.length,
    of: clauses.length,
    doneClauses,
    nextClauses: clauses.filter(({ state }) => state === 'still_needed'),
  };
}

/** Of a scheme with several stages: what is held until when, which one the page is about, and the way to the others. */
export function stagesView({ stages, scheme, tree }: OwnEligibility) {
  if (!stages) return null;
  const { asked, all, held } = stages;
  const expiresOn = held?.expiresOn ?? null;
  return {
    asked: stageWords(asked),
    held: held && {
      stage: stageWords(held.stage),
      expiresOn: expiresOn?.toString(),
      isOver: expiresOn !== null && Temporal.PlainDate.compare(expiresOn, tree.onDate) < 0,
      isAsked: held.stage === asked,
    },
    others: all
      .filter((code) => code !== asked)
      .map((code) => ({
        text: stageWords(code),
        href: `/eligibility/${scheme.code}?${new URLSearchParams({ body: scheme.bodyId, stage: code }).toString()}`,
      })),
  };
}

function clauseView(clause: Clause, places?: PlacesBy): ClauseView {
  const { id, title, state, have, need, unit, reasons } = clause;
  const place = places && state === 'still_needed' ? placeOf(clause, places) : null;
  return {
    id,
    title: inPageWords(title),
    state,
    ...(isCounted(clause) && { have, need, unit: unit as ClauseView['unit'] }),
    reasons: reasons.map(inPageWords),
    counted: inLines(clause.counted, (ref) => ({ text: evidenceText(ref), note: timeOf(ref) })),
    notCounted: inLines(clause.notCounted, ({ ref, reason }: NotCounted) => ({
      text: evidenceText(ref),
      reason: inPageWords(reason),
    })),
    children: clause.children.map((part) => ({ ...clauseView(part, places), ...(asksNothing(part) && FREE) })),
    ...(place && { place }),
  };
}

const FREE = { asksNothing: true } as const;

/** A share is told in words, since a bar towards 51 percent would say nothing; and nobody has points before they sat an exam. */
function isCounted({ unit, counted, notCounted }: Clause): boolean {
  return unit !== 'percent' && !(unit === 'score' && counted.length + notCounted.length === 0);
}

function asksNothing({ need, state, children }: Clause): boolean {
  return need === 0 && state === 'met' && children.length === 0;
}

function inLines<T>(items: readonly T[], line: (item: T) => EvidenceLine): EvidenceLine[] {
  const shown = items.slice(-LINES_SHOWN).reverse().map(line);
  const more = items.length - shown.length;
  return more > 0 ? [...shown, { text: say`and ${more} more`, reason: '' }] : shown;
}

const ISO_DATE = /\b\d{4}-\d{2}-\d{2}\b/g;

/** What the evaluator says, as it is kept with decisions: in English with dates as ISO text, and here in the words of the page. */
export function inPageWords(english: string): string {
  const language = pageLanguage();
  const words = language === 'en' ? english : (clauseWords(language)(english) ?? english);
  return words.replaceAll(ISO_DATE, (day) => formatDate(day, language));
}

const KIND_WORDS: Record<EvidenceRef['kind'], string> = {
  training: 'Training',
  practice: 'Practice',
  supervision: 'Supervision',
  exam: 'Exam',
  document: 'Document',
  signature: 'Signature',
  attestation: 'Your statement',
  declaration: 'Your declaration',
  background_check: 'Background check',
  continuing_education: 'Continuing education',
  credential_event: 'Credential',
  waiver: 'Waiver',
  retraction: 'Taken back',
};

function evidenceText({ kind, occurredOn }: EvidenceRef): string {
  return `${sayWord(KIND_WORDS[kind])}, ${formatDate(occurredOn, pageLanguage())}`;
}

function timeOf({ minutes }: EvidenceRef): string | undefined {
  return minutes === null ? undefined : formatMinutes(minutes);
}
