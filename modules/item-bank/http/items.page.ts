import { pageLinks } from '../../../src/platform/http/paging.js';
import { formatNumber } from '../../../src/platform/views/helpers/format.js';
import { DIFFICULTIES, ITEM_STATES } from '../domain/item.js';
import { difficultyWords, kindWords, stateWords } from '../domain/item-words.js';
import type { ItemChoices, ItemList, ItemRow } from '../use-cases/read-item-list.js';

export const LIST = '/desk/item-bank';

export interface ListAsked {
  body?: string;
  state?: string;
  domain?: string;
  competency?: string;
  difficulty?: string;
  kind?: string;
  show?: string;
  after?: string;
}

const items = (words: Readonly<Record<string, string>>, codes: readonly string[] = Object.keys(words)) =>
  codes.map((value) => ({ value, label: words[value] ?? value }));

/** The items of a bank, with filters: numbers and codes only, nothing of what they ask. */
export function itemListPage(list: ItemList, choices: ItemChoices, asked: ListAsked) {
  const domains = new Map(choices.examDomains.map(({ code, title }) => [code, title]));
  const { after, ...filters } = asked;
  return {
    title: 'Exam items',
    may: list.may,
    // One bank needs no choice.
    bodies: list.bodies.length > 1 ? list.bodies.map(({ id: value, name: label }) => ({ value, label })) : null,
    bodyId: list.bodyId,
    asked,
    offersHandIn:
      asked.show === 'mine' && list.may.write && list.rows.some((row) => row.state === 'draft' && !row.handedInAt),
    shows: [
      { value: 'mine', label: 'Those I wrote' },
      ...(list.may.review ? [{ value: 'waiting', label: 'Those that wait for my review' }] : []),
    ],
    states: items(stateWords, ITEM_STATES),
    kinds: items(kindWords),
    difficulties: items(difficultyWords, DIFFICULTIES),
    examDomains: choices.examDomains.map(({ code: value, title: label }) => ({ value, label })),
    competencies: choices.competencies.map(({ code: value, title: label }) => ({ value, label })),
    columns: [
      { label: 'Item' },
      { label: 'State' },
      { label: 'Exam domain' },
      { label: 'Competency' },
      { label: 'Kind' },
      { label: 'Author' },
      { label: 'Times shown', numeric: true },
    ],
    rows: list.rows.map((row) => ({
      cells: [
        {
          text: `Item\u00a0${row.itemNumber}`,
          // What one may not open is no link: an author opens items of their own.
          href: row.isOwn || list.may.review || list.may.study ? hrefOf(row, asked) : undefined,
          note: liveNote(row),
        },
        { state: row.state, note: row.handedInAt ? 'waits for review' : undefined },
        { text: domains.get(row.examDomain) ?? row.examDomain },
        { text: row.competency },
        { text: kindWords[row.kind], note: `meant to be ${difficultyWords[row.difficulty].toLowerCase()}` },
        { text: list.names.get(row.authorId) ?? '' },
        { text: formatNumber(row.timesShown) },
      ],
    })),
    links: pageLinks(LIST, filters, { after, next: list.next }),
  };
}

/** From the queue, the reading is one for review. */
function hrefOf({ itemId }: ItemRow, { show }: ListAsked): string {
  return `${LIST}/items/${itemId}${show === 'waiting' ? '?for=review' : ''}`;
}

/** Of the first version there is nothing to say. */
function liveNote({ versionNumber, liveVersion, liveState }: ItemRow): string | undefined {
  if (versionNumber === 1) return undefined;
  const newest = `version ${versionNumber}`;
  return liveVersion !== null && liveState && liveVersion !== versionNumber
    ? `${newest}; version ${liveVersion} is in ${liveState === 'active' ? 'use' : 'pretest'}`
    : newest;
}
