import { formatMinutes } from '../../../src/kernel/minutes.js';
import { formatDate, formatInstant } from '../../../src/platform/views/helpers/format.js';
import type { CohortLine } from '../use-cases/read-cohorts.js';
import type { SessionLine } from '../use-cases/read-sessions.js';

/** Groups to join and groups one is in. */
export function cohortsPage({ own, open }: { own: readonly CohortLine[]; open: readonly CohortLine[] }) {
  return { own: own.map(cardOf), open: open.map(cardOf) };
}

function cardOf({ cohort, courseTitle, organization, free, place }: CohortLine) {
  return {
    title: cohort.title,
    href: `/cohorts/${cohort.id}`,
    meta: `${courseTitle} · ${organization}`,
    dates: datesOf(cohort),
    state: place
      ? STATES[place.state]
      : free > 0
        ? `${free} free of ${cohort.places}`
        : 'Full; you can wait for a place',
    action: place?.state === 'offered' ? 'Answer' : 'Look at this group',
  };
}

const STATES = {
  waiting: 'You wait for a place',
  offered: 'A place is kept for you',
  held: 'You have a place',
  left: '',
  lapsed: '',
} as const;

/** One group as somebody who learns in it, or may, sees it. */
export function cohortPage({
  cohort,
  courseTitle,
  organization,
  timeZone,
  free,
  place,
  sessions,
}: CohortLine & { sessions: SessionLine[] }) {
  return {
    title: cohort.title,
    timeZone,
    href: `/cohorts/${cohort.id}`,
    course: { title: courseTitle, href: `/courses/${cohort.courseCode}` },
    rows: [
      { key: 'Course', value: courseTitle },
      { key: 'Held by', value: organization },
      { key: 'Dates', value: datesOf(cohort) },
      { key: 'Places', value: free > 0 ? `${free} free of ${cohort.places}` : `${cohort.places}, all taken` },
    ],
    isHeld: place?.state === 'held',
    isWaiting: place?.state === 'waiting',
    canAsk: place === null,
    isFull: free === 0,
    offer: place?.state === 'offered' && { until: formatInstant(place.offeredUntil, timeZone) },
    sessions: sessions.map((session) => ({
      title: session.title,
      href: `/live-sessions/${session.id}/check-in`,
      startsAt: session.startsAt.toString(),
      length: formatMinutes(session.minutes),
      where: session.place ?? 'The place is told to those who are in the group',
      isCall: session.delivery === 'live_online' && session.place !== null && URL.canParse(session.place),
      isCancelled: session.isCancelled,
      attended: session.attended === null ? null : attendedWords(session.attended),
      canCheckIn: place?.state === 'held' && !session.isCancelled && session.attended === null,
    })),
  };
}

function attendedWords(minutes: number): string {
  return minutes === 0 ? 'Written down: not there this time' : `Written down: ${formatMinutes(minutes)}`;
}

function datesOf({ startsOn, endsOn }: CohortLine['cohort']): string {
  return `${formatDate(startsOn)} to ${formatDate(endsOn)}`;
}
