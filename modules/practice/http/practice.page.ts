import type { Temporal } from 'temporal-polyfill';
import { formatMinutes } from '../../../src/kernel/minutes.js';
import { pageLinks } from '../../../src/platform/http/paging.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import type { Entry } from '../domain/entry.js';
import { ACTIVITIES, DOMAINS, KINDS, labelOf, METHODS, SETTINGS } from '../domain/lists.js';
import type { Totals } from '../domain/totals.js';
import type { PracticeOverview, PracticePage } from '../use-cases/read-practice.js';
import type { SignOffReadout } from '../use-cases/read-sign-offs.js';

/** A person's practice at a glance: what is done, what waits for a signature, what to do next. */
export function practicePage(
  { entries, next, totals, unsent, months }: PracticeOverview,
  signOffs: readonly SignOffReadout[],
  after?: string,
) {
  return {
    title: 'Your practice hours',
    ...totalsView(totals),
    unsent,
    hasEntries: months.length > 0,
    entries: entriesTable(entries),
    pages: pageLinks('/practice', {}, { after, next }),
    months: months.map((month) => ({ href: monthAddress(month), label: monthName(month) })),
    signOffs: signOffs.map(signOffRow),
  };
}

/** One month, day by day. @param month `2026-11` */
export function monthPage(
  { entries, totals }: Pick<PracticePage, 'entries' | 'totals'>,
  month: Temporal.PlainYearMonth,
) {
  const neighbour = (other: Temporal.PlainYearMonth) => ({ href: monthAddress(other), label: monthName(other) });
  return {
    title: monthName(month),
    ...totalsView(totals),
    entries: entriesTable(entries),
    earlier: neighbour(month.subtract({ months: 1 })),
    later: neighbour(month.add({ months: 1 })),
  };
}

function totalsView({ practice, supervision, domains }: Totals) {
  return {
    tiles: [
      {
        value: formatMinutes(practice.recorded),
        label: 'practice recorded',
        note: `${formatMinutes(practice.signed)} signed`,
      },
      {
        value: formatMinutes(supervision.recorded),
        label: 'supervision received',
        note: `${formatMinutes(supervision.signed)} signed`,
      },
    ],
    domains: domains.map(({ domain, recorded, signed }) => ({
      label: labelOf(DOMAINS, domain),
      have: signed,
      need: recorded,
      text: recorded === 0 ? 'Nothing recorded yet' : `${formatMinutes(signed)} of ${formatMinutes(recorded)} signed`,
      isEmpty: recorded === 0,
    })),
  };
}

export function entriesTable(entries: readonly Entry[]) {
  return {
    columns: [{ label: 'Date' }, { label: 'Time', numeric: true }, { label: 'Kind and domains' }, { label: 'State' }],
    rows: entries.map((entry) => ({
      cells: [
        {
          text: formatDate(entry.workedOn),
          href: `/practice/entries/${entry.id}`,
          ...(entry.startsAt && { note: `from ${entry.startsAt.toString({ smallestUnit: 'minute' })}` }),
        },
        { text: formatMinutes(entry.minutes) },
        {
          text: labelOf(KINDS, entry.kind),
          note: entry.domains.map(({ domain }) => labelOf(DOMAINS, domain)).join(', '),
        },
        {
          state: entry.state,
          ...(entry.state === 'signed' && !entry.occupies && { note: 'A correction is recorded' }),
        },
      ],
    })),
  };
}

export function signOffRow(signOff: SignOffReadout) {
  return {
    href: `/practice/sign-offs/${signOff.id}`,
    supervisor: signOff.supervisor.name,
    createdAt: signOff.createdAt,
    state: signOff.state === 'open' ? (signOff.linkExpired ? 'expired' : 'awaiting_signature') : signOff.state,
    stateLabel: SIGN_OFF_LABELS[signOff.state === 'open' && signOff.linkExpired ? 'expired' : signOff.state],
  };
}

const SIGN_OFF_LABELS: Record<SignOffReadout['state'] | 'expired', string> = {
  open: 'Waiting for signature',
  expired: 'The link has run out: send a new one',
  signed: 'Signed',
  returned: 'Returned with notes',
  declined: 'Did not supervise you',
  revoked: 'Taken back by you',
};

/** The facts of one entry, for reading. */
export function entrySummary(entry: Entry) {
  return [
    { key: 'Date', value: formatDate(entry.workedOn) },
    { key: 'Began at', value: entry.startsAt?.toString({ smallestUnit: 'minute' }) ?? null },
    { key: 'Time', value: formatMinutes(entry.minutes) },
    {
      key: 'In each domain',
      value: entry.domains.map(({ domain, minutes }) => `${labelOf(DOMAINS, domain)}: ${formatMinutes(minutes)}`),
    },
    { key: 'Kind', value: labelOf(KINDS, entry.kind) },
    { key: 'Method', value: labelOf(METHODS, entry.method) },
    { key: 'Setting', value: labelOf(SETTINGS, entry.setting) },
    { key: 'Activity', value: labelOf(ACTIVITIES, entry.activity) },
    { key: 'Supervisor', value: [entry.supervisor.name, entry.supervisor.email] },
    { key: 'State', state: entry.state },
  ];
}

const monthAddress = (month: Temporal.PlainYearMonth) => `/practice/months/${month.toString()}`;

function monthName(month: Temporal.PlainYearMonth): string {
  return formatDate(month.toPlainDate({ day: 1 })).replace(/^1 /, '');
}
