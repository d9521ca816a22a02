import { formatMinutes } from '../../../src/kernel/minutes.js';
import { pageLinks } from '../../../src/platform/http/paging.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { topicField } from '../domain/submission.js';
import type { CourseListOutcome } from '../use-cases/enter-course-list.js';
import type { CourseDetail, CourseList, CourseListQuestion, CourseReading } from '../use-cases/read-courses.js';
import type { Choice } from '../use-cases/read-form-choices.js';
import { COURSE_STATE_WORDS, deliveryChoices, DELIVERY_WORDS } from './delivery-words.js';

const COLUMNS = ['Course', 'For', 'Time', 'How it is given', 'Approval'];

/** The register of approved training: for everybody at one address, for those who keep it at another. */
export function coursesPage(
  path: string,
  { courses, next, bodies, body, schemes }: CourseList,
  asked: CourseListQuestion,
  { topics, hrefOf, mayUse }: { topics: readonly Choice[]; hrefOf?: (id: string) => string; mayUse?: boolean },
) {
  const names = namesOf(topics);
  const filters = { body: asked.body, scheme: asked.scheme, text: asked.text, show: asked.show };
  return {
    action: path,
    body,
    bodies: bodies.length < 2 ? [] : bodies.map(({ slug, name }) => ({ value: slug, label: name })),
    schemes: schemes.map((code) => ({ value: code, label: code })),
    shows: [
      { value: 'today', label: say`Approved today` },
      { value: 'all', label: say`Also earlier and later ones` },
    ],
    filters: { ...filters, body: body?.slug },
    columns: [...COLUMNS, ...(mayUse ? ['You took it?'] : [])].map((label) => ({ label: sayWord(label) })),
    rows: courses.map((course) => ({
      cells: [
        { text: course.title, note: course.provider, href: hrefOf?.(course.id) },
        { text: course.schemeCode },
        { text: formatMinutes(course.minutes), note: timeWords(course, names) },
        { text: sayWord(DELIVERY_WORDS[course.delivery]), note: course.live ? say`Live` : say`Not live` },
        approvalCell(course),
        ...(mayUse ? [useCell(course)] : []),
      ],
    })),
    pages: pageLinks(path, filters, { after: asked.after, next }),
  };
}

/** A course taught here records by itself that it was finished; of any other, the certificate is handed in. */
function useCell({ id, courseCode }: CourseReading) {
  if (courseCode !== null)
    return { text: say`Taught here`, href: `/courses/${courseCode}`, note: say`Counts by itself` };
  return { text: say`Hand it in`, href: `/evidence/outside-trainings/new?course=${id}` };
}

function approvalCell({ state, validFrom, validTo, withdrawnFrom }: CourseReading) {
  const [from, to] = [validFrom, validTo].map((day) => formatDate(day, pageLanguage()));
  const dates = to ? say`${from ?? ''} to ${to}` : say`From ${from ?? ''}`;
  const ended = withdrawnFrom && say`Until ${formatDate(withdrawnFrom, pageLanguage())}`;
  return { text: sayWord(COURSE_STATE_WORDS[state]), note: ended ?? dates };
}

function timeWords({ topics }: Pick<CourseReading, 'topics'>, names: ReadonlyMap<string, string>): string {
  return topics.map(({ topic, minutes }) => `${names.get(topic) ?? topic} ${formatMinutes(minutes)}`).join(', ');
}

function namesOf(topics: readonly Choice[]): ReadonlyMap<string, string> {
  return new Map(topics.map(({ value, label }) => [value, sayWord(label)]));
}

/** One course with its decisions, and what may be decided. */
export function coursePage(course: CourseDetail, topics: readonly Choice[]) {
  const { id, title, provider, schemeCode, delivery, live, validFrom, validTo, decisions, bodyName } = course;
  const isWithdrawn = decisions[0]?.outcome === 'withdrawn';
  const names = namesOf(topics);
  return {
    id,
    title,
    state: COURSE_STATE_WORDS[course.state],
    isWithdrawn,
    rows: [
      { key: 'Given by', value: provider },
      { key: 'For', value: `${schemeCode}, ${bodyName}` },
      {
        key: 'Time',
        value: [
          ...course.topics.map((part) => `${names.get(part.topic) ?? part.topic}: ${formatMinutes(part.minutes)}`),
          `In all: ${formatMinutes(course.minutes)}`,
        ],
      },
      { key: 'How it is given', value: `${DELIVERY_WORDS[delivery]}, ${live ? 'live' : 'not live'}` },
      ...(course.courseCode === null
        ? []
        : [
            {
              key: 'Taught here',
              value: `As ${course.courseCode}. Whoever finishes it has training under this approval`,
            },
          ]),
      { key: 'First day', value: formatDate(validFrom) },
      { key: 'Last day', value: validTo ? formatDate(validTo) : 'No end is set' },
    ],
    decisions: decisions.map(({ outcome, effectiveOn, reason }) => ({
      text: `${outcome === 'approved' ? 'Approved' : 'Approval withdrawn'} from ${formatDate(effectiveOn)}`,
      reason,
    })),
  };
}

/** The form for a course. */
export function newCoursePage(topics: readonly Choice[], bodies: readonly Choice[]) {
  return {
    topics: topics.map(({ value, label }) => ({ name: topicField(value), label })),
    bodies: bodies.length < 2 ? [] : bodies,
    deliveries: deliveryChoices(),
  };
}

/** What became of an uploaded list, or would become of it. */
export function courseListPage(outcome: CourseListOutcome & { checked: number | null; fileName: string }) {
  const { encoding, entered, same, problems, checked, fileName } = outcome;
  return {
    fileName,
    encoding,
    converted: encoding !== 'UTF-8',
    checked,
    entered,
    same,
    count: problems.length,
    columns: [{ label: 'Line' }, { label: 'What to do' }],
    problems: problems.slice(0, 100).map(({ line, message }) => ({
      cells: [{ text: line > 0 ? `Line ${line}` : 'The whole list' }, { text: message }],
    })),
    more: Math.max(0, problems.length - 100),
  };
}
