import type { RequestContext } from '../../../src/platform/http/request-context.js';
import { formatInstant } from '../../../src/platform/views/helpers/format.js';
import { DIFFICULTIES } from '../domain/item.js';
import { difficultyWords, ENEMY_REASONS, enemyReasons, eventWords, flagsOf, kindWords } from '../domain/item-words.js';
import type { ItemMove } from '../domain/item-state.js';
import type { Comparison } from '../use-cases/compare-versions.js';
import type { OpenItem, VersionLine } from '../use-cases/read-item.js';
import type { ItemChoices } from '../use-cases/read-item-list.js';
import { formOf, rowsFor } from './item-form.js';
import { LIST } from './items.page.js';
import { questionView } from './question.page.js';

/** What each button says; `replace` happens by itself. */
const BUTTONS: Record<Exclude<ItemMove, 'replace'>, { text: string; kind?: 'secondary' | 'plain' }> = {
  hand_in: { text: 'Hand in for review' },
  review: { text: 'Reviewed: it is ready' },
  return: { text: 'Return to the author', kind: 'secondary' },
  pretest: { text: 'Put into pretest' },
  activate: { text: 'Put into use' },
  retire: { text: 'Retire', kind: 'plain' },
};

const BUTTON_ORDER = Object.keys(BUTTONS) as (keyof typeof BUTTONS)[];

/** One item, opened. */
export function itemPage(item: OpenItem, choices: ItemChoices) {
  const { id, number, version, versions, steps, enemies, may, timeZone } = item;
  const domains = new Map(choices.examDomains.map(({ code, title }) => [code, title]));
  const competencies = new Map(choices.competencies.map(({ code, title }) => [code, title]));
  return {
    id,
    title: `Item ${number}, version ${version.number}`,
    number,
    may,
    version: { id: version.id, number: version.number, state: version.state, waiting: version.waiting },
    isNewest: version.id === item.newestVersionId,
    question: questionView(item.content),
    facts: [
      { key: 'Exam domain', value: domains.get(version.examDomain) ?? version.examDomain },
      {
        key: 'Competency',
        value: `${competencies.get(version.competency) ?? version.competency} (${version.competency})`,
      },
      { key: 'Meant to be', value: difficultyWords[version.difficulty] },
      { key: 'Written by', value: `${version.author}, ${formatInstant(version.writtenAt, timeZone)}` },
      { key: 'Times shown', value: String(version.timesShown) },
      { key: 'Statistics', value: statisticWords(version) },
    ],
    moves: BUTTON_ORDER.filter((move) => version.moves.includes(move)).map((move) => {
      return { move, ...BUTTONS[move], hasNote: move === 'return' };
    }),
    columns: [
      { label: 'Version' },
      { label: 'State' },
      { label: 'Written by' },
      { label: 'Times shown', numeric: true },
      { label: 'Differences' },
    ],
    versions: versions.map((one) => ({
      cells: [
        {
          text: `Version ${one.number}`,
          href: `${LIST}/items/${id}?version=${one.id}`,
          note: one.id === version.id ? 'shown above' : undefined,
        },
        { state: one.state, note: one.waiting ? 'waits for review' : undefined },
        { text: one.author, note: formatInstant(one.writtenAt, timeZone) },
        { text: String(one.timesShown) },
        one.number > 1
          ? {
              text: `to version ${one.number - 1}`,
              href: `${LIST}/items/${id}/differences?from=${one.number - 1}&to=${one.number}`,
            }
          : { text: '–' },
      ],
    })),
    steps: steps.toReversed().map(({ version: of, move, by, at, note }) => ({
      title: `Version ${of}: ${eventWords[move]}`,
      when: at.toString(),
      timeZone,
      text: note ? `${by}: ${note}` : by,
    })),
    enemies: enemies.map(({ itemId, itemNumber, reason }) => ({ itemId, itemNumber, reason: enemyReasons[reason] })),
    reasons: ENEMY_REASONS.map((value) => ({ value, label: enemyReasons[value] })),
  };
}

