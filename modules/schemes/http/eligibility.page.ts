import { Temporal } from 'temporal-polyfill';
import { formatMinutes } from '../../../src/kernel/minutes.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import type { Clause, ClauseState, EligibilityTree, EvidenceRef, NotCounted } from '../domain/eligibility-tree.js';
import type { OwnEligibility } from '../use-cases/read-own-eligibility.js';
import { clauseWords } from '../use-cases/wording-file.js';
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
 * page that is being made. Dates as ISO text.
 */
export function eligibilityView(tree: EligibilityTree): EligibilityView {
  const clauses = tree.clauses.map(clauseView);
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

function clauseView(clause: Clause): ClauseView {
  const { id, title, state, have, need, unit, reasons } = clause;
  return {
    id,
    title: inPageWords(title),
    state,
    // A share is told in words; a bar towards 51 percent would say nothing.
    ...(unit !== 'percent' && { have, need, unit }),
    reasons: reasons.map(inPageWords),
    counted: inLines(clause.counted, (ref) => ({ text: evidenceText(ref), note: timeOf(ref) })),
    notCounted: inLines(clause.notCounted, ({ ref, reason }: NotCounted) => ({
      text: evidenceText(ref),
      reason: inPageWords(reason),
    })),
    children: clause.children.map(clauseView),
  };
}

function inLines<T>(items: readonly T[], line: (item: T) => EvidenceLine): EvidenceLine[] {
  const shown = items.slice(-LINES_SHOWN).reverse().map(line);
  const more = items.length - shown.length;
  return more > 0 ? [...shown, { text: say`and ${more} more`, reason: '' }] : shown;
}

/** What the evaluator says, as it is kept with decisions: in English, and here in the words of the page. */
export function inPageWords(english: string): string {
  const language = pageLanguage();
  return language === 'en' ? english : (clauseWords(language)(english) ?? english);
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
