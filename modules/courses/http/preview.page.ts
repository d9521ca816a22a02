import type { CourseDefinition, Lesson } from '../domain/course-definition.js';
import type { CourseOfText } from './lesson-html.js';
import type { SessionPlan } from '../domain/session-plan.js';
import { lessonWords } from './lesson-words.js';
import { lessonPage } from './lesson.page.js';
import { sessionPage } from './session.page.js';

/** As much of a course as its texts are shown with. */
export type CourseOfPreview = Pick<CourseDefinition, 'title' | 'language' | 'support_note'> & CourseOfText;

/**
 * A lesson that is being written, by the page that learners get; the other version of its hard parts stands beside it.
 * @param place which of how many lessons of its course it is
 */
export function lessonPreview(lesson: Lesson, course: CourseOfPreview, place: { number: number; total: number }) {
  const shown = (alternative: boolean) => {
    const whole = { ...course, lessons: [lesson] };
    return lessonPage({ course: whole, lesson, answered: null, done: false, nextCode: null }, alternative);
  };
  return {
    ...shown(false),
    line: lessonWords(course.language).line(place.number, place.total, lesson.minutes),
    hard: lesson.hard_material && { text: lesson.hard_material.announcement },
    other: lesson.hard_material ? shown(true).html : null,
    // A learner is told about the answer they chose; an author sees all of them.
    checks: lesson.checks,
  };
}

/** The plan of a live session that is being written, by the page that facilitators get. */
export function sessionPreview(plan: SessionPlan, course: CourseOfPreview) {
  return sessionPage({ course, plan });
}
