import { trainingMinutes, type CourseDefinition } from '../domain/course-definition.js';
import { sessionMinutes } from '../domain/session-plan.js';
import type { OwnEnrolment } from '../use-cases/read-courses.js';
import type { LessonView } from '../use-cases/read-lesson.js';

/** A course as JSON; its lessons' texts are read one by one by who is in it. */
export function courseDocument(course: CourseDefinition) {
  const { code, title, summary, language, version, authors, review, objectives, minutes, references } = course;
  return {
    code,
    title,
    summary,
    language,
    version,
    authors,
    review,
    objectives,
    references,
    trainingMinutes: trainingMinutes(course),
    topics: course.training.topics,
    components: minutes,
    lessons: course.lessons.map((lesson) => ({
      code: lesson.code,
      title: lesson.title,
      minutes: lesson.minutes,
      competencies: lesson.competencies,
    })),
    sessions: (course.sessions ?? []).map((plan) => ({
      code: plan.code,
      title: plan.title,
      minutes: sessionMinutes(plan),
      topics: plan.training.topics,
    })),
    quizCode: course.quiz.code,
  };
}

/** Where a person stands in a course, as JSON: plain values only, since writes keep it for repeats. */
export function enrolmentDocument({ id, courseVersionId, enrolledAt, completedOn, progress }: OwnEnrolment) {
  const { state, lessonsDone, lessonsTotal, quizPassed, next, course, lessons } = progress;
  return {
    id,
    courseCode: course.code,
    courseVersionId,
    enrolledAt: enrolledAt.toString(),
    completedOn: completedOn?.toString() ?? null,
    state,
    lessonsDone,
    lessonsTotal,
    quizPassed,
    next,
    lessons: lessons.map(({ id: lessonId, code, done }) => ({ id: lessonId, code, done })),
    quizCode: course.quiz.code,
  };
}

/** A lesson as JSON. Which option is right is told by the answer to the checks. */
export function lessonDocument({ id, course, lesson, answered, done, nextCode }: LessonView) {
  return {
    id,
    courseCode: course.code,
    code: lesson.code,
    title: lesson.title,
    minutes: lesson.minutes,
    competencies: lesson.competencies,
    hardMaterial: lesson.hard_material ?? null,
    body: lesson.body,
    checks: lesson.checks.map(({ question, options }) => ({ question, options: options.map(({ text }) => text) })),
    answered,
    reflection: lesson.reflection,
    supportNote: course.support_note,
    done,
    nextCode,
  };
}
