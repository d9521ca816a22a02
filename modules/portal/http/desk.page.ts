import { IDENTITY_CHECKS } from '../../people/account-desk.public.js';
import type { NamedRemoval, PersonView } from '../use-cases/read-desk.js';

export const identityChecks = Object.entries(IDENTITY_CHECKS).map(([value, label]) => ({ value, label }));

/** What is told after a removal was asked for or done. */
export function removalNotice(waits: boolean): string {
  return waits
    ? 'Another administrator of your body confirms it within seven days. The person is told by letter.'
    : 'The second factor is removed and every device is signed out. The person has a letter with a link for a new password.';
}

/** The way to a page, once somebody proved that it is them. */
export function confirmationOf(path: string): string {
  return `/profile/confirmation?returnTo=${encodeURIComponent(path)}`;
}

/** What waits for a second administrator, for pages. */
export function waitingPage(removals: readonly NamedRemoval[]) {
  return removals.map(({ id, person, askedBy, own, askedAt, until, timeZone }) => ({
    displayName: person.displayName,
    number: person.number,
    askedBy: askedBy.displayName,
    href: own ? null : `/desk/second-factor-removals/${id}`,
    own,
    askedAt,
    until,
    timeZone,
  }));
}

/** The same for programs. */
export function waitingJson(removals: readonly NamedRemoval[]) {
  return removals.map(({ id, bodyId, person, askedBy, askedAt, until, own }) => ({
    id,
    bodyId,
    person: { number: person.number, displayName: person.displayName },
    askedBy: askedBy.displayName,
    askedAt: askedAt.toString(),
    until: until.toString(),
    mayConfirm: !own,
  }));
}

/** A person as the desk sees them, with what can be done for them. */
export function deskPersonPage(found: PersonView) {
  const { person, emailHint, hasSecondFactor, waiting, administers } = found;
  const path = `/desk/people/${person.number}`;
  return {
    displayName: person.displayName,
    rows: [
      { key: 'Person number', value: person.number },
      { key: 'Legal name', value: person.legalName },
      { key: 'Chosen name', value: person.chosenName },
      { key: 'E-mail address', value: emailHint },
      { key: 'Second factor', value: hasSecondFactor ? 'Set up' : 'Not set up' },
    ],
    mailbox: `${path}/mailbox-recoveries/new`,
    secondFactor: administers && hasSecondFactor && !waiting ? `${path}/second-factor-removals/new` : null,
    onlyAdministrators: hasSecondFactor && !administers,
    waiting: waiting && waitingPage([waiting])[0],
  };
}
