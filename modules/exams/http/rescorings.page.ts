import { formatCount, formatInstant } from '../../../src/platform/views/helpers/format.js';
import {
  previewGroups,
  type Figures,
  type PreviewGroup,
  type RescoreOutcome,
} from '../domain/rescoring/compare-results.js';
import { rulings } from '../domain/rescoring/ruling.js';
import { lastDay } from '../use-cases/decide-pass.js';
import type { Preview, PreviewLine } from '../use-cases/preview-rescore.js';
import type { RescorableItem } from '../use-cases/propose-rescore.js';
import type { OpenRescoreReasons, ReadRescores, RescoreReading } from '../use-cases/read-rescores.js';
import { choices, keysTold, questionOf } from './remarks.page.js';
import { itemsOf, movesPlot, movesTable } from './rescore-figures.js';

export const RESCORINGS = '/desk/exams/rescorings';
const PAGE = 100;

export function rescoringsPage({ rescores, mayPropose }: Awaited<ReturnType<ReadRescores['list']>>) {
  return {
    mayPropose,
    title: 'Rescoring',
    columns: [
      { label: 'Item' },
      { label: 'Ruling' },
      { label: 'Forms' },
      { label: 'Proposed' },
      { label: 'How it stands' },
    ],
    rows: rescores.map((one) => ({
      cells: [
        {
          text: one.item ? `Item\u00a0${one.item.itemNumber}.${one.item.versionNumber}` : one.id,
          href: `${RESCORINGS}/${one.id}`,
        },
        { text: rulings[one.ruling] },
        { text: one.formId ? 'One form' : 'Every form with it' },
        { text: formatInstant(one.proposedAt, one.timeZone) },
        {
          text: standOf(one, one.timeZone),
          note: one.openPasses > 0 ? `${formatCount(one.openPasses, 'pass', 'passes')} to decide` : undefined,
        },
      ],
    })),
  };
}

function standOf({ approvedAt, declinedAt, appliedAt }: RescoreReading['rescore'], timeZone: string): string {
  if (declinedAt) return 'Not carried out';
  if (appliedAt) return `Carried out ${formatInstant(appliedAt, timeZone)}`;
  return approvedAt ? 'Approved; sittings are being scored again' : 'Waits for a second person';
}

export function newRescorePage(
  { item, forms, decided }: RescorableItem,
  about: { versionId?: string | undefined; remarkId?: string | undefined },
) {
  const number = `${item.itemNumber}.${item.versionNumber}`;
  return {
    title: `Rescore item ${number}`,
    about: { versionId: item.versionId, remarkId: about.remarkId },
    question: questionOf(item.content),
    decided: decided && { text: rulings[decided.ruling], keys: keysTold(decided.keys).join(' or ') },
    rulings: choices(rulings),
    forms: [
      {
        value: '',
        label: forms.length === 1 ? 'The one form that holds it' : `All ${forms.length} forms that hold it`,
      },
      ...(forms.length === 1
        ? []
        : forms.map(({ id, exam, number: form }) => ({ value: id, label: `Only ${exam}, form ${form}` }))),
    ],
  };
}

/** Which people of a preview stand on the page: one group, a hundred at a time. */
export function shownPart({ preview }: RescoreReading, query: Record<string, string | undefined>) {
  const asked = query['group'];
  const first = preview && groups(preview).find(({ people }) => people > 0)?.group;
  const group = asked && asked in previewGroups ? (asked as PreviewGroup) : (first ?? 'would_pass');
  const all = preview?.lines.filter((line) => line.group === group) ?? [];
  const page = /^[1-9]\d{0,4}$/.test(query['page'] ?? '') ? Number(query['page']) : 1;
  return { group, page, total: all.length, lines: all.slice((page - 1) * PAGE, page * PAGE) };
}

function groups({ counts }: Preview) {
  return (Object.keys(previewGroups) as PreviewGroup[]).map((group) => ({ group, people: counts[group] }));
}

export function rescorePage(
  reading: RescoreReading,
  part: ReturnType<typeof shownPart>,
  numbers: ReadonlyMap<string, string>,
) {
  const { rescore, item, forms, preview, may, timeZone } = reading;
  const id = rescore.id;
  return {
    title: `Rescore of item ${item.itemNumber}.${item.versionNumber}`,
    id,
    facts: [
      { key: 'Ruling', value: rulings[rescore.ruling] },
      { key: 'Forms', value: forms.map(({ exam, number }) => `${exam}, form ${number}`) },
      { key: 'Follows from', value: rescore.remarkId ? 'A challenge that was upheld' : 'Figures of the item' },
      { key: 'Proposed', value: formatInstant(rescore.proposedAt, timeZone) },
      { key: 'How it stands', value: standOf(rescore, timeZone) },
    ],
    may,
    preview: preview && previewView(preview, { id, part, numbers }),
    cuts: cutTable(reading),
    found: rescore.approvedAt && foundTable(reading),
    kept: reading.kept.map((one) => keptView(one, numbers, timeZone)),
    undecided:
      may.openReasons &&
      reading.kept.flatMap(({ sittingId, personId, decision }) =>
        decision ? [] : { value: sittingId, label: numbers.get(personId) ?? 'Unknown' },
      ),
  };
}

