import type { Competency } from './framework.js';

/** How much of a course goes to one competency: in how many lessons it is taught, by how many quiz items asked. */
export interface Coverage {
  readonly competencyCode: string;
  readonly courseCode: string;
  readonly courseTitle: string;
  readonly lessons: number;
  readonly items: number;
}

export interface CoveredStatement {
  readonly code: string;
  readonly title: string;
  readonly courses: readonly Coverage[];
  readonly taught: boolean;
}

export interface CoveredCategory extends CoveredStatement {
  readonly awaiting: string | null;
  readonly statements: readonly CoveredStatement[];
  readonly statementsTaught: number;
}

/**
 * The categories of one framework with what teaches them. A statement counts as taught by a lesson that names it or its
 * whole category; quiz items alone teach nothing. A category counts as taught when at least one statement is, or it
 * is named itself.
 */
export function coverCategories(competencies: readonly Competency[], coverage: readonly Coverage[]): CoveredCategory[] {
  const of = (code: string) => coverage.filter(({ competencyCode }) => competencyCode === code);
  const isTaught = (courses: readonly Coverage[]) => courses.some(({ lessons }) => lessons > 0);
  return competencies
    .filter(({ categoryCode }) => categoryCode === null)
    .map((category) => {
      const courses = of(category.code);
      const whole = isTaught(courses);
      const statements = competencies
        .filter(({ categoryCode }) => categoryCode === category.code)
        .map(({ code, title }) => ({ code, title, courses: of(code), taught: whole || isTaught(of(code)) }));
      const statementsTaught = statements.filter(({ taught }) => taught).length;
      const { code, title, awaiting } = category;
      return { code, title, awaiting, courses, taught: whole || statementsTaught > 0, statements, statementsTaught };
    });
}
