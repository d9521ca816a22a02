import { formatMinutes } from '../../../src/kernel/minutes.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import type { Completion } from '../use-cases/read-completion.js';
import { TOPIC_TITLES } from './topic-titles.js';

const TITLES: Readonly<Record<string, string>> = TOPIC_TITLES;

/** The record of completion, to print or keep. */
export function completionPage({ name, number, course, courseVersionId, completedOn, parts }: Completion) {
  const sum = parts.reduce((total, { minutes }) => total + minutes, 0);
  return {
    title: say`Record of completion`,
    href: `/courses/${course.code}`,
    course: course.title,
    rows: [
      { key: say`Name`, value: name },
      { key: say`Person`, value: number },
      { key: say`Course`, value: say`${course.title}, version ${course.version}` },
      {
        key: say`Completed on`,
        value: completedOn ? formatDate(completedOn, pageLanguage()) : say`The self-study is not finished yet`,
      },
      { key: say`Content`, value: `sha256 ${courseVersionId}` },
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
          { text: formatMinutes(minutes) },
        ],
      })),
      foot: [{ text: say`Together` }, { text: '' }, { text: '' }, { text: formatMinutes(sum) }],
    },
  };
}

function liveNote(voucher: string | null | undefined): string {
  return voucher ? say`Live session, held by ${voucher}` : say`Live session`;
}
