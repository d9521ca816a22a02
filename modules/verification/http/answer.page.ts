import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import type { Answer } from '../domain/answer.js';

interface Words {
  heading: string;
  text: string;
}

const WORDS: Record<Answer['status'], Words> = {
  active: { heading: 'In good standing', text: 'This credential is active on this date.' },
  expired: { heading: 'Expired', text: 'The last valid day has passed. This credential is not active on this date.' },
  not_active: {
    heading: 'Not active',
    text: 'The last valid day has passed. This credential is not active on this date. The rules of the certifying body give that no other name.',
  },
  suspended: {
    heading: 'Suspended',
    text: 'The certifying body has paused this credential. It is not active on this date.',
  },
  revoked: { heading: 'Revoked', text: 'The certifying body has ended this credential. It is not active.' },
  surrendered: { heading: 'Surrendered', text: 'The holder gave this credential back. It is not active.' },
  superseded: { heading: 'Replaced by a newer one', text: 'A newer credential took the place of this one.' },
  not_yet_in_force: { heading: 'Not yet in force', text: 'This credential begins after this date.' },
  unknown: {
    heading: 'Not on the register',
    text: 'No credential with this number is on the register. That is all we can say about it.',
  },
  mistyped: {
    heading: 'This number has a slip in it',
    text: 'Every number carries a check symbol, and here it does not fit. Compare it with the certificate, symbol by symbol.',
  },
};

/** 404 for what is not on the register, 422 for what cannot be a number; every known standing is an answer. */
export function statusOf({ status }: Answer): number {
  if (status === 'unknown') return 404;
  return status === 'mistyped' ? 422 : 200;
}

/** The page of an answer. */
export function answerPage(answer: Answer) {
  const { heading, text } = WORDS[answer.status];
  const asked = answer.status === 'unknown' || answer.status === 'mistyped';
  return {
    number: answer.number,
    status: answer.status === 'mistyped' ? 'unknown' : answer.status,
    heading: sayWord(heading),
    text: sayWord(text),
    known: !asked,
    also: (answer.also ?? []).map((status) => sayWord(WORDS[status].heading)),
    rows: asked ? [] : rowsOf(answer),
    named: answer.holder !== undefined,
    body: answer.body,
    asOf: answer.asOf,
    timeZone: answer.body?.timeZone ?? 'UTC',
    onDate: answer.onDate,
  };
}

/** With the name of the certificate beside the words of the page, so that the two can be compared. */
function titleWords(official: string): string {
  const said = sayWord(official);
  return said === official ? official : `${said} (${official})`;
}

function rowsOf(answer: Answer) {
  const { credential, body, holder, also = [], notes = [] } = answer;
  const endorsements = credential?.endorsements ?? [];
  const language = pageLanguage();
  return [
    ...(holder ? [{ key: say`Name`, value: holder.name }] : []),
    { key: say`Credential`, value: credential && titleWords(credential.title) },
    ...(credential?.scope ? [{ key: say`Scope`, value: credential.scope }] : []),
    ...(credential?.stage ? [{ key: say`Stage`, value: sentence(credential.stage) }] : []),
    ...(endorsements.length > 0
      ? [{ key: say`Endorsements`, value: endorsements.map((code) => code.toUpperCase()) }]
      : []),
    { key: say`Certifying body`, value: body?.name },
    { key: say`Number`, value: answer.number },
    { key: say`Valid from`, value: formatDate(answer.validFrom, language) },
    { key: say`Last valid day`, value: formatDate(answer.expiresOn, language) },
    ...(answer.status === 'active'
      ? []
      : [{ key: say`${sayWord(WORDS[answer.status].heading)} since`, value: formatDate(answer.since, language) }]),
    ...(also.length > 0 ? [{ key: say`Also true`, value: also.map((status) => sayWord(WORDS[status].heading)) }] : []),
    ...notes.map(({ since, until }) => ({
      key: say`Public note`,
      value: until
        ? say`Reprimand of ${formatDate(since, language)}, told through ${formatDate(until, language)}. It does not change the standing.`
        : say`Reprimand of ${formatDate(since, language)}. It does not change the standing.`,
    })),
  ];
}

function sentence(code: string): string {
  const words = sayWord(code.replaceAll('_', ' '));
  return words.charAt(0).toUpperCase() + words.slice(1);
}
