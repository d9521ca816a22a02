import type { Coverage } from '../domain/coverage.js';
import type { CategoryCoverage, FrameworkCoverage } from '../use-cases/read-coverage.js';

/** The coverage page: what the frameworks ask, and where each part is taught. */
export function competenciesPage(frameworks: readonly FrameworkCoverage[]) {
  return {
    frameworks: frameworks.map(({ framework, categories }) => ({
      ...framework,
      have: categories.filter(({ taught }) => taught).length,
      need: categories.length,
      categories: categories.map(categoryModel),
    })),
  };
}

function categoryModel(category: CategoryCoverage) {
  const { code, title, awaiting, statements, statementsTaught, topics } = category;
  return {
    code,
    title,
    awaiting,
    line: `${statementsTaught} of ${statements.length} taught`,
    isTaught: category.taught,
    courses: coursesOf(category),
    statements: statements.map(({ code: own, title: text, taught }) => ({ code: own, text, taught })),
    topics: [
      { key: 'Training domains', value: topics.training },
      { key: 'Exam domains', value: topics.exam },
      { key: 'Continuing education', value: topics.ce },
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
