import { formatMinutes } from '../../../src/kernel/minutes.js';
import { trainingMinutes } from '../domain/course-definition.js';
import type { CourseView } from '../use-cases/read-courses.js';

const ACTIONS = { in_progress: 'Go on', quiz_left: 'Go on to the quiz', finished: 'Look at it again' } as const;

/** The catalogue, with the reader's own progress where they are in a course. */
export function cataloguePage(courses: readonly CourseView[]) {
  return {
    courses: courses.map(({ course, enrolment }) => ({
      title: course.title,
      summary: course.summary,
      href: `/courses/${course.code}`,
      meta: `${course.lessons.length} lessons and a quiz, ${formatMinutes(trainingMinutes(course))} of training`,
      progress: enrolment?.progress,
      isFinished: enrolment?.progress.state === 'finished',
      action: enrolment ? ACTIONS[enrolment.progress.state] : 'Look at this course',
    })),
  };
}
