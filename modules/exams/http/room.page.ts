import { Temporal } from 'temporal-polyfill';
import { pageLinks } from '../../../src/platform/http/paging.js';
import { formatInstant } from '../../../src/platform/views/helpers/format.js';
import { accommodationWords } from '../../quizzes/accommodations.public.js';
import { leastMinutes, SILENT_SECONDS } from '../domain/outages.js';
import { roomState, type RoomState } from '../domain/rooms.js';
import { outageReasons, sittingWords, voidReasons } from '../domain/sitting-state.js';
import type { NamedSitting, Room, SittingInRoom } from '../use-cases/proctor-room.js';
import type { Interruptions, LateSummary } from '../use-cases/read-interruptions.js';

export const ROOM_WORDS: Record<RoomState, string> = { prepared: 'Not open yet', open: 'Open', closed: 'Closed' };

/** @param at on the server's clock @param zone of the body @param after key of the page of those who sat */
export function roomPage(
  { exam, zone, rooms, open, waiting, over }: Room,
  at: Temporal.Instant,
  after: string | undefined,
) {
  const now = at.epochMilliseconds;
  const personOf = (one: NamedSitting) => ({ text: one.name, href: `/desk/exams/${exam.id}/sittings/${one.id}` });
  const path = `/desk/exams/${exam.id}/room`;
  return {
    title: `Rooms and who sits: ${exam.title}`,
    exam,
    path,
    onlyInRooms: exam.seating === 'room',
    asOf: formatInstant(at, zone),
    rooms: {
      columns: ['Room', 'State', 'Checked in', 'Sit now'].map((label) => ({ label })),
      rows: rooms.map((room) => ({
        cells: [
          { text: room.place, href: `/desk/exams/rooms/${room.id}` },
          { text: ROOM_WORDS[roomState(room, at)], note: `Prepared ${formatInstant(room.preparedAt, zone)}` },
          { text: String(room.checkedIn) },
          { text: String(room.sit) },
        ],
      })),
    },
    waiting: waiting.map((one) => ({ ...personOf(one), at: formatInstant(one.startedAt, zone) })),
    count: open.length,
    open: {
      columns: ['Person', 'Time left', 'Answered', 'Last saved', 'Made easier'].map((label) => ({ label })),
      rows: open.map((one) => ({
        cells: [
          { ...personOf(one), note: one.place ?? undefined },
          timeCell(one, now, zone),
          { text: `${one.answered} of ${one.questions}` },
          { text: one.lastSavedAt ? formatInstant(one.lastSavedAt, zone) : 'Nothing yet' },
          { text: accommodationWords(one.accommodations).join(', ') || 'Nothing' },
        ],
      })),
    },
    over: {
      columns: ['Person', 'Begun', 'How it ended', 'Answered'].map((label) => ({ label })),
      rows: over.rows.map((one) => ({
        cells: [
          personOf(one),
          { text: formatInstant(one.startedAt, zone) },
          { text: sittingWords[one.state], note: afterWords(one) },
          { text: `${one.answered} of ${one.questions}` },
        ],
      })),
    },
    pages: pageLinks(path, {}, { after, next: over.next }),
    outages: choices(outageReasons),
  };
}

