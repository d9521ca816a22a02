import { formatCount, formatDate, formatHours } from '../../../src/platform/views/helpers/format.js';
import type { DomainEvidence } from '../domain/competence.js';
import { BANDS, type Band } from '../domain/expiry-bands.js';
import type { ImportView } from '../use-cases/preview-import.js';
import type { RosterLine, RosterView } from '../use-cases/read-roster.js';
import type { SharedRecord } from '../use-cases/read-shared.js';

const MATCH_NOTES = {
  matched: '',
  no_number: 'No number given',
  not_matched: 'Number and name do not go together',
} as const;

/** The roster: numbers at a glance, who expires when, and a line for each person. */
export function rosterPage(roster: RosterView, { expiring }: { expiring: Band | null }) {
  const { employer, asOf, counts, entries, next } = roster;
  const address = (query: Record<string, string | number | null>) => {
    const set = Object.entries(query).filter(([, value]) => value !== null);
    return set.length === 0 ? '/roster' : `/roster?${set.map(([name, value]) => `${name}=${value}`).join('&')}`;
  };
  return {
    employer: employer.name,
    timeZone: employer.timeZone,
    asOf,
    stats: [
      { value: counts.people, label: 'people on your roster', href: '/roster' },
      { value: counts.active, label: 'active today' },
      { value: counts.notActive, label: 'not active today' },
      { value: counts.unmatched, label: 'without a credential we could match' },
    ],
    filters: BANDS.map((band) => {
      return { band, count: counts.within[band], href: address({ expiring: band }), current: band === expiring };
    }),
    chart: BANDS.map((band) => ({ label: `Within ${band} days`, value: counts.within[band] })),
    chartMax: counts.active,
    expiring,
    columns: [
      { label: 'Person' },
      { label: 'Standing' },
      { label: 'Last valid day' },
      { label: 'Number' },
      { label: 'Competencies' },
    ],
    rows: entries.map(rosterRow),
    empty: expiring ? `Nobody expires within ${expiring} days.` : 'Nobody yet. Add a person, or upload a list.',
    older: next && address({ expiring, after: next }),
  };
}

function rosterRow({ id, name, standing, match, credentialNumber, from, until, shares }: RosterLine) {
  const employed = until ? `${formatDate(from)} to ${formatDate(until)}` : `Since ${formatDate(from)}`;
  const left = standing?.daysLeft;
  return {
    cells: [
      { text: name, href: `/roster/${id}`, note: employed },
      standing
        ? { state: standing.status, note: alsoWords(standing.concurrent) }
        : { state: 'unknown', text: 'Not matched', note: MATCH_NOTES[match] },
      standing
        ? { text: formatDate(standing.expiresOn), note: left === null || left === undefined ? '' : daysWords(left) }
        : { text: '–' },
      { text: credentialNumber ?? '–' },
      shares ? { text: 'Shared with you', href: `/roster/${id}` } : { state: 'not_shared' },
    ],
  };
}

const alsoWords = (concurrent: readonly string[]): string =>
  concurrent.length > 0 ? `Also ${concurrent.join(', ').replaceAll('_', ' ')}` : '';

const daysWords = (left: number): string => (left === 0 ? 'Today' : `In ${formatCount(left, 'day')}`);

