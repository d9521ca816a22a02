import { pageLinks } from '../../../src/platform/http/paging.js';
import { formatInstant } from '../../../src/platform/views/helpers/format.js';
import type { BankItem } from '../../item-bank/item-bank.public.js';
import type { FormStatistics, ItemStatistics } from '../domain/statistics/form-statistics.js';
import { formFlagWords, ITEM_FLAGS_TO_LOOK_AT, itemFlagNames,
  itemFlagWords, SETTLED_FROM, SHOWN_FROM, weightOf } from '../domain/statistics/flags.js'; // prettier-ignore
import type { ReadFormStatistics } from '../use-cases/form-statistics-desk.js';
import { itemMap, scoreDistribution } from './statistics-plots.js';

export const STATISTICS = '/desk/exams/statistics';

/** Forms that somebody has sat. */
export function statisticsListPage(
  { rows: forms, next }: Awaited<ReturnType<ReadFormStatistics['list']>>,
  after?: string,
) {
  return {
    pages: pageLinks(STATISTICS, {}, { after, next }),
    title: 'Statistics of exam forms',
    columns: [
      { label: 'Form' },
      { label: 'Body' },
      { label: 'Sittings finished', numeric: true },
      { label: 'Worked out' },
    ],
    rows: forms.map(({ id, exam, number, body, sittings, recordedAt, timeZone }) => ({
      cells: [
        { text: `${exam}, form ${number}`, href: `${STATISTICS}/${id}` },
        { text: body },
        { text: String(sittings) },
        { text: recordedAt ? formatInstant(recordedAt, timeZone) : 'Not yet' },
      ],
    })),
  };
}

/**
 * One form as a measure, or why its figures are not shown yet.
 * @param titles of exam domains, by their codes
 */
export function formStatisticsPage(
  { form, told, versions, timeZone, isBehind, takenOut }: Awaited<ReturnType<ReadFormStatistics['one']>>,
  titles: Readonly<Record<string, string>>,
) {
  const page = {
    id: form.id,
    title: `${form.exam}, form ${form.number}`,
    workedOut: told && formatInstant(told.recordedAt, timeZone),
    isBehind: told !== null && isBehind,
    attempts: told?.summary.attempts ?? 0,
    shownFrom: SHOWN_FROM,
    settledFrom: SETTLED_FROM,
  };
  const weight = told ? weightOf(told.summary.attempts) : 'none';
  if (!told || weight === 'hidden') return { ...page, weight };
  return {
    ...page,
    weight,
    ...figures(told.summary, { name: itemNames(versions), takenOut, titleOf: (code) => titles[code] ?? words(code) }),
  };
}

/** How items and domains are called, and which items were taken out. */
interface Told {
  name: (item: ItemStatistics) => string;
  takenOut: ReadonlySet<string>;
  titleOf: (code: string) => string;
}

function figures(told: FormStatistics, { name, takenOut, titleOf }: Told) {
  const toLookAt = told.items.filter(isToLookAt);
  return {
    stats: [
      { value: String(told.attempts), label: 'people, each with their first sitting of this form' },
      { value: share(told.passed / told.attempts), label: `reached the cut score of ${fixed(told.cut, 1)} items` },
      { value: coefficient(told.alpha), label: 'alpha (KR-20)', note: 'asked for: .80 or more' },
      { value: coefficient(told.decisionConsistency), label: 'decision consistency', note: 'Livingston; asked for: .80 or more' }, // prettier-ignore
    ],
    facts: [
      { key: 'Mean', value: `${fixed(told.mean, 1)} of ${told.scoredItems} items` },
      { key: 'Standard deviation', value: `${fixed(told.standardDeviation, 2)} items` },
      { key: 'Standard error of measurement', value: told.standardError === null ? 'Cannot be told' : `${fixed(told.standardError, 2)} items` }, // prettier-ignore
    ],
    warnings: told.flags.map((flag) => formFlagWords[flag]),
    map: itemMap(told.items, { name, isToLookAt }),
    distribution: scoreDistribution(told),
    toLookAt: toLookAt.map((item) => ({
      item: name(item),
      figures: `p ${coefficient(item.p)}, item–rest ${coefficient(item.pointBiserial)}`,
      reasons: item.flags.map((flag) => itemFlagWords[flag]),
      rescoreHref: !item.isPretest && `/desk/exams/rescorings/new?item=${item.versionId}`,
    })),
    items: itemTable(told.items, { name, takenOut, titleOf }),
    scores: scoreTable(told),
    domains: domainTable(told, titleOf),
    options: optionTables(told, name),
  };
}

