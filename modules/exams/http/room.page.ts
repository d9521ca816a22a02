import { pageLinks } from '../../../src/platform/http/paging.js';
import { formatInstant } from '../../../src/platform/views/helpers/format.js';
import { accommodationWords } from '../../quizzes/accommodations.public.js';
import { SILENT_SECONDS } from '../domain/outages.js';
import { outageReasons, sittingWords, voidReasons } from '../domain/sitting-state.js';
import type { NamedSitting, Room } from '../use-cases/proctor-room.js';
import type { Interruptions, LateSummary } from '../use-cases/read-interruptions.js';

/** @param now in epoch milliseconds, on the server's clock @param zone of the body @param after key of the page of those who sat */
export function roomPage({ exam, zone, open, over }: Room, now: number, after: string | undefined) {
  const path = `/desk/exams/${exam.id}/room`;
  return {
    title: `Who sits: ${exam.title}`,
    exam,
    count: open.length,
    open: {
      columns: ['Person', 'Time left', 'Answered', 'Last saved', 'Made easier'].map((label) => ({ label })),
      rows: open.map((one) => ({
        cells: [
          { text: one.name, href: `/desk/exams/${exam.id}/sittings/${one.id}` },
          { text: timeLeft(one, now), note: breakWords(one, now, zone) ?? silenceWords(one, now, zone) },
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
          { text: one.name, href: `/desk/exams/${exam.id}/sittings/${one.id}` },
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
  const { givenBack, late, proposals, canPropose } = interruptions;
  const waiting = proposals.find(({ outcome }) => outcome === null);
  return {
    title: sitting.name,
    exam,
    sitting,
    zone,
    isOpen: sitting.state === 'open' && sitting.deadlineAt.epochMilliseconds > now,
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

function timeLeft({ deadlineAt, breakUntil }: NamedSitting, now: number): string {
  // During a break the clock stands: what is left is counted from its end.
  const from = Math.max(now, breakUntil?.epochMilliseconds ?? 0);
  const minutes = Math.max(0, Math.ceil((deadlineAt.epochMilliseconds - from) / 60_000));
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

function breakWords({ state, breakUntil }: NamedSitting, now: number, zone: string): string | undefined {
  const isOn = state === 'open' && breakUntil !== null && breakUntil.epochMilliseconds > now;
  return isOn ? `On a break, until ${formatInstant(breakUntil, zone)} at the latest` : undefined;
}

/** Where the page of an open sitting has not said for a while that it is there. */
function silenceWords({ state, heardAt }: NamedSitting, now: number, zone: string): string | undefined {
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

function choices(words: Record<string, string>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