function previewView(
  preview: Preview,
  { id, part, numbers }: { id: string; part: ReturnType<typeof shownPart>; numbers: ReadonlyMap<string, string> },
) {
  const href = (group: string, page = 1) =>
    `${RESCORINGS}/${id}?group=${group}${page > 1 ? `&page=${page}` : ''}#people`;
  const pages = Math.ceil(part.total / PAGE);
  return {
    sittings: preview.lines.length,
    losing: preview.counts.would_not_pass,
    stats: groups(preview).map(({ group, people }) => {
      return {
        value: String(people),
        label: previewGroups[group].toLowerCase(),
        href: people > 0 ? href(group) : undefined,
      };
    }),
    plot: preview.moves.some(({ points }) => points !== 0) && movesPlot(preview.moves),
    moves: movesTable(preview.moves),
    group: previewGroups[part.group],
    pageWords: pages > 1 ? `Page ${part.page} of ${pages}` : null,
    newer: part.page > 1 && href(part.group, part.page - 1),
    older: part.page < pages && href(part.group, part.page + 1),
    columns: FIGURES,
    rows: part.lines.map((line) => ({
      cells: [{ text: numbers.get(line.personId) ?? 'Unknown' }, { text: line.form }, ...figureCells(line)],
    })),
  };
}

const FIGURES = [
  { label: 'Candidate' },
  { label: 'Form' },
  { label: 'Items before', numeric: true },
  { label: 'Items after', numeric: true },
  { label: 'Score before', numeric: true },
  { label: 'Score after', numeric: true },
];

function figureCells({ before, after }: { before: Figures; after: Figures }) {
  return [itemsOf(before), itemsOf(after), String(before.scaledScore), String(after.scaledScore)].map((text) => ({
    text,
  }));
}

/** How the cut of each form is and would be: the study's own for the items that are counted. */
function cutTable({ preview, keyed, forms }: RescoreReading) {
  const cut = ({
    numerator,
    denominator,
    scoredItems,
  }: {
    numerator: number;
    denominator: number;
    scoredItems: number;
  }) => `${(numerator / denominator).toFixed(2)} of ${scoredItems}`;
  const rows = preview
    ? preview.forms.map(({ form, before, after }) => [form, cut(before), cut(after)])
    : forms.flatMap((form) => {
        const own = keyed.find(({ formId }) => formId === form.id);
        const made = { numerator: form.cutNumerator, denominator: form.cutDenominator, scoredItems: form.scoredItems };
        if (!own) return [];
        const after = { numerator: own.cutNumerator, denominator: own.cutDenominator, scoredItems: own.scoredItems };
        return [[`${form.exam}, form ${form.number}`, cut(made), cut(after)]];
      });
  return {
    columns: [
      { label: 'Form' },
      { label: preview ? 'Cut now' : 'Cut as drawn', numeric: true },
      { label: preview ? 'Cut after' : 'Cut by this rescore', numeric: true },
    ],
    rows: rows.map((row) => ({ cells: row.map((text) => ({ text })) })),
  };
}

const outcomeWords: Record<RescoreOutcome, string> = {
  passes_now: 'Passes now',
  raised: 'A higher score, told by letter',
  same: 'The same score',
  score_kept: 'The score would be lower, and stays',
  pass_kept: 'Would not pass, and keeps the pass',
};

function foundTable({ found }: RescoreReading) {
  const order = Object.keys(outcomeWords) as RescoreOutcome[];
  return {
    columns: [{ label: 'What came of it' }, { label: 'Sittings', numeric: true }],
    rows: order.map((outcome) => {
      const sittings = found.find((one) => one.outcome === outcome)?.sittings ?? 0;
      return { cells: [{ text: outcomeWords[outcome] }, { text: String(sittings) }] };
    }),
  };
}

function keptView(
  { personId, before, after, decision }: RescoreReading['kept'][number],
  numbers: ReadonlyMap<string, string>,
  timeZone: string,
) {
  return {
    number: numbers.get(personId) ?? 'Unknown',
    figures: `${itemsOf(before)} and ${before.scaledScore} before; ${itemsOf(after)} and ${after.scaledScore} by the new key.`,
    decision: decision && {
      id: decision.id,
      isOpen: decision.outcome === null,
      mayWithdraw: decision.mayWithdraw,
      until: lastDay(decision.answerUntil, timeZone),
      text: decision.outcome === 'withdrawn' ? 'The pass was taken back.' : 'The pass stays.',
    },
  };
}

export function reasonsPage({ rescore, keys, reasons, passes }: Awaited<ReturnType<OpenRescoreReasons['execute']>>) {
  return {
    title: 'Key and reasons of a rescore',
    id: rescore.id,
    facts: [
      { key: 'Ruling', value: rulings[rescore.ruling] },
      {
        key: keys.length > 1 ? 'Keys' : 'Key',
        value: keys.length > 0 ? keysTold(keys) : 'None: the item is not counted',
      },
      { key: 'Reasons', value: reasons.split('\n') },
    ],
    passes: passes.map((one) => ({ reasons: one.reasons, answers: one.answers })),
  };
}

/** A rescore for a program: people by number, no ruled key. */
export function rescoreTold(
  { rescore, item, keyed, preview, found, kept }: RescoreReading,
  numbers: ReadonlyMap<string, string>,
) {
  const { secretId: _secret, ...told } = rescore;
  const figures = ({
    sittingId,
    personId,
    before,
    after,
  }: Pick<PreviewLine, 'sittingId' | 'personId' | 'before' | 'after'>) => ({
    sittingId,
    candidate: numbers.get(personId) ?? null,
    before: figuresTold(before),
    after: figuresTold(after),
  });
  return {
    ...told,
    item,
    forms: keyed,
    preview: preview && {
      ...preview,
      lines: preview.lines.map((line) => ({ ...figures(line), form: line.form, group: line.group })),
    },
    found,
    passesKept: kept.map((one) => ({
      ...figures(one),
      decision: one.decision && {
        id: one.decision.id,
        answerUntil: one.decision.answerUntil,
        outcome: one.decision.outcome,
      },
    })),
  };
}

function figuresTold({ earnedParts, possibleParts, scaledScore, passed }: Figures): Figures {
  return { earnedParts, possibleParts, scaledScore, passed };
}
