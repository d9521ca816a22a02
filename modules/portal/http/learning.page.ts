import { Temporal } from 'temporal-polyfill';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { formatInstant } from '../../../src/platform/views/helpers/format.js';
import type { GroupAhead } from '../../cohorts/waiting.public.js';
import type { ProviderWork } from '../use-cases/read-teaching-ahead.js';
import type { TraineeHome } from '../use-cases/read-trainee-home.js';

/** So long before a session begins its home card leads to the check-in. */
const DOORS_OPEN_MINUTES = 15;

const STATES: Readonly<Record<GroupAhead['state'], string>> = {
  held: 'You have a place. No live session is on the calendar.',
  offered: 'A place is kept for you.',
  waiting: 'You wait for a place. We write to you when one is free.',
};

/** What learning asks of somebody: invitations, a place that is kept for them, and drafts of courses at their provider. */
export function learningWaits({
  groups,
  invitations,
  teaching,
}: Pick<TraineeHome, 'groups' | 'invitations' | 'teaching'>) {
  const offered = groups.filter(({ state }) => state === 'offered');
  return [
    ...offered.map(({ id, title, offeredUntil, timeZone }) => ({
      words: offeredUntil
        ? say`A place in “${title}” is kept for you, until ${formatInstant(offeredUntil, timeZone, pageLanguage())}.`
        : say`A place in “${title}” is kept for you.`,
      href: `/cohorts/${id}`,
      action: say`Take it or leave it to somebody else`,
    })),
    ...invitations.map(({ id, courseTitle, organization }) => ({
      words: say`${organization} invites you to the course “${courseTitle}”.`,
      href: `/course-invitations/${id}`,
      action: say`Answer the invitation`,
    })),
    ...(teaching ? draftsOf(teaching.drafts) : []),
  ];
}

function draftsOf({ coursesToReview, coursesToPublish, coursesToAnswer }: ProviderWork['drafts']) {
  const said = [
    { count: coursesToReview, words: say`Drafts of courses for your review: ${coursesToReview}.` },
    { count: coursesToPublish, words: say`Reviewed drafts of courses that you can publish: ${coursesToPublish}.` },
    { count: coursesToAnswer, words: say`Drafts of yours that a colleague wrote about: ${coursesToAnswer}.` },
  ];
  return said
    .filter(({ count }) => count > 0)
    .map(({ words }) => ({ words, href: '/authoring', action: say`Go to the drafts` }));
}

/** Each group with the live session that comes next. */
export function groupsOf({ groups, now }: Pick<TraineeHome, 'groups' | 'now'>) {
  return groups.map(({ id, title, courseTitle, state, timeZone, session }) => ({
    title,
    courseTitle,
    href: `/cohorts/${id}`,
    state: sayWord(STATES[state]),
    timeZone,
    session: session && {
      startsAt: session.startsAt.toString(),
      minutes: session.minutes,
      where: session.delivery === 'live_online' ? say`online` : say`in a room`,
      isOpen: Temporal.Instant.compare(session.startsAt.subtract({ minutes: DOORS_OPEN_MINUTES }), now) <= 0,
      checkIn: `/live-sessions/${session.id}/check-in`,
    },
  }));
}
