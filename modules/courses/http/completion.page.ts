import { formatMinutes } from '../../../src/kernel/minutes.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import type { Completion } from '../use-cases/read-completion.js';
import { TOPIC_TITLES } from './topic-titles.js';

const TITLES: Readonly<Record<string, string>> = TOPIC_TITLES;

/** The record of completion, to print or keep. */
export function completionPage({ name, number, course, courseVersionId, completedOn, parts }: Completion) {
  const sum = parts.reduce((total, { minutes }) => total + minutes, 0);
  return {
    title: 'Record of completion',
    href: `/courses/${course.code}`,
    course: course.title,
    rows: [
      { key: 'Name', value: name },
      { key: 'Person', value: number },
      { key: 'Course', value: `${course.title}, version ${course.version}` },
      { key: 'Completed on', value: completedOn ? formatDate(completedOn) : 'The self-study is not finished yet' },
      { key: 'Content', value: `sha256 ${courseVersionId}` },
    ],
    table: {
      columns: [{ label: 'What' }, { label: 'When' }, { label: 'Counts for' }, { label: 'Time', numeric: true }],
      rows: parts.map(({ title, occurredOn, topics, minutes, isLive, voucher }) => ({
        cells: [
          {
            text: title,
            note: isLive ? `Live session${voucher ? `, held by ${voucher}` : ''}` : 'Self-study and quiz',
          },
          { text: formatDate(occurredOn) },
          { text: topics.map((one) => `${TITLES[one.topic] ?? one.topic}: ${formatMinutes(one.minutes)}`).join(' · ') },
          { text: formatMinutes(minutes) },
        ],
      })),
      foot: [{ text: 'Together' }, { text: '' }, { text: '' }, { text: formatMinutes(sum) }],
    },
  };
}
