import { formatMinutes } from '../../../src/kernel/minutes.js';
import { qrSvg } from '../../../src/platform/documents/template/qr.js';
import { pageLinks } from '../../../src/platform/http/paging.js';
import { formatInstant } from '../../../src/platform/views/helpers/format.js';
import type { ReadRoom, Room } from '../use-cases/read-room.js';

/** A session before the one who holds it: its plan, the code to show, who was there. */
export function roomPage(room: Room, after: string | undefined) {
  const { cohort, session, plan, timeZone, roster, next, hasBegun, checkIn } = room;
  const isCancelled = session.cancelledAt !== null;
  const here = roster.filter(({ checkedInAt }) => checkedInAt !== null).length;
  const href = `/teaching/live-sessions/${session.id}`;
  return {
    title: plan.title,
    href,
    back: { href: `/teaching/cohorts/${cohort.id}`, text: cohort.title },
    plan: `/courses/${cohort.courseCode}/sessions/${plan.code}?version=${session.courseVersionId}`,
    rows: [
      { key: 'Begins', value: formatInstant(session.startsAt, timeZone) },
      { key: 'Length', value: formatMinutes(session.minutes) },
      { key: session.delivery === 'in_person' ? 'Room' : 'Call', value: session.place },
      // Only where the whole group is on this page.
      ...(next === null && !after && checkIn !== 'before' && !isCancelled
        ? [{ key: 'Checked in', value: `${here} of ${roster.length}` }]
        : []),
    ],
    isCancelled,
    canShowCode: checkIn === 'open' && !isCancelled,
    isAhead: checkIn === 'before' && !isCancelled,
    hasBegun: hasBegun && !isCancelled,
    canCancel: !hasBegun && !isCancelled,
    length: session.minutes,
    roster: roster.map(({ personId, name, checkedInAt, minutes, liveInteraction }) => ({
      name,
      minutes: {
        name: `minutes.${personId}`,
        // Who showed the code is offered as there for the whole session; nothing counts before it is saved.
        value: minutes ?? (checkedInAt ? session.minutes : ''),
        hint: hintOf(checkedInAt, minutes, timeZone),
      },
      talk: { name: `talk.${personId}`, value: liveInteraction ? 'yes' : '' },
    })),
    talk: [{ value: 'yes', label: 'Took part in talk with others' }],
    pages: pageLinks(href, {}, { after, next }),
  };
}

function hintOf(checkedInAt: Room['roster'][number]['checkedInAt'], minutes: number | null, timeZone: string): string {
  const checked = checkedInAt ? `Checked in ${formatInstant(checkedInAt, timeZone)}.` : 'Has not checked in.';
  return minutes === null ? checked : `${checked} Written down: ${formatMinutes(minutes)}.`;
}

/** What is shown to the room: the code of this minute, as a picture to scan and as letters to type. */
export function codePage({ cohort, session, plan, code }: Awaited<ReturnType<ReadRoom['code']>>, publicUrl: string) {
  const address = `${publicUrl}/live-sessions/${session.id}/check-in`;
  return {
    back: `/teaching/live-sessions/${session.id}`,
    title: plan.title,
    group: cohort.title,
    // What somebody can type: the way from there is told in words.
    address: `${publicUrl.replace(/^https?:\/\//, '')}/cohorts`,
    code: code && `${code.slice(0, 3)} ${code.slice(3)}`,
    picture: code && `data:image/svg+xml;base64,${Buffer.from(qrSvg(`${address}?code=${code}`)).toString('base64')}`,
  };
}
