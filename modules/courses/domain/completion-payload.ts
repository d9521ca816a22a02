import type { Temporal } from 'temporal-polyfill';
import { formatMinutes } from '../../../src/kernel/minutes.js';
import { unsealed } from '../../../src/kernel/sealed-payload.js';
import type { CourseDefinition } from './course-definition.js';

/** What a certificate of completion states, worded and frozen when it is asked for. */
export interface CompletionPayload {
  title: string;
  author: string;
  language: string;
  nameLanguage: string;
  /** ISO date; the date inside the file. */
  issuedOn: string;
  specimen: boolean;
  /** For the page on which anybody checks the number: nothing that the paper does not say. */
  check: {
    code: string;
    course: string;
    language: string;
    version: string;
    completedOn: string;
    minutes: number;
    liveMinutes: number;
  };
  /** For the template content/certificates/completion.hbs. */
  data: {
    paper: 'letter';
    offeredBy: string;
    holder: { name: string };
    course: { title: string; language: string; version: string; content: string; authors: string };
    completedOn: string;
    time: { total: string; live: string | null };
    rule: string;
    parts: { title: string; language: string; what: string; on: string; time: string }[];
    topics: string;
    competencies: string;
    number: string;
    verification: { printed: string; url: string };
  };
}

export interface CompletionFacts {
  holder: { name: string; language: string | null };
  /** The organization that looks after the course; without one its authors stand there. */
  offeredBy: string | null;
  course: CourseDefinition;
  courseVersionId: string;
  completedOn: Temporal.PlainDate;
  parts: readonly {
    title: string;
    occurredOn: Temporal.PlainDate;
    minutes: number;
    topics: readonly { topic: string; minutes: number }[];
    isLive: boolean;
    voucher: string | null;
  }[];
  topicTitles: Readonly<Record<string, string>>;
  /** Titles of the competency categories that the lessons teach, in order. */
  competencies: readonly string[];
  number: string;
  token: string;
  /** Base address of the public pages, without a slash at the end. */
  publicUrl: string;
  specimen: boolean;
  say: (date: Temporal.PlainDate) => string;
}

/** Words the certificate. Everything that could change later is text from here on. */
export function completionPayload(facts: CompletionFacts): CompletionPayload {
  const { holder, course, courseVersionId, completedOn, parts, number, publicUrl, say } = facts;
  const host = publicUrl.replace(/^https?:\/\//, '');
  const sum = (some: typeof parts) => some.reduce((total, { minutes }) => total + minutes, 0);
  const live = sum(parts.filter(({ isLive }) => isLive));
  const authors = course.authors.join(', ');
  const offeredBy = facts.offeredBy ?? authors;
  const days = parts.map(({ occurredOn }) => occurredOn.toString());
  return {
    title: `Certificate of completion ${number}: ${course.title}`,
    author: offeredBy,
    language: 'en',
    nameLanguage: holder.language ?? 'und',
    // The last day that it tells of: asked for again, the same record is the same document.
    issuedOn: [...days, completedOn.toString()].sort().at(-1) ?? completedOn.toString(),
    specimen: facts.specimen,
    check: {
      code: course.code,
      course: course.title,
      language: course.language,
      version: course.version,
      completedOn: completedOn.toString(),
      minutes: sum(parts),
      liveMinutes: live,
    },
    data: {
      paper: 'letter',
      offeredBy,
      holder: { name: holder.name },
      course: {
        title: course.title,
        language: course.language,
        version: course.version,
        content: courseVersionId.slice(0, 16),
        authors,
      },
      completedOn: say(completedOn),
      time: { total: formatMinutes(sum(parts)), live: live > 0 ? formatMinutes(live) : null },
      rule: ruleOf(course, sum(parts.filter(({ isLive }) => !isLive))),
      parts: linesOf(facts),
      topics: topicsOf(facts),
      competencies: facts.competencies.join(' · ') || 'None named',
      number,
      verification: { printed: `${host}/verify`, url: completionAddress(publicUrl, facts) },
    },
  };
}

/** The address in the QR code: the number, and the token that opens the name. */
export function completionAddress(publicUrl: string, { number, token }: { number: string; token: string }): string {
  return `${publicUrl}/c/${number}?t=${token}`;
}

/** @throws Error when the text is no longer what was sealed */
export function openCompletion(stored: { text: string; hash: string }): CompletionPayload {
  return unsealed(stored) as CompletionPayload;
}

/** So many lines have their place on the page; more live sessions stand together in the last one. */
const LINES = 6;

function linesOf({ course, parts, say }: CompletionFacts): CompletionPayload['data']['parts'] {
  const { language } = course;
  const alone = parts.length > LINES ? parts.slice(0, LINES - 1) : parts;
  const rest = parts.slice(alone.length);
  const lines = alone.map(({ title, occurredOn, minutes, isLive, voucher }) => ({
    title,
    language,
    what: isLive ? (voucher ? `Live session, held by ${voucher}` : 'Live session') : 'Self-study and quiz',
    on: say(occurredOn),
    time: formatMinutes(minutes),
  }));
  const last = rest.at(-1);
  if (!last) return lines;
  const minutes = rest.reduce((total, one) => total + one.minutes, 0);
  const title = `${rest.length} more live sessions`;
  return [
    ...lines,
    { title, language: 'en', what: 'Live sessions', on: say(last.occurredOn), time: formatMinutes(minutes) },
  ];
}

function topicsOf({ parts, topicTitles }: CompletionFacts): string {
  const minutes = new Map<string, number>();
  for (const one of parts.flatMap(({ topics }) => topics))
    minutes.set(one.topic, (minutes.get(one.topic) ?? 0) + one.minutes);
  const said = [...minutes].map(([topic, some]) => `${topicTitles[topic] ?? topic}: ${formatMinutes(some)}`);
  return said.join(' · ') || 'None';
}

const MEASURED =
  'Self-study counts the time at work in each lesson, at most what the lesson claims; time away from the page is not counted.';

/** By what rule the minutes were counted, as the course states it. */
function ruleOf({ counting }: CourseDefinition, selfStudyMinutes: number): string {
  const live = 'Live sessions count for who was there, by the word of who held them.';
  if (counting?.rule !== 'measured') {
    const counted =
      selfStudyMinutes > 0
        ? 'Self-study counts when every lesson is done and the quiz is passed: reading at 200 words a minute, exercises and the quiz by their set time.'
        : 'The self-study was counted already, with the same course in another language.';
    return `${counted} ${live}`;
  }
  const without =
    counting.without_script === 'completion'
      ? 'A lesson read without scripts counts as it claims.'
      : 'A lesson read without scripts does not count.';
  return `${MEASURED} ${without} ${live}`;
}
