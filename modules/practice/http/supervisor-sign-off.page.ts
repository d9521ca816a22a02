import { formatMinutes } from '../../../src/kernel/minutes.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { ACTIVITIES, DOMAINS, KINDS, labelOf, METHODS, SETTINGS } from '../domain/lists.js';
import type { SignedEntry } from '../domain/sign-off-content.js';
import type { SignOffPage } from '../use-cases/open-sign-off.js';

type Open = Extract<SignOffPage, { state: 'open' }>;
type Answered = Exclude<SignOffPage, { state: 'open' }>;

/** Exactly what is signed: every field of the content that is hashed is on the page. */
export function signOffPage(signOffId: string, { content, hash }: Open) {
  const total = content.entries.reduce((sum, entry) => sum + entry.minutes, 0);
  return {
    title: 'Hours to sign',
    address: `/sign-offs/${signOffId}`,
    person: content.person,
    supervisor: content.supervisor,
    statement: content.statement,
    agreement: [{ value: 'yes', label: content.statement }],
    hash,
    total: formatMinutes(total),
    columns: [
      { label: 'Date' },
      { label: 'Time', numeric: true },
      { label: 'In each domain' },
      { label: 'What and where' },
    ],
    rows: content.entries.map(entryRow),
  };
}

function entryRow(entry: SignedEntry) {
  const parts = entry.domains.map(({ domain, minutes }) => `${labelOf(DOMAINS, domain)} ${formatMinutes(minutes)}`);
  const what = [labelOf(METHODS, entry.method), labelOf(ACTIVITIES, entry.activity), labelOf(SETTINGS, entry.setting)];
  return {
    cells: [
      { text: formatDate(entry.workedOn), ...(entry.startsAt && { note: `from ${entry.startsAt}` }) },
      { text: formatMinutes(entry.minutes), note: labelOf(KINDS, entry.kind) },
      { text: parts.join('; ') },
      { text: what.join(' · '), ...(entry.corrects && { note: 'Takes the place of an entry signed before' }) },
    ],
  };
}

export function receiptPage(page: Answered) {
  return { title: 'Thank you', ...page };
}