function statisticWords({ statistic }: VersionLine): string | string[] {
  if (!statistic) return 'Shown once 30 people have answered';
  const { p, pointBiserial, responses } = statistic;
  const r = pointBiserial === null ? 'not to be told' : pointBiserial.toFixed(2);
  return [
    `p ${p.toFixed(2)}, corrected point-biserial ${r}, from ${responses} answers`,
    ...flagsOf({ p, pointBiserial }),
  ];
}

export interface ItemFormModel {
  bodies: readonly { id: string; name: string }[];
  choices: ItemChoices;
  /** The item that is edited; a new one without. */
  item?: OpenItem | undefined;
}

/** The form of an item, new or edited; with what was typed, and the question drawn where it was asked to be seen. */
export function itemFormPage(
  { bodies, choices, item }: ItemFormModel,
  form: RequestContext['form'],
  preview?: ReturnType<typeof questionView>,
) {
  const values: Record<string, unknown> = form?.values ?? (item ? startOf(item) : {});
  const used = Object.keys(values).filter((name) => /^sealedOption\d+$/.test(name) && values[name] !== '');
  const highest = Math.max(0, ...used.map((name) => Number(name.slice('sealedOption'.length))));
  return {
    title: item ? `Edit item ${item.number}` : 'Write an item',
    action: item ? `${LIST}/items/${item.id}/versions` : `${LIST}/items`,
    back: item ? { href: `${LIST}/items/${item.id}`, text: `Item ${item.number}` } : { href: LIST, text: 'Exam items' },
    basedOn: item ? (values['basedOn'] ?? item.newestVersionId) : null,
    isInUse: item ? item.versions.some(({ state }) => state === 'pretest' || state === 'active') : false,
    bodies: bodies.map(({ id: value, name: label }) => ({ value, label })),
    bodyId: bodies.length === 1 ? bodies[0]?.id : undefined,
    kinds: Object.entries(kindWords).map(([value, label]) => ({ value, label })),
    difficulties: DIFFICULTIES.map((value) => ({ value, label: difficultyWords[value] })),
    examDomains: choices.examDomains.map(({ code: value, title: label }) => ({ value, label })),
    competencies: choices.competencies.map(({ code: value, title: label }) => ({ value, label })),
    values,
    rows: rowsFor(highest).map((row) => ({
      row,
      letter: 'ABCDEFGHIJ'[row - 1],
      option: `sealedOption${row}`,
      why: `sealedWhy${row}`,
      right: `right${row}`,
      optionValue: values[`sealedOption${row}`],
      whyValue: values[`sealedWhy${row}`],
      rightValue: values[`right${row}`],
    })),
    preview,
  };
}

function startOf({
  content,
  version: { examDomain, competency, difficulty },
  newestVersionId,
}: OpenItem): Record<string, string> {
  return { ...formOf(content), examDomain, competency, difficulty, basedOn: newestVersionId };
}

/** What differs between two versions. */
export function differencesPage({ id, number, from, to, differences }: Comparison, choices: ItemChoices) {
  const titles = (of: readonly { code: string; title: string }[]) =>
    Object.fromEntries(of.map(({ code, title }) => [code, title]));
  /** The parts that are told by code. */
  const words: Record<string, Record<string, string>> = {
    'Exam domain': titles(choices.examDomains),
    Competency: titles(choices.competencies),
    Difficulty: difficultyWords,
    Kind: kindWords,
  };
  const told = (part: string, value: string | null) => (value === null ? '–' : (words[part]?.[value] ?? value));
  return {
    id,
    title: `Item ${number}: version ${from} and version ${to}`,
    number,
    columns: [{ label: 'Part' }, { label: `Version ${from}` }, { label: `Version ${to}` }],
    rows: differences.map(({ part, before, after }) => ({
      cells: [{ text: part }, { text: told(part, before) }, { text: told(part, after) }],
    })),
  };
}