/** One who sits, with what a proctor can do. */
export function sittingInRoomPage(
  {
    exam,
    zone,
    sitting,
    interruptions,
  }: Pick<Room, 'exam' | 'zone'> & { sitting: NamedSitting; interruptions: Interruptions },
  now: number,
) {
  const { givenBack, late, proposals, canPropose, underWay } = interruptions;
  const isOver = sitting.deadlineAt.epochMilliseconds <= now;
  const waiting = proposals.find(({ outcome }) => outcome === null);
  return {
    title: sitting.name,
    exam,
    sitting,
    zone,
    isOpen: underWay,
    isTimed: underWay && !isOver,
    // Its time is over, and it waits for its page.
    least: underWay && isOver ? leastMinutes(sitting.deadlineAt, Temporal.Instant.fromEpochMilliseconds(now)) : null,
    label: sittingWords[sitting.state],
    timeLeft: timeLeft(sitting, now),
    onBreak: breakWords(sitting, now, zone),
    silence: breakWords(sitting, now, zone) ? undefined : silenceWords(sitting, now, zone),
    extras: accommodationWords(sitting.accommodations),
    reader: sitting.accommodations.reader,
    outages: choices(outageReasons),
    voids: choices(voidReasons),
    givenBack: givenBack.map(({ minutes, reason, by, recordedAt }) => ({
      key: formatInstant(recordedAt, zone),
      value: `${minutes === 1 ? '1 minute' : `${minutes} minutes`}, ${by ? `by a person: ${outageReasons[reason]}` : 'by the rule: the page could not reach us, and we heard nothing'}`,
    })),
    late: late ? lateRows(late, zone) : [],
    canPropose,
    waiting: waiting && {
      reason: voidReasons[waiting.reason],
      proposer: waiting.proposer,
      at: formatInstant(waiting.proposedAt, zone),
      isOwn: waiting.isOwn,
    },
    settled: proposals
      .filter(({ outcome }) => outcome !== null)
      .map(({ outcome, reason, proposer, settledAt }) => ({
        key: formatInstant(settledAt, zone),
        value: `${outcome === 'agreed' ? 'Does not count' : 'Counts'}. Proposed by ${proposer}: ${voidReasons[reason]}`,
      })),
  };
}

/** How long somebody still has, with what to know of it. */
export function timeWords(one: SittingInRoom, now: number, zone: string): { left: string; note: string | undefined } {
  const isOver = one.state === 'open' && one.deadlineAt.epochMilliseconds <= now;
  const note = breakWords(one, now, zone) ?? silenceWords(one, now, zone) ?? (isOver ? 'Being closed' : undefined);
  return { left: timeLeft(one, now), note };
}

function timeCell(one: NamedSitting, now: number, zone: string): { text: string; note: string | undefined } {
  const { left: text, note } = timeWords(one, now, zone);
  return { text, note };
}

function timeLeft({ deadlineAt, breakUntil }: SittingInRoom, now: number): string {
  // During a break the clock stands: what is left is counted from its end.
  const from = Math.max(now, breakUntil?.epochMilliseconds ?? 0);
  const minutes = Math.max(0, Math.ceil((deadlineAt.epochMilliseconds - from) / 60_000));
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

function breakWords({ state, breakUntil }: SittingInRoom, now: number, zone: string): string | undefined {
  const isOn = state === 'open' && breakUntil !== null && breakUntil.epochMilliseconds > now;
  return isOn ? `On a break, until ${formatInstant(breakUntil, zone)} at the latest` : undefined;
}

/** Where the page of an open sitting has not said for a while that it is there. */
function silenceWords({ state, heardAt }: SittingInRoom, now: number, zone: string): string | undefined {
  if (state !== 'open' || !heardAt || now - heardAt.epochMilliseconds <= SILENT_SECONDS * 1000) return undefined;
  return `Not heard since ${formatInstant(heardAt, zone)}`;
}

function lateRows({ answers, firstGivenAt, lastGivenAt, receivedAt }: LateSummary, zone: string) {
  const [first, last] = [formatInstant(firstGivenAt, zone), formatInstant(lastGivenAt, zone)];
  return [
    { key: 'Answers', value: String(answers) },
    { key: 'Reached us', value: formatInstant(receivedAt, zone) },
    { key: 'Given, by the clock of the device', value: first === last ? first : `${first} to ${last}` },
  ];
}

function afterWords({ late, voidWaits }: NamedSitting): string | undefined {
  if (voidWaits) return 'Whether it counts waits for a second person';
  if (late === 0) return undefined;
  return late === 1 ? '1 answer came late' : `${late} answers came late`;
}

export function choices(words: Record<string, string>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
