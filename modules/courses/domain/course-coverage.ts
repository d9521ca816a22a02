import type { CourseDefinition } from './course-definition.js';

/** How many lessons of a course teach a competency, and how many of its quiz items ask for it. */
export interface CourseCoverage {
  readonly competencyCode: string;
  readonly courseCode: string;
  readonly courseTitle: string;
  readonly lessons: number;
  readonly items: number;
}

/** One row for each competency that a lesson or an item names. A lesson that names one twice counts once. */
export function courseCoverage(
  course: CourseDefinition,
  items: readonly { readonly competency: string }[],
): CourseCoverage[] {
  const taught = course.lessons.map(({ competencies }) => new Set(competencies));
  const asked = items.map(({ competency }) => competency);
  const codes = new Set([...taught.flatMap((lesson) => [...lesson]), ...asked]);
  return [...codes].sort().map((competencyCode) => ({
    competencyCode,
    courseCode: course.code,
    courseTitle: course.title,
    lessons: taught.filter((lesson) => lesson.has(competencyCode)).length,
    items: asked.filter((code) => code === competencyCode).length,
  }));
}
