import { formatCount, formatDate, formatInstant } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { sayWord } from '../../../src/platform/translation/say.js';
import { keepReasons } from '../domain/keep-reasons.js';
import type { ErasureAtDesk } from '../use-cases/answer-erasure.js';
import type { KeptClass, OwnData } from '../use-cases/read-own-data.js';

/** What is kept of a person, as their page tells it. */
export function ownDataPage({ confirmed, classes, withheld, takeBackDays, erasure, bodies }: OwnData) {
  return {
    confirmed,
    takeBackDays,
    classes: classes.map((one) => ({ key: sayWord(one.title), value: [sayWord(one.kept), contentsOf(one)] })),
    withheld: withheld.map(({ title, why }) => ({ title: sayWord(title), why: sayWord(why) })),
    bodies: bodies.map(({ name, contactEmail }) => ({ name, contactEmail })),
    due: erasure && formatInstant(erasure.dueAt, 'UTC', pageLanguage()),
    files: erasure
      ? bodies.flatMap(({ name, keepUntil: on }) => (on ? [{ name, until: formatDate(on, pageLanguage()) }] : []))
      : [],
  };
}

/** What erasure will do, to be read before it is asked for. */
export function askErasurePage({ confirmed, classes, takeBackDays, erasure, bodies }: OwnData) {
  const rowsOf = (goes: boolean) =>
    classes
      .filter((one) => one.goes === goes)
      .map((one) => ({ key: sayWord(one.title), value: [sayWord(one.erasure), contentsOf(one)] }));
  return {
    confirmed,
    takeBackDays,
    waits: erasure !== null,
    goes: rowsOf(true),
    stays: rowsOf(false),
    bodies: bodies.map(({ name, contactEmail }) => ({ name, contactEmail })),
  };
}

/** What there is of a class, below its words. */
const contentsOf = ({ has }: KeptClass): string =>
  `${has.map(({ title, rows }) => `${sayWord(title)} (${rows})`).join(' · ')}.`;

/** Requests for erasure, for staff of the bodies that have a file. */
export function deskErasuresPage(found: readonly ErasureAtDesk[]) {
  return {
    open: formatCount(found.filter(({ reason }) => reason === null).length, 'request waits', 'requests wait'),
    reasons: [
      { value: 'not_needed', label: 'The file does not need the name any more' },
      ...Object.entries(keepReasons).map(([value, label]) => ({ value, label })),
    ],
    requests: found.map(({ id, bodyId, person, body, state, dueAt, answerBy, keepUntil, reason }) => ({
      id,
      bodyId,
      heading: `${person.displayName}, ${person.number}`,
      facts: [
        { key: 'Certifying body', value: body.name },
        { key: 'Account', value: state === 'waiting' ? `Closes ${formatInstant(dueAt, body.timeZone)}` : 'Closed' },
        { key: 'Answer by', value: formatDate(answerBy) },
        { key: 'Name kept until', value: `${formatDate(keepUntil)}, ${reason ? reasonWords[reason] : UNANSWERED}` },
      ],
      answered: reason !== null,
    })),
  };
}

const reasonWords = { ...keepReasons, not_needed: 'as you answered: not needed any longer' };
const UNANSWERED = 'unless you answer';
