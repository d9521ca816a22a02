import { say, sayWord } from '../../../src/platform/translation/say.js';
import type { Coverage } from '../domain/coverage.js';
import type { Gap } from '../domain/gaps.js';
import type { CategoryCoverage, FrameworkCoverage } from '../use-cases/read-coverage.js';

const COLUMNS = [
  'Category',
  'Statements taught',
  'Training domains',
  'Exam domains',
  'Continuing education',
  'Taught by',
];

/** So many gaps are in sight at once; more open by a press. */
const SHORT_LIST = 6;

/** The coverage page: what the frameworks ask, and where each part is taught. */
export function competenciesPage(frameworks: readonly FrameworkCoverage[]) {
  return {
    frameworks: frameworks.map(({ framework, categories, gaps }) => ({
      ...framework,
      have: categories.filter(({ taught }) => taught).length,
      need: categories.length,
      gaps: gaps.map(gapWords),
      gapCount: gaps.length,
      isShort: gaps.length <= SHORT_LIST,
      caption: say`Where each category of ${sayWord(framework.title)} is taught, asked and renewed`,
      columns: COLUMNS.map((label) => ({ label: sayWord(label) })),
      rows: categories.map(rowOf),
      categories: categories.map((category) => ({
        ...category,
        awaiting: awaitingOf(category),
        courses: coursesOf(category),
      })),
    })),
  };
}

const VOCABULARIES = { training: 'training domain', exam: 'exam domain', ce: 'continuing-education topic' } as const;

function gapWords(gap: Gap): string {
  switch (gap.kind) {
    case 'awaiting':
      return say`“${sayWord(gap.title)}” (${gap.code}) awaits its named reviewers, and is not taught until they agree`;
    case 'not_taught':
      return say`No lesson teaches “${sayWord(gap.title)}” (${gap.code})`;
    case 'not_asked':
      return say`No quiz asks about “${sayWord(gap.title)}” (${gap.code})`;
    case 'topic':
      return say`Nothing that is taught belongs to the ${sayWord(VOCABULARIES[gap.vocabulary])} “${sayWord(gap.title)}”`;
  }
}

/** Whose word is awaited; null once a course teaches it, which it does only with their word. */
function awaitingOf({ awaiting, taught }: CategoryCoverage): string | null {
  return taught ? null : awaiting;
}

function rowOf(category: CategoryCoverage) {
  const { code, title, statements, statementsTaught, topics } = category;
  const taught = awaitingOf(category) ? say`Awaiting its reviewers` : say`${statementsTaught} of ${statements.length}`;
  return {
    cells: [
      { text: sayWord(title), href: `#${code}` },
      { text: taught },
      ...[topics.training, topics.exam, topics.ce].map((titles) => ({ text: titles.map(sayWord).join(', ') })),
      {
        text: coursesOf(category)
          .map((course) => course.title)
          .join('; '),
        lang: 'en',
      },
    ],
  };
}

/** Each course once, with what it has for the category and its statements together. */
function coursesOf({ courses, statements }: CategoryCoverage) {
  const all = [...courses, ...statements.flatMap((statement) => statement.courses)];
  const byCourse = new Map<string, Coverage>();
  for (const one of all) {
    const sum = byCourse.get(one.courseCode);
    byCourse.set(one.courseCode, sum ? { ...sum, items: sum.items + one.items } : one);
  }
  return [...byCourse.values()].map(({ courseCode, courseTitle, items }) => ({
    href: `/courses/${courseCode}`,
    title: courseTitle,
    items,
  }));
}
