import { dateIn } from '../../../src/kernel/dates.js';
import { formatDate, formatInstant } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { inPageWords } from '../../schemes/schemes.public.js';
import type { ReferenceState } from '../domain/reference-state.js';
import type { DeskReferences } from '../use-cases/read-references.js';
import type { Reference, References } from '../use-cases/reference-shelf.js';

const stateWords: Record<ReferenceState, string> = {
  asked: 'Asked',
  received: 'Received, a reviewer reads it',
  accepted: 'Accepted',
  set_aside: 'Somebody else is to be named',
  declined: 'Would rather not write',
  withdrawn: 'Taken back by you',
};

/** The references of an application, for the applicant. */
export function referencesPage({ applicationId, timeZone, letters, references, closed }: References) {
  return {
    id: applicationId,
    title: say`Your references`,
    closed,
    letters: letters.map(({ code, title }) => ({ value: code, label: inPageWords(title) })),
    references: references.map((one) => ({ ...rowOf(one, timeZone), mayWithdraw: one.state === 'asked' })),
  };
}

/** The same, for staff of the body. */
export function deskReferencesPage({
  applicationId,
  timeZone,
  letters,
  references,
  caseFileId,
  mayRead,
}: DeskReferences) {
  return {
    id: applicationId,
    title: 'References',
    asksNone: letters.length === 0,
    caseFileId,
    mayRead,
    references: references.map((one) => ({ ...rowOf(one, timeZone), mayAccept: mayRead && one.state === 'received' })),
  };
}

function rowOf({ id, title, referee, state, askedAt, linkEndsAt, receivedAt }: Reference, timeZone: string) {
  const until = formatDate(dateIn(timeZone, linkEndsAt), pageLanguage());
  return {
    id,
    title: inPageWords(title),
    referee: referee.name,
    email: referee.email,
    state,
    stateLabel: sayWord(stateWords[state]),
    asked: formatInstant(askedAt, timeZone, pageLanguage()),
    received: receivedAt && formatInstant(receivedAt, timeZone, pageLanguage()),
    until: state === 'asked' ? until : undefined,
  };
}
