import { sayCount, say } from '../../../src/platform/translation/say.js';
import type { TraineeHome } from '../use-cases/read-trainee-home.js';

/** The work of somebody at a training provider: groups with the sessions of the next days, invitations, and where each is done. */
export function providerPage(work: NonNullable<TraineeHome['teaching']>) {
  const { roles, groups, openInvitations, drafts } = work;
  const teaches = roles.includes('instructor');
  const writes = roles.includes('content-author') || roles.includes('content-reviewer');
  const isQuiet = writes && Object.values(drafts).every((count) => count === 0);
  return {
    groups: groups.map(({ id, title, courseTitle, isMine, taken, places, waiting, timeZone, session }) => ({
      title,
      courseTitle,
      href: isMine ? `/teaching/cohorts/${id}` : null,
      places: say`${taken} of ${places} places taken`,
      waiting: waiting > 0 ? say`${sayCount(waiting, 'person', 'people')} waiting for a place` : null,
      timeZone,
      session: session && {
        startsAt: session.startsAt.toString(),
        minutes: session.minutes,
        where: session.delivery === 'live_online' ? say`online` : say`in a room`,
        href: isMine ? `/teaching/live-sessions/${session.id}` : null,
      },
    })),
    hasGroups: teaches || roles.includes('provider-administrator'),
    quiet: isQuiet && { begin: roles.includes('content-author') },
    invitations:
      openInvitations > 0 ? say`Invitations to courses that nobody has answered yet: ${openInvitations}.` : null,
    links: [
      ...(teaches ? [{ href: '/teaching', text: say`Groups and invitations` }] : []),
      ...(roles.includes('provider-administrator')
        ? [
            { href: '/provider/staff', text: say`Who works here` },
            { href: '/desk/completions', text: say`Names on certificates that wait for you` },
          ]
        : []),
      ...(writes && !isQuiet ? [{ href: '/authoring', text: say`Drafts of courses` }] : []),
    ],
  };
}
