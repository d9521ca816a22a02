import { pageLinks, type Page } from '../../../src/platform/http/paging.js';
import { formatInstant } from '../../../src/platform/views/helpers/format.js';
import { decimal, rawCutOf } from '../domain/angoff.js';
import type { BankItem } from '../domain/item.js';
import { studyWords, type StudyMove } from '../domain/study-state.js';
import type { Judging } from '../use-cases/judge-items.js';
import type { StudyLine, StudyView } from '../use-cases/read-studies.js';
import { questionView } from './question.page.js';

export const STUDIES = '/desk/item-bank/studies';

const BUTTONS: Record<StudyMove, { text: string; hint: string; kind?: 'secondary' | 'plain' }> = {
  open: { text: 'Open the first round', hint: 'Each judge gets a letter. The items can no longer be changed.' },
  next_round: {
    text: 'Open the second round',
    hint: 'Judges see their first estimates and those of all without names, and estimate again.',
  },
  close: {
    text: 'Close the study',
    hint: 'The cut score is computed and frozen. Nobody sees the items here any more.',
  },
  stop: { text: 'Stop the study', hint: 'No cut score comes of it.', kind: 'plain' },
};

const called = ({ itemNumber, versionNumber }: Pick<BankItem, 'itemNumber' | 'versionNumber'>): string =>
  `${itemNumber}.${versionNumber}`;

export function studiesPage({ rows, next }: Page<StudyLine>, after: string | undefined) {
  return {
    title: 'Cut score studies',
    studies: rows.map(({ id, title, rounds, state, stateSince, body }) => ({
      href: `${STUDIES}/${id}`,
      title,
      state,
      label: studyWords[state],
      rounds,
      body: body.name,
      since: formatInstant(stateSince, body.timeZone),
    })),
    links: pageLinks(STUDIES, {}, { after, next }),
  };
}

/** The form of a new study: one for each body, since its items are one body's. */
export function newStudyPage(
  bodies: readonly { id: string; name: string; items: BankItem[] }[],
  domains: ReadonlyMap<string, string>,
) {
  return {
    title: 'Prepare a study',
    bodies: bodies.map(({ id, name, items }) => ({
      id,
      name,
      items: items.map(({ versionId: value, examDomain, difficulty, state, ...item }) => ({
        value,
        label: `Item ${called(item)}`,
        hint: `${domains.get(examDomain) ?? examDomain}, ${difficulty}, ${state}`,
      })),
    })),
  };
}

/** One study for who leads it. */
export function studyPage(study: StudyView) {
  const { id, title, state, rounds, items, judges, candidates, steps, moves, outcome, body } = study;
  const words: Record<StudyMove, string> = {
    open: 'First round opened',
    next_round: 'Second round opened',
    close: 'Closed',
    stop: 'Stopped',
  };
  return {
    id,
    title,
    state,
    label: studyWords[state],
    facts: [
      { key: 'Certifying body', value: body.name },
      { key: 'Rounds', value: String(rounds) },
      { key: 'Items', value: String(items.length) },
    ],
    items: items.map((item) => called(item)).join(', '),
    judges: judges.map((judge) => ({ ...judge, of: items.length, mayExcuse: !judge.excused && moves.length > 0 })),
    candidates: candidates.map(({ id: value, name: label }) => ({ value, label })),
    moves: moves.map((move) => ({ move, ...BUTTONS[move] })),
    steps: steps.map(({ move, by: text, at }) => ({
      title: words[move],
      when: at.toString(),
      timeZone: body.timeZone,
      text,
    })),
    cut: outcome && cutWords(outcome.cut, items.length),
  };
}

function cutWords(cut: NonNullable<StudyView['outcome']>['cut'], items: number) {
  const { numerator, denominator, standardError } = cut;
  return {
    exact: denominator === 1 ? String(numerator) : `${numerator}/${denominator}`,
    text: decimal(numerator, denominator, 2),
    raw: rawCutOf(cut),
    percent: decimal(numerator * 100, denominator * items, 1),
    standardError: standardError === null ? null : standardError.toFixed(2),
  };
}

/** The document of a closed study, for the file of the body. */
export function studyDocumentPage(
  study: StudyView & { outcome: NonNullable<StudyView['outcome']> },
  domains: ReadonlyMap<string, string>,
) {
  const { id, title, body, rounds, steps, outcome } = study;
  const { items, judges, cut, names, hash, closedAt, closedBy } = outcome;
  const opened = steps.find(({ move }) => move === 'open');
  return {
    id,
    title,
    body: body.name,
    cut: cutWords(cut, items.length),
    facts: [
      { key: 'Certifying body', value: body.name },
      { key: 'Method', value: `Modified Angoff, ${rounds === 1 ? 'one round' : 'two rounds; the second counts'}` },
      { key: 'Opened', value: opened ? `${formatInstant(opened.at, body.timeZone)}, ${opened.by}` : '' },
      { key: 'Closed', value: `${formatInstant(closedAt, body.timeZone)}, ${closedBy}` },
      { key: 'Judges', value: judges.map(({ judgeId }) => names.get(judgeId) ?? '') },
      { key: 'Items', value: String(items.length) },
      { key: 'Fingerprint of this record', value: hash },
    ],
    judgeColumns: [{ label: 'Judge' }, { label: 'Own cut score, in items', numeric: true }],
    judges: judges.map(({ judgeId, hundredths }) => ({
      cells: [{ text: names.get(judgeId) ?? '' }, { text: decimal(hundredths, 100, 2) }],
    })),
    itemColumns: ['Item', 'Exam domain', 'Mean, percent', 'Lowest', 'Highest'].map((label, at) => ({
      label,
      numeric: at > 1,
    })),
    items: items.map(({ examDomain, sum, count, lowest, highest, ...item }) => ({
      cells: [
        { text: `Item ${called(item)}` },
        { text: domains.get(examDomain) ?? examDomain },
        { text: decimal(sum, count, 2) },
        { text: String(lowest) },
        { text: String(highest) },
      ],
    })),
  };
}

/** The items of a study for one judge. */
export function judgingPage({ id, title, round, rounds, items }: Judging) {
  return {
    id,
    title,
    round,
    rounds,
    given: items.filter(({ own }) => own !== null).length,
    total: items.length,
    items: items.map(({ head, content, own, before }) => ({
      name: estimateField(head.versionId),
      number: called(head),
      question: questionView(content),
      own: own ?? undefined,
      hint: before && beforeWords(before),
    })),
  };
}

export const estimateField = (versionId: string): string => `percent.${versionId}`;

function beforeWords({ own, all }: NonNullable<Judging['items'][number]['before']>): string {
  const mine = own === null ? '' : `You said ${own} in the first round. `;
  return all ? `${mine}The mean was ${decimal(all.sum, all.count, 1)}, from ${all.lowest} to ${all.highest}.` : mine;
}
