import { coverCategories, type Coverage } from './coverage.js';
import type { Competency } from './framework.js';

const category: Competency = {
  code: 'core-1',
  frameworkCode: 'core',
  categoryCode: null,
  title: 'Cares',
  awaiting: null,
};
const statement = (code: string): Competency => ({ ...category, code, categoryCode: 'core-1', title: code });
const competencies = [category, statement('core-1.1'), statement('core-1.2')];

const taughtBy = (competencyCode: string, lessons: number, items = 0): Coverage => ({
  competencyCode,
  courseCode: 'course',
  courseTitle: 'A course',
  lessons,
  items,
});

describe('what teaches a category', () => {
  it('is nothing when no course names it', () => {
    expect(coverCategories(competencies, [])).toMatchObject([{ code: 'core-1', taught: false, statementsTaught: 0 }]);
  });

  it('is a lesson that names one of its statements, and the other statements stay open', () => {
    const [covered] = coverCategories(competencies, [taughtBy('core-1.2', 1)]);
    expect(covered).toMatchObject({ taught: true, statementsTaught: 1 });
    expect(covered?.statements.map(({ taught }) => taught)).toEqual([false, true]);
  });

  it('is a lesson that names the whole category, with all its statements', () => {
    expect(coverCategories(competencies, [taughtBy('core-1', 1)])).toMatchObject([
      { taught: true, statementsTaught: 2 },
    ]);
  });

  it('is never a quiz item alone: asking is not teaching', () => {
    expect(coverCategories(competencies, [taughtBy('core-1.1', 0, 3)])).toMatchObject([
      { taught: false, statementsTaught: 0 },
    ]);
  });
});
