import type { Temporal } from 'temporal-polyfill';
import { formatMinutes } from '../../../src/kernel/minutes.js';
import { pageLinks } from '../../../src/platform/http/paging.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import type { Entry } from '../domain/entry.js';
import { ACTIVITIES, DOMAINS, KINDS, METHODS, SETTINGS } from '../domain/lists.js';
import type { Totals } from '../domain/totals.js';
import type { PracticeOverview, PracticePage } from '../use-cases/read-practice.js';
import type { SignOffReadout } from '../use-cases/read-sign-offs.js';
import { sayLabel } from './choices.js';

/** A person's practice at a glance: what is done, what waits for a signature, what to do next. */
export function practicePage(
  { entries, next, totals, unsent, months }: PracticeOverview,
  signOffs: readonly SignOffReadout[],
  after?: string,
) {
  return {
    title: say`Your practice hours`,
    ...totalsView(totals),
    unsent,
    hasEntries: months.length > 0,
    entries: entriesTable(entries),
    pages: pageLinks('/practice', {}, { after, next }),
    months: months.map((month) => ({ href: monthAddress(month), label: monthName(month) })),
    signOffs: signOffs.map(signOffRow),
  };
}

/** One month, day by day. @param month `2026-11` @param latest the latest month in which anything can be recorded */
export function monthPage(
  { entries, totals }: Pick<PracticePage, 'entries' | 'totals'>,
  month: Temporal.PlainYearMonth,
  latest: Temporal.PlainYearMonth,
) {
  const neighbour = (other: Temporal.PlainYearMonth) => ({ href: monthAddress(other), label: monthName(other) });
  return {
    title: monthName(month),
    ...totalsView(totals),
    entries: entriesTable(entries),
    earlier: neighbour(month.subtract({ months: 1 })),
    later: month.until(latest).sign > 0 ? neighbour(month.add({ months: 1 })) : null,
  };
}

function totalsView({ practice, supervision, domains }: Totals) {
  return {
    tiles: [
      {
        value: formatMinutes(practice.recorded),
        label: say`practice recorded`,
        note: say`${formatMinutes(practice.signed)} signed`,
      },
      {
        value: formatMinutes(supervision.recorded),
        label: say`supervision received`,
        note: say`${formatMinutes(supervision.signed)} signed`,
      },
    ],
    domains: domains.map(({ domain, recorded, signed }) => ({
      label: sayLabel(DOMAINS, domain),
      have: signed,
      need: recorded,
      text:
        recorded === 0 ? say`Nothing recorded yet` : say`${formatMinutes(signed)} of ${formatMinutes(recorded)} signed`,
      isEmpty: recorded === 0,
    })),
  };
}

export function entriesTable(entries: readonly Entry[]) {
  return {
    columns: [
      { label: say`Date` },
      { label: say`Time`, numeric: true },
      { label: say`Kind and domains` },
      { label: say`State` },
    ],
    rows: entries.map((entry) => ({
      cells: [
        {
          text: formatDate(entry.workedOn, pageLanguage()),
          href: `/practice/entries/${entry.id}`,
          ...(entry.startsAt && { note: say`from ${entry.startsAt.toString({ smallestUnit: 'minute' })}` }),
        },
        { text: formatMinutes(entry.minutes) },
        {
          text: sayLabel(KINDS, entry.kind),
          note: entry.domains.map(({ domain }) => sayLabel(DOMAINS, domain)).join(', '),
        },
        {
          state: entry.state,
          ...(entry.state === 'signed' && !entry.occupies && { note: say`A correction is recorded` }),
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
    stateLabel: sayWord(SIGN_OFF_LABELS[signOff.state === 'open' && signOff.linkExpired ? 'expired' : signOff.state]),
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
    { key: say`Date`, value: formatDate(entry.workedOn, pageLanguage()) },
    { key: say`Began at`, value: entry.startsAt?.toString({ smallestUnit: 'minute' }) ?? null },
    { key: say`Time`, value: formatMinutes(entry.minutes) },
    {
      key: say`In each domain`,
      value: entry.domains.map(({ domain, minutes }) => `${sayLabel(DOMAINS, domain)}: ${formatMinutes(minutes)}`),
    },
    { key: say`Kind`, value: sayLabel(KINDS, entry.kind) },
    { key: say`Method`, value: sayLabel(METHODS, entry.method) },
    { key: say`Setting`, value: sayLabel(SETTINGS, entry.setting) },
    { key: say`Activity`, value: sayLabel(ACTIVITIES, entry.activity) },
    { key: say`Supervisor`, value: [entry.supervisor.name, entry.supervisor.email] },
    { key: say`State`, state: entry.state },
  ];
}

const monthAddress = (month: Temporal.PlainYearMonth) => `/practice/months/${month.toString()}`;

function monthName(month: Temporal.PlainYearMonth): string {
  return formatDate(month.toPlainDate({ day: 1 }), pageLanguage()).replace(/^1 (de )?/, '');
}
