import type { Temporal } from 'temporal-polyfill';
import { formatDate, formatInstant } from '../../../src/platform/views/helpers/format.js';
import { accommodationWords } from '../../quizzes/accommodations.public.js';
import { IDENTITY_SEEN, type RoomState } from '../domain/rooms.js';
import { outageReasons, sittingWords } from '../domain/sitting-state.js';
import type { InRoom, ReadRoom, RoomReading } from '../use-cases/read-room.js';
import { choices, ROOM_WORDS, timeWords } from './room.page.js';

/** A room, as whoever watches over it works with it. */
export function examRoomPage({ room, exam, zone, expected, inside }: RoomReading, now: Temporal.Instant) {
  const sitting = inside.filter(({ sitting: its }) => its?.state === 'open').length;
  const waits = inside.filter(({ sitting: its }) => its === null).length;
  return {
    title: room.place,
    path: `/desk/exams/rooms/${room.id}`,
    room,
    exam,
    state: ROOM_WORDS[room.state],
    isPrepared: room.state === 'prepared',
    isOpen: room.state === 'open',
    // One that nobody closed is over too, and can still be closed.
    canClose: room.closedAt === null,
    asOf: formatInstant(now, zone),
    since: sinceWords(room, zone),
    counts: [
      `${expected.length} still expected`,
      `${waits} checked in and not begun`,
      `${sitting} sitting now`,
      `${inside.length - waits - sitting} done`,
    ].join(', '),
    inside: {
      columns: ['Person', 'How far', 'Checked in', 'Made easier'].map((label) => ({ label })),
      rows: inside.map((one) => ({
        cells: [
          { text: one.name, href: placeOf(one, room.id, exam.id) },
          farOf(one, room.state, now.epochMilliseconds, zone),
          { text: formatInstant(one.checkedInAt, zone), note: `${IDENTITY_SEEN[one.identitySeen]}; by ${one.by}` },
          { text: one.accommodations ? easierWords(one.accommodations) : '' },
        ],
      })),
    },
    showsExpected: room.state !== 'closed',
    expected: {
      columns: ['Person', 'Person number', 'Made easier', 'Authorized through'].map((label) => ({ label })),
      rows: expected.map(({ authorisationId, name, number, accommodations, validTo, centre }) => ({
        cells: [
          { text: name, href: personPath(room.id, authorisationId) },
          { text: number },
          { text: easierWords(accommodations) },
          { text: formatDate(validTo), note: centre },
        ],
      })),
    },
    outages: choices(outageReasons),
  };
}

/** Where somebody is checked in, or taken off the list again. */
export function checkInPage({ room, exam, zone, person, checkIn }: Awaited<ReturnType<ReadRoom['person']>>) {
  const { name, number, accommodations, authorisationId, centre, validTo } = person;
  return {
    title: name,
    room,
    exam,
    path: personPath(room.id, authorisationId),
    isClosed: room.state === 'closed',
    rows: [
      { key: 'Person number', value: number },
      { key: 'Authorized through', value: `${formatDate(validTo)}: ${centre}` },
      { key: 'Made easier', value: easierWords(accommodations) },
    ],
    reader: accommodations.reader,
    identities: choices(IDENTITY_SEEN),
    checkedIn: checkIn && {
      at: formatInstant(checkIn.checkedInAt, zone),
      by: checkIn.by,
      seen: IDENTITY_SEEN[checkIn.identitySeen],
      sits: checkIn.sitting !== null,
    },
  };
}

function personPath(roomId: string, authorisationId: string): string {
  return `/desk/exams/rooms/${roomId}/people/${authorisationId}`;
}

function placeOf({ sitting, authorisationId }: InRoom, roomId: string, examId: string): string {
  return sitting ? `/desk/exams/${examId}/sittings/${sitting.id}` : personPath(roomId, authorisationId);
}

function farOf({ sitting }: InRoom, state: RoomState, now: number, zone: string): { text: string; note?: string } {
  if (!sitting)
    return { text: state === 'open' ? 'Can begin' : state === 'closed' ? 'Did not begin' : 'Waits for you to open' };
  if (sitting.state !== 'open') return { text: sittingWords[sitting.state] };
  const { left, note } = timeWords(sitting, now, zone);
  const answered = `${sitting.answered} of ${sitting.questions} answered`;
  return { text: `${left} left`, note: note ? `${answered}. ${note}` : answered };
}

function easierWords(accommodations: Parameters<typeof accommodationWords>[0]): string {
  return accommodationWords(accommodations).join(', ') || 'Nothing';
}

function sinceWords({ openedAt, closedAt, preparedAt }: RoomReading['room'], zone: string): string {
  if (closedAt) return `Closed ${formatInstant(closedAt, zone)}`;
  return openedAt ? `Opened ${formatInstant(openedAt, zone)}` : `Prepared ${formatInstant(preparedAt, zone)}`;
}
