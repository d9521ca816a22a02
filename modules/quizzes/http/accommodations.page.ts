import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayMessage, sayWord } from '../../../src/platform/translation/say.js';
import { accommodationWords } from '../domain/accommodation.js';
import { declineReasons, OFFERED_BREAKS, OFFERED_PERCENT } from '../domain/accommodation-request.js';
import type {
  AccommodationRequest,
  GrantedAccommodation,
  OwnAccommodations,
} from '../use-cases/read-accommodations.js';

const PERCENT_WORDS: Record<(typeof OFFERED_PERCENT)[number], string> = {
  25: 'A quarter more',
  50: 'Half more',
  100: 'Twice the time',
};
export const STATE_WORDS: Record<AccommodationRequest['state'], string> = {
  open: 'Waits for an answer',
  granted: 'Settled',
  declined: 'Not granted',
  withdrawn: 'Taken back',
};

/** What a person has, what they asked, and the form to ask. */
export function ownAccommodationsPage({ granted, requests, bodies }: OwnAccommodations) {
  const waiting = new Set(requests.filter(({ state }) => state === 'open').map(({ bodyId }) => bodyId));
  const toAsk = bodies.filter(({ id }) => !waiting.has(id));
  return {
    granted: granted.map((one) => ({
      id: one.id,
      words: accommodationWords(one).map(sayMessage),
      days: daysWords(one),
      body: one.body.name,
    })),
    // What was granted stands above, and what was taken back is nobody's matter any more.
    requests: requests
      .filter(({ state }) => state === 'open' || state === 'declined')
      .map((one) => ({
        id: one.id,
        words: accommodationWords(one).map(sayMessage),
        askedAt: one.askedAt,
        body: one.body.name,
        contact: one.body.contactEmail,
        zone: one.body.timeZone,
        state: sayWord(STATE_WORDS[one.state]),
        isOpen: one.state === 'open',
        reason: one.reason && sayWord(declineReasons[one.reason]),
      })),
    choices: askForm(),
    bodies: toAsk.map(({ id, name }) => ({ value: id, label: name })),
    onlyBody: toAsk.length === 1 ? toAsk[0] : null,
    mayAsk: toAsk.length > 0,
  };
}

/** The choices of the form. */
function askForm() {
  return {
    percent: OFFERED_PERCENT.map((value) => ({ value, label: sayWord(PERCENT_WORDS[value]) })),
    breaks: OFFERED_BREAKS.map((value) => ({ value, label: say`${value} minutes in all` })),
    ...tickBoxes(),
  };
}

export const tickBoxes = () => ({
  reader: [
    {
      value: 'yes',
      label: say`A page for being read aloud`,
      hint: say`For a person or a program that reads to you: a heading for each question, letters for the answers, a clock that stays silent.`,
    },
  ],
  largeText: [{ value: 'yes', label: say`Larger text` }],
  wideSpacing: [{ value: 'yes', label: say`Wider spacing of lines, words and letters` }],
});

/** For how long, in words. */
export function daysWords({ validFrom, validUntil }: GrantedAccommodation): string {
  const from = formatDate(validFrom, pageLanguage());
  return validUntil ? say`${from} to ${formatDate(validUntil, pageLanguage())}` : say`From ${from} on, without an end`;
}
