import { formatCount, formatDate } from '../../../src/platform/views/helpers/format.js';
import { BANDS, type Band } from '../domain/expiry-bands.js';
import type { RosterLine } from '../use-cases/read-lines.js';
import type { RosterView } from '../use-cases/read-roster.js';

export const MATCH_NOTES = {
  matched: '',
  no_number: 'No number given',
  not_matched: 'Number and name do not go together',
} as const;

/** The roster: numbers at a glance, who expires when, and a line for each person. */
export function rosterPage(roster: RosterView, { expiring }: { expiring: Band | null }) {
  const { employer, asOf, counts, sharing, entries, next } = roster;
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
      {
        value: sharing,
        label: sharing === 1 ? 'shares competencies with you' : 'share competencies with you',
        href: '/roster/competencies',
      },
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
        ? { state: standing.status, note: standingWords(standing) }
        : { state: 'unknown', text: 'Not matched', note: MATCH_NOTES[match] },
      standing
        ? { text: formatDate(standing.expiresOn), note: left === null || left === undefined ? '' : daysWords(left) }
        : { text: '–' },
      { text: credentialNumber ?? '–' },
      shares ? { text: 'See the evidence', href: `/roster/${id}`, note: 'Shared with you' } : { state: 'not_shared' },
    ],
  };
}

/** The stage where it is not the last word, what else is true, and whether there is a public note. */
function standingWords({ stage, concurrent, publicNote }: NonNullable<RosterLine['standing']>): string {
  const ofStage = stage && stage !== 'full' ? `${capitalized(stage.replaceAll('_', ' '))} stage` : '';
  return [ofStage, alsoWords(concurrent), publicNote ? 'Public note' : ''].filter((words) => words !== '').join('. ');
}

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const alsoWords = (concurrent: readonly string[]): string =>
  concurrent.length > 0 ? `Also ${concurrent.join(', ').replaceAll('_', ' ')}` : '';

const daysWords = (left: number): string => (left === 0 ? 'Today' : `In ${formatCount(left, 'day')}`);
