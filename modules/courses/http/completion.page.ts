import { formatMinutes } from '../../../src/kernel/minutes.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import type { Completion } from '../use-cases/read-completion.js';
import type { OwnCertificate } from '../use-cases/read-own-certificate.js';
import { TOPIC_TITLES } from './topic-titles.js';

const TITLES: Readonly<Record<string, string>> = TOPIC_TITLES;

/** The record of completion, and where its certificate is. */
export function completionPage(completion: Completion, certificate: OwnCertificate | null) {
  const { person, course, courseVersionId, completedOn, parts } = completion;
  const sum = parts.reduce((total, { minutes }) => total + minutes, 0);
  return {
    title: say`Record of completion`,
    href: `/courses/${course.code}`,
    here: `/courses/${course.code}/completion`,
    isFinished: completedOn !== null,
    certificate: certificate && certificateView(certificate),
    course: course.title,
    rows: [
      { key: say`Name`, value: person.legalName },
      { key: say`Person`, value: person.number },
      { key: say`Course`, value: say`${course.title}, version ${course.version}` },
      {
        key: say`Completed on`,
        value: completedOn ? formatDate(completedOn, pageLanguage()) : say`The self-study is not finished yet`,
      },
      { key: say`Fingerprint of the content (SHA-256)`, value: courseVersionId },
    ],
    table: {
      columns: [
        { label: say`What` },
        { label: say`When` },
        { label: say`Counts for` },
        { label: say`Time`, numeric: true },
      ],
      rows: parts.map(({ title, occurredOn, topics, minutes, isLive, voucher }) => ({
        cells: [
          {
            text: title,
            note: isLive ? liveNote(voucher) : say`Self-study and quiz`,
          },
          { text: formatDate(occurredOn, pageLanguage()) },
          {
            text: topics
              .map((one) => `${sayWord(TITLES[one.topic] ?? one.topic)}: ${formatMinutes(one.minutes)}`)
              .join(' · '),
          },
          { text: unbroken(minutes) },
        ],
      })),
      foot: [{ text: say`Together` }, { text: '' }, { text: '' }, { text: unbroken(sum) }],
    },
  };
}

function certificateView({ number, token, state, isThere, isOutdated }: OwnCertificate) {
  return {
    number,
    isThere,
    isOutdated,
    isPending: state === 'pending',
    isHeld: state === 'held',
    check: `/c/${number}?t=${token}`,
  };
}

function liveNote(voucher: string | null | undefined): string {
  return voucher ? say`Live session, held by ${voucher}` : say`Live session`;
}

/** Minutes whose number stays beside its unit in a narrow column. */
function unbroken(minutes: number): string {
  return formatMinutes(minutes).replaceAll(' ', '\u00a0');
}