const isToLookAt = ({ flags }: ItemStatistics): boolean => flags.some((flag) => ITEM_FLAGS_TO_LOOK_AT.includes(flag));

function itemTable(items: readonly ItemStatistics[], { name, takenOut, titleOf }: Told) {
  const unscored = (versionId: string) => (takenOut.has(versionId) ? 'taken out, not scored' : 'pretest, not scored');
  return {
    columns: [
      { label: 'Item' },
      { label: 'Domain' },
      { label: 'p', numeric: true },
      { label: 'Item–rest', numeric: true },
      { label: 'Left open', numeric: true },
      { label: 'What stands out' },
    ],
    rows: items.map((item) => ({
      cells: [
        { text: name(item), note: item.isPretest ? unscored(item.versionId) : undefined },
        { text: titleOf(item.examDomain) },
        { text: coefficient(item.p) },
        { text: coefficient(item.pointBiserial) },
        { text: String(item.leftOpen) },
        { text: item.flags.map((flag) => itemFlagNames[flag]).join(', ') || 'nothing' },
      ],
    })),
  };
}

function scoreTable({ scores, cut }: FormStatistics) {
  return {
    columns: [{ label: 'Items right' }, { label: 'People', numeric: true }, { label: 'Cut score' }],
    rows: scores.flatMap((people, score) => {
      if (people === 0) return [];
      const side = score >= cut ? 'at or above' : 'below';
      // With partial credit a score between two whole ones may still reach a broken cut.
      return [{ cells: [{ text: String(score) }, { text: String(people) }, { text: score < cut && score + 1 > cut ? 'around it' : side }] }]; // prettier-ignore
    }),
  };
}

function domainTable({ domains }: FormStatistics, titleOf: Told['titleOf']) {
  return {
    columns: [
      { label: 'Exam domain' },
      { label: 'Scored items', numeric: true },
      { label: 'Mean p', numeric: true },
      { label: 'Alpha', numeric: true },
    ],
    rows: domains.map(({ examDomain, items, p, alpha }) => ({
      cells: [{ text: titleOf(examDomain) }, ...[String(items), coefficient(p), coefficient(alpha)].map((text) => ({ text }))], // prettier-ignore
    })),
  };
}

function optionTables({ items, thirds }: FormStatistics, name: (item: ItemStatistics) => string) {
  return {
    thirds: thirds && `Lower third: ${thirds.lower} people with up to ${thirds.lowerTo} items. Upper third: ${thirds.upper} people with ${thirds.upperFrom} or more.`, // prettier-ignore
    columns: [
      { label: 'Item and option' },
      { label: 'Chosen', numeric: true },
      { label: 'Lower third', numeric: true },
      { label: 'Upper third', numeric: true },
    ],
    rows: items.flatMap((item) =>
      item.options.map(({ key, chosen, lower, upper }) => ({
        cells: [`${name(item)} ${key}`, String(chosen), shareOf(lower, thirds?.lower), shareOf(upper, thirds?.upper)].map((text) => ({ text })), // prettier-ignore
      })),
    ),
  };
}

function shareOf(part: number | null, of: number | undefined): string {
  return part === null || !of ? 'Cannot be told' : share(part / of);
}

/** How items are called where no word of them is read: `12.3` is the third version of item 12. */
export function itemNames(versions: ReadonlyMap<string, BankItem>): (item: ItemStatistics) => string {
  return ({ versionId }) => {
    const version = versions.get(versionId);
    return version ? `${version.itemNumber}.${version.versionNumber}` : versionId.slice(-6);
  };
}

/** ".45", as coefficients are written; rounded towards zero so that no figure seems to reach a limit that it does not. */
function coefficient(value: number | null): string {
  if (value === null) return 'Cannot be told';
  // What is a hair below by the last bit of a double is that figure.
  const hundredths = Math.trunc(value * 100 + Math.sign(value) * 1e-9);
  const text = (Math.abs(hundredths) / 100).toFixed(2).replace(/^0/, '');
  return hundredths < 0 ? `−${text}` : text;
}

function share(value: number): string {
  return `${Math.floor(value * 100 + 1e-9)}%`;
}

function fixed(value: number, digits: number): string {
  return value.toFixed(digits);
}

function words(code: string): string {
  return code.replaceAll('_', ' ');
}
