import { pageLinks } from '../../../src/platform/http/paging.js';
import { formatCount, formatInstant } from '../../../src/platform/views/helpers/format.js';
import {
  sealedPurposes,
  type NamedReading,
  type OpenedSecret,
  type SealedReadings,
} from '../use-cases/read-sealed-readings.js';
import type { SealedReadingsDto } from './sealed-readings.dto.js';

const PATH = '/desk/exams/readings';

const openedWords: Record<OpenedSecret['kind'], string> = {
  challenge: 'Challenge',
  comment: 'Comment on an exam',
  answer: 'Answer about a pass',
  decision: 'Decision of a challenge',
  rescore: 'Ruling',
  pass: 'Reasons about a pass',
};

/** Who was given which sealed words, when and why. */
export function sealedReadingsPage(
  { rows, next, bodyId, bodies, readers, timeZone }: SealedReadings,
  { after, item, ...given }: SealedReadingsDto,
) {
  const asked = { ...given, item: item === undefined ? undefined : String(item) };
  return {
    title: 'Who read sealed words',
    bodies: bodies.length > 1 ? bodies.map(({ id: value, name: label }) => ({ value, label })) : null,
    bodyId,
    asked,
    readers: [
      { value: 'product', label: 'The product itself' },
      ...readers.map(({ id: value, name: label }) => ({ value, label })),
    ],
    purposes: Object.entries(sealedPurposes).map(([value, label]) => ({ value, label })),
    columns: [{ label: 'When' }, { label: 'Who' }, { label: 'Why' }, { label: 'What' }],
    rows: rows.map((row) => ({
      cells: [
        { text: formatInstant(row.readAt, timeZone) },
        { text: row.reader?.name ?? 'The product itself', note: row.reader?.number },
        { text: sealedPurposes[row.purpose] },
        { text: whatOf(row), note: moreOf(row) },
      ],
    })),
    links: pageLinks(PATH, asked, { after, next }),
    // The address with the filters alone.
    csvHref: pageLinks(`${PATH}.csv`, asked, { after: 'all', next: null }).first,
  };
}

/** Which items, or what else, by number and kind; of a long reading the first. */
export function whatOf({ items, opened }: Pick<NamedReading, 'items' | 'opened'>): string {
  const others = opened.map(({ kind, item }) => (item ? `${openedWords[kind]}, item ${item}` : openedWords[kind]));
  const named = items.length > 0 ? [`${items.length === 1 ? 'Item' : 'Items'} ${items.join(', ')}`] : [];
  return [...named, ...others].join('; ');
}

function moreOf({ items, itemCount, opened, openedCount }: NamedReading): string | undefined {
  const more = itemCount - items.length + (openedCount - opened.length);
  return more > 0 ? `and ${formatCount(more, 'more', 'more')}` : undefined;
}

/** A reading for a program. */
export function sealedReadingTold({
  id,
  readAt,
  readerId,
  reader,
  purpose,
  items,
  itemCount,
  opened,
  ...row
}: NamedReading) {
  const { subjectKind, subjectId } = row;
  const subject = subjectKind && subjectId ? { kind: subjectKind, id: subjectId } : null;
  return { id, readAt, readerId, reader: reader?.name ?? null, purpose, items, itemCount, opened, subject };
}
