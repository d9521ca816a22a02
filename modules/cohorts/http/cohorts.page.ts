import { formatMinutes } from '../../../src/kernel/minutes.js';
import { formatDate, formatInstant } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
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
    state: place ? sayWord(STATES[place.state]) : freeWords(free, cohort.places),
    action: place?.state === 'offered' ? say`Answer` : say`Look at this group`,
  };
}

const STATES = {
  waiting: 'You wait for a place',
  offered: 'A place is kept for you',
  held: 'You have a place',
  left: '',
  lapsed: '',
} as const;

function freeWords(free: number, places: number): string {
  return free > 0 ? say`${free} free of ${places}` : say`Full; you can wait for a place`;
}

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
      { key: say`Course`, value: courseTitle },
      { key: say`Held by`, value: organization },
      { key: say`Dates`, value: datesOf(cohort) },
      { key: say`Places`, value: free > 0 ? freeWords(free, cohort.places) : say`${cohort.places}, all taken` },
    ],
    isHeld: place?.state === 'held',
    isWaiting: place?.state === 'waiting',
    canAsk: place === null,
    isFull: free === 0,
    offer: place?.state === 'offered' && { until: formatInstant(place.offeredUntil, timeZone, pageLanguage()) },
    sessions: sessions.map((session) => ({
      title: session.title,
      href: `/live-sessions/${session.id}/check-in`,
      startsAt: session.startsAt.toString(),
      length: formatMinutes(session.minutes),
      where: session.place ?? say`The place is told to those who are in the group`,
      isCall: session.delivery === 'live_online' && session.place !== null && URL.canParse(session.place),
      isCancelled: session.isCancelled,
      attended: session.attended === null ? null : attendedWords(session.attended),
      ...checkInOf(session, place?.state === 'held'),
    })),
  };
}

/** A link while there is a code to enter; before that, from when on. */
function checkInOf({ isCancelled, attended, checkIn }: SessionLine, isHeld: boolean) {
  const isExpected = isHeld && !isCancelled && attended === null;
  return { canCheckIn: isExpected && checkIn === 'open', isAhead: isExpected && checkIn === 'before' };
}

function attendedWords(minutes: number): string {
  return minutes === 0 ? say`Written down: not there this time` : say`Written down: ${formatMinutes(minutes)}`;
}

function datesOf({ startsOn, endsOn }: CohortLine['cohort']): string {
  const [first, last] = [startsOn, endsOn].map((day) => formatDate(day, pageLanguage()));
  return say`${first ?? ''} to ${last ?? ''}`;
}
