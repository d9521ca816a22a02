import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import type { OwnWaiting, WaitingForPerson } from '../use-cases/read-waiting.js';

interface Said {
  /** It waits for others: the person only wants to know. */
  isUnderWay?: true;
  /** What it is and what to do; `until` where it has a last day. */
  words: (until: string) => string;
  href: (id: string) => string;
  action: string;
}

const SAID: Record<WaitingForPerson['kind'], Said> = {
  background_question: {
    words: (until) =>
      say`There is a question about your background check${by(until)}. Nothing is decided before you are heard.`,
    href: (id) => `/applications/${id}/background-answer`,
    action: 'Answer it',
  },
  notice: {
    words: (until) => say`A complaint was made, and you can answer it${by(until)}.`,
    href: (id) => `/notices/${id}`,
    action: 'Read it and answer',
  },
  renewal_returned: {
    words: () => say`Your renewal was returned for more information. What you sent is kept.`,
    href: (id) => `/renewals/${id}`,
    action: 'Read the notes and answer',
  },
  evidence_returned: {
    words: () => say`Something that you handed in was returned for more information.`,
    href: () => '/evidence',
    action: 'See what is still needed',
  },
  reference: {
    words: () =>
      say`A letter of reference will not come: the request was declined or withdrawn. You can ask somebody else.`,
    href: (id) => `/applications/${id}/references`,
    action: 'Ask somebody else',
  },
  invoice: {
    words: () => say`An invoice is open.`,
    href: (id) => `/invoices/${id}`,
    action: 'See what it is for and how to pay',
  },
  extension: {
    words: (until) => say`A stage of your certification ends on ${until}. You can ask for more time before that.`,
    href: (id) => `/credentials/${id}/extensions/new`,
    action: 'Ask for more time',
  },
  appeal_decided: {
    words: () => say`Your appeal was decided.`,
    href: (id) => `/appeals/${id}`,
    action: 'Read the decision',
  },
  appeal_under_way: {
    isUnderWay: true,
    words: (until) => say`Your appeal is being looked at; it is to be decided by ${until}. You get a letter.`,
    href: (id) => `/appeals/${id}`,
    action: 'See how it stands',
  },
  notice_under_way: {
    isUnderWay: true,
    words: (until) => say`The complaint you had notice of is to be decided by ${until}. You get a letter.`,
    href: (id) => `/notices/${id}`,
    action: 'See how it stands',
  },
};

/** What waits for a person, with the page where it goes on: what has a last day comes first. */
export function waitingOf({ items }: OwnWaiting) {
  return linesOf(items.filter(({ kind }) => !SAID[kind].isUnderWay));
}

/** What others do for or about a person meanwhile, with the day until which they do it. */
export function underWayOf({ items }: OwnWaiting) {
  return linesOf(items.filter(({ kind }) => SAID[kind].isUnderWay));
}

function linesOf(items: readonly WaitingForPerson[]) {
  return items
    .toSorted((a, b) => (a.until?.toString() ?? '9').localeCompare(b.until?.toString() ?? '9'))
    .map(({ kind, id, until }) => {
      const { words, href, action } = SAID[kind];
      return { words: words(until ? formatDate(until, pageLanguage()) : ''), href: href(id), action: sayWord(action) };
    });
}

const by = (until: string): string => until && say`, until ${until}`;
