import { formatDate, formatInstant } from '../../../src/platform/views/helpers/format.js';
import { standstillWords } from '../domain/clock-words.js';
import type { Queue, QueueQuestion, QueueRow } from '../use-cases/read-queue.js';

const states = [
  { value: 'submitted', label: 'Sent' },
  { value: 'under_review', label: 'Under review' },
  { value: 'returned', label: 'Returned for more information' },
  { value: 'admitted', label: 'Admitted' },
  { value: 'granted', label: 'Granted' },
  { value: 'denied', label: 'Not granted' },
  { value: 'withdrawn', label: 'Withdrawn' },
  { value: 'timed_out', label: 'Closed after the time ran out' },
];

/** What is read in an application, where the list is about that. */
const PLACES: Readonly<Record<string, string>> = { reference: '/references', background: '/background-checks' };

/** The queue of a body, with its filters. */
export function queuePage({ rows, next, counts, schemes }: Queue, asked: QueueQuestion) {
  const countOf = (state: string): number => counts.find((count) => count.state === state)?.count ?? 0;
  const { state = '', scheme = '', claimed = '', due = '', clock = '', waits = '' } = asked;
  const filters = { state, scheme, claimed, due, clock, waits };
  return {
    tiles: [
      { label: 'Wait for a reviewer', value: countOf('submitted') },
      { label: 'Under review', value: countOf('under_review') },
      { label: 'Admitted, wait for a decision', value: countOf('admitted') },
    ],
    filters,
    states,
    schemes: schemes.map(({ code, title }) => ({ value: code, label: title })),
    dues: [
      { value: '0', label: 'Past the day' },
      { value: '2', label: 'Within 2 days' },
      { value: '7', label: 'Within a week' },
      { value: '30', label: 'Within 30 days' },
    ],
    waits: [
      { value: 'reference', label: 'A letter of reference came in' },
      { value: 'background', label: 'An answer about a background result came in' },
    ],
    clocks: [{ value: 'paused', label: 'Paused' }],
    claims: [
      { value: 'mine', label: 'Mine' },
      { value: 'nobody', label: 'Nobody’s yet' },
    ],
    columns: [
      { label: 'Applicant' },
      { label: 'Certification' },
      { label: 'Where it stands' },
      { label: 'Since' },
      { label: 'With' },
      { label: 'Answer promised by' },
    ],
    rows: rows.map((row) => ({
      cells: [
        {
          text: row.applicant.displayName,
          href: `/desk/applications/${row.id}${PLACES[waits] ?? ''}`,
          note: row.applicant.number,
        },
        { text: row.schemeTitle },
        { state: row.state },
        { text: formatInstant(row.stateSince, row.timeZone) },
        { text: row.claimedBy ?? 'Nobody yet' },
        dueCell(row),
      ],
    })),
    next: next && `/desk/applications?${new URLSearchParams({ ...filters, after: next }).toString()}`,
    first: asked.after ? `/desk/applications?${new URLSearchParams(filters).toString()}` : undefined,
  };
}

/** When an answer was promised, and whether the day has passed or the clock stands still. */
function dueCell({ dueOn, late, paused }: QueueRow) {
  if (!dueOn) return { text: 'Not promised' };
  if (paused) return { state: 'paused', note: standstillWords[paused] };
  return { text: formatDate(dueOn), note: late ? 'This day has passed' : undefined };
}
