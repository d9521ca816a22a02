import type { Coverage } from '../domain/coverage.js';
import type { CategoryCoverage, FrameworkCoverage } from '../use-cases/read-coverage.js';

const COLUMNS = [
  { label: 'Category' },
  { label: 'Statements taught' },
  { label: 'Training domains' },
  { label: 'Exam domains' },
  { label: 'Continuing education' },
];

/** The coverage page: what the frameworks ask, and where each part is taught. */
export function competenciesPage(frameworks: readonly FrameworkCoverage[]) {
  return {
    frameworks: frameworks.map(({ framework, categories }) => ({
      ...framework,
      have: categories.filter(({ taught }) => taught).length,
      need: categories.length,
      columns: COLUMNS,
      rows: categories.map(rowOf),
      categories: categories.map((category) => ({ ...category, courses: coursesOf(category) })),
    })),
  };
}

function rowOf({ code, title, awaiting, statements, statementsTaught, topics }: CategoryCoverage) {
  const taught = awaiting ? 'Awaiting its reviewers' : `${statementsTaught} of ${statements.length}`;
  return {
    cells: [
      { text: title, href: `#${code}` },
      { text: taught },
      ...[topics.training, topics.exam, topics.ce].map((titles) => ({ text: titles.join(', ') })),
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