/** One person of the roster. */
export function personPage(
  line: RosterLine,
  shared: SharedRecord | null,
  { timeZone, asOf }: { timeZone: string; asOf: string },
) {
  const { standing, from, until } = line;
  return {
    ...line,
    timeZone,
    asOf,
    matchNote: MATCH_NOTES[line.match],
    facts: [
      {
        key: 'Employed with you',
        value: until ? `${formatDate(from)} to ${formatDate(until)}` : `Since ${formatDate(from)}`,
      },
      { key: 'Number', value: line.credentialNumber },
      ...(standing
        ? [
            { key: 'Credential', value: line.title },
            { key: 'Standing', state: standing.status },
            { key: 'Since', value: formatDate(standing.since) },
            { key: 'Last valid day', value: formatDate(standing.expiresOn) },
            ...(standing.concurrent.length > 0 ? [{ key: 'Also true', value: alsoWords(standing.concurrent) }] : []),
          ]
        : []),
    ],
    publicHref: standing && `/v/${line.credentialNumber}`,
    shared: shared && {
      until: shared.until,
      columns: [
        { label: 'Domain' },
        { label: 'Evidence' },
        { label: 'Latest' },
        { label: 'Different vouchers', numeric: true },
      ],
      rows: shared.domains.map((domain) => ({
        cells: [
          { text: domain.title },
          { text: evidenceWords(domain), note: hoursWords(domain) },
          { text: domain.latestOn ? formatDate(domain.latestOn) : '–' },
          { text: String(domain.vouchers) },
        ],
      })),
    },
  };
}

/** People × domains: how many pieces of evidence, and how recent the latest. */
export function competenciesPage(roster: RosterView, shared: ReadonlyMap<string, SharedRecord>) {
  const domains = [...shared.values()][0]?.domains ?? [];
  return {
    employer: roster.employer.name,
    timeZone: roster.employer.timeZone,
    asOf: roster.asOf,
    sharing: shared.size,
    columns: [{ label: 'Person' }, ...domains.map(({ title }) => ({ label: title }))],
    rows: roster.entries.map(({ id, name }) => {
      const record = shared.get(id);
      const cells = record
        ? record.domains.map((domain) => ({ text: evidenceWords(domain), note: latestWords(domain) }))
        : domains.map(() => ({ state: 'not_shared' }));
      return { cells: [{ text: name, href: `/roster/${id}` }, ...cells] };
    }),
    older: roster.next && `/roster/competencies?after=${roster.next}`,
  };
}

function evidenceWords({ trainings, practices }: DomainEvidence): string {
  const parts = [
    ...(trainings > 0 ? [formatCount(trainings, 'training')] : []),
    ...(practices > 0 ? [formatCount(practices, 'signed practice entry', 'signed practice entries')] : []),
  ];
  return parts.join(', ') || 'None recorded';
}

function latestWords(domain: DomainEvidence): string {
  const latest = domain.latestOn ? `Latest ${formatDate(domain.latestOn)}` : '';
  return [latest, hoursWords(domain)].filter(Boolean).join('. ');
}

function hoursWords({ trainingMinutes, practiceMinutes }: DomainEvidence): string {
  if (trainingMinutes === null || practiceMinutes === null) return '';
  return `${formatHours(trainingMinutes)} h training, ${formatHours(practiceMinutes)} h practice`;
}

/** What an uploaded list holds, before anything of it is applied. */
export function importPage({ id, fileName, encoding, people, problems, applied }: ImportView) {
  const open = problems.filter(({ column }) => column !== 'repeat');
  return {
    id,
    fileName,
    encoding,
    converted: encoding !== 'UTF-8',
    applied,
    canApply: !applied && open.length === 0 && people.length > 0,
    count: people.length,
    open: open.length,
    columns: [{ label: 'Line' }, { label: 'What' }, { label: 'What to do' }],
    problems: problems.slice(0, 50).map(({ line, column, message, cells }) => ({
      cells: [
        { text: line > 0 ? `Line ${line}` : 'The whole list' },
        {
          text: column === 'repeat' ? 'Repeat' : column || 'The list',
          note: cells.filter(Boolean).join(' · ').slice(0, 120),
        },
        { text: message },
      ],
    })),
    moreProblems: Math.max(0, problems.length - 50),
    hasProblems: problems.length > 0,
    peopleColumns: [{ label: 'Name' }, { label: 'Number' }, { label: 'From' }, { label: 'Until' }],
    people: people.slice(0, 25).map(({ name, number, from, until }) => ({
      cells: [{ text: name }, { text: number ?? '–' }, { text: from }, { text: until ?? '–' }],
    })),
    morePeople: Math.max(0, people.length - 25),
  };
}
