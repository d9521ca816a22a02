import { pageLinks } from '../../../src/platform/http/paging.js';
import { formatInstant } from '../../../src/platform/views/helpers/format.js';
import { purposeWords } from '../domain/item-words.js';
import type { Readings } from '../use-cases/read-readings.js';

const PATH = '/desk/item-bank/readings';

export interface ReadingsAsked {
  body?: string;
  item?: string;
  reader?: string;
  purpose?: string;
  after?: string;
}

/** Who was given the words of which items, when and why. */
export function readingsPage({ rows, next, bodyId, bodies, readers, timeZone }: Readings, asked: ReadingsAsked) {
  const { after, ...filters } = asked;
  return {
    title: 'Who read exam items',
    bodies: bodies.length > 1 ? bodies.map(({ id: value, name: label }) => ({ value, label })) : null,
    bodyId,
    asked,
    readers: readers.map(({ id: value, name: label }) => ({ value, label })),
    purposes: Object.entries(purposeWords).map(([value, label]) => ({ value, label: sentence(label) })),
    columns: [{ label: 'When' }, { label: 'Who' }, { label: 'Why' }, { label: 'Items' }],
    rows: rows.map(({ readAt, reader, purpose, items, count, subjectKind }) => ({
      cells: [
        { text: formatInstant(readAt, timeZone) },
        { text: reader ?? 'The product itself' },
        { text: sentence(purposeWords[purpose]), note: subjectKind ? subjectKind.replaceAll('_', ' ') : undefined },
        { text: items.join(', '), note: count > items.length ? `and ${count - items.length} more` : undefined },
      ],
    })),
    links: pageLinks(PATH, filters, { after, next }),
  };
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
