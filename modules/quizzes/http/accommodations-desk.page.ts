import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../../../src/kernel/actor.js';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Page } from '../../../src/platform/http/paging.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import type { OrganizationSummary } from '../../organizations/organizations.public.js';
import { accommodationWords, type Accommodation } from '../domain/accommodation.js';
import { declineReasons } from '../domain/accommodation-request.js';
import type { AccommodationRequest, GrantedAccommodation, WithParties } from '../use-cases/read-accommodations.js';
import { daysWords, STATE_WORDS, tickBoxes } from './accommodations.page.js';

/** Requests that wait, for those who look after them. */
export function waitingListPage({ rows, next }: Page<WithParties<AccommodationRequest>>, severalBodies: boolean) {
  return {
    isGranted: false,
    next,
    columns: columns(severalBodies, 'Asked for', 'Asked on'),
    rows: rows.map((one) => ({
      cells: [
        personCell(one, `/desk/accommodations/requests/${one.id}`),
        { text: accommodationWords(one).join(', ') },
        { text: formatDate(dateIn(one.body.timeZone, one.askedAt)) },
        ...(severalBodies ? [{ text: one.body.name }] : []),
      ],
    })),
  };
}

/** What holds, or will. */
export function grantedListPage({ rows, next }: Page<WithParties<GrantedAccommodation>>, severalBodies: boolean) {
  return {
    isGranted: true,
    next,
    columns: columns(severalBodies, 'Settled', 'Days'),
    rows: rows.map((one) => ({
      cells: [
        personCell(one, `/desk/accommodations/${one.id}`),
        { text: accommodationWords(one).join(', ') },
        { text: daysWords(one) },
        ...(severalBodies ? [{ text: one.body.name }] : []),
      ],
    })),
  };
}

function personCell({ person }: WithParties<{ personId: string; bodyId: string }>, href: string) {
  return { text: person.legalName, href, note: person.number };
}

function columns(severalBodies: boolean, ...labels: string[]) {
  return ['Person', ...labels, ...(severalBodies ? ['Body'] : [])].map((label) => ({ label }));
}

export interface Shown {
  now: Temporal.Instant;
  /** The page is shown again with what was typed: what is not ticked then was taken away. */
  again: boolean;
}

/** A request with the form that answers it: filled with what was asked. */
export function accommodationRequestPage(actor: Actor, one: WithParties<AccommodationRequest>, shown: Shown) {
  return {
    title: `What helps ${one.person.legalName}`,
    request: one,
    person: one.person,
    words: accommodationWords(one),
    isOwn: isOwn(actor, one),
    state: STATE_WORDS[one.state],
    isOpen: one.state === 'open',
    values: shown.again ? {} : settleValues(one, today(one, shown.now)),
    boxes: tickBoxes(),
    reasons: Object.entries(declineReasons).map(([value, label]) => ({ value, label })),
  };
}

/** One that was granted, with the form that adjusts it. */
export function accommodationPage(actor: Actor, one: WithParties<GrantedAccommodation>, shown: Shown) {
  return {
    title: `What helps ${one.person.legalName}`,
    accommodation: one,
    person: one.person,
    words: accommodationWords(one),
    days: daysWords(one),
    isOwn: isOwn(actor, one),
    isOver: one.endedAt !== null,
    values: shown.again ? {} : settleValues(one, today(one, shown.now), one.validUntil),
    boxes: tickBoxes(),
  };
}

/** The form for what was asked elsewhere. @param bodies where the actor looks after it */
export function unaskedGrantPage(bodies: readonly OrganizationSummary[], { now, again }: Shown) {
  const [first] = bodies;
  return {
    bodies: bodies.map(({ id, name }) => ({ value: id, label: name })),
    onlyBody: bodies.length === 1 ? first : null,
    values: first && !again ? { validFrom: dateIn(first.timeZone, now).toString() } : {},
    boxes: tickBoxes(),
  };
}

function settleValues(one: Accommodation, from: Temporal.PlainDate, until: Temporal.PlainDate | null = null) {
  const { extraTimePercent, breakMinutes, reader, largeText, wideSpacing } = one;
  const box = (on: boolean) => (on ? ['yes'] : []);
  return {
    extraTimePercent: String(extraTimePercent),
    breakMinutes: String(breakMinutes),
    reader: box(reader),
    largeText: box(largeText),
    wideSpacing: box(wideSpacing),
    validFrom: from.toString(),
    validUntil: until?.toString() ?? '',
  };
}

function today({ body }: WithParties<{ personId: string; bodyId: string }>, now: Temporal.Instant): Temporal.PlainDate {
  return dateIn(body.timeZone, now);
}

function isOwn(actor: Actor, { personId }: { personId: string }): boolean {
  return actor.kind === 'person' && actor.personId === personId;
}
