import type { CourseDefinition, Lesson } from '../domain/course-definition.js';
import { SIGN_EVERY_SECONDS } from '../domain/active-time.js';
import { replaceSections } from '../domain/markdown.js';
import type { LessonView } from '../use-cases/read-lesson.js';
import { lessonHtml } from './lesson-html.js';
import { lessonWords } from './lesson-words.js';

/** What the page of a lesson shows; of its course only as much as that takes. */
export type ShownLesson = Omit<LessonView, 'id' | 'course'> & {
  readonly course: Pick<
    CourseDefinition,
    'code' | 'title' | 'language' | 'support_note' | 'pictures' | 'lessons' | 'counting'
  >;
};

/** A lesson. `alternative`: the learner chose to read the other version of its hard parts. */
export function lessonPage({ course, lesson, answered, done, nextCode }: ShownLesson, alternative: boolean) {
  const words = lessonWords(course.language);
  const courseHref = `/courses/${course.code}`;
  const href = `${courseHref}/lessons/${lesson.code}`;
  const number = course.lessons.findIndex(({ code }) => code === lesson.code) + 1;
  return {
    title: lesson.title,
    trail: [
      { text: words.courses, href: '/courses' },
      { text: course.title, href: courseHref },
      { text: lesson.title },
    ],
    line: words.line(number, course.lessons.length, lesson.minutes),
    words: { ...words, reflectionNote: words.reflectionNote(lesson.reflection.minutes) },
    language: course.language,
    href,
    courseHref,
    supportNote: course.support_note,
    hard: hardMaterial(lesson, { href, words }, alternative),
    html: lessonHtml(bodyOf(lesson, alternative), course),
    checks: lesson.checks.map(({ question, options }, at) => {
      const answer = answered?.[at];
      return {
        name: `check${at}`,
        question: `${at + 1}. ${question}`,
        items: options.map(({ text }, index) => ({ value: String(index), label: text })),
        value: answer ? String(answer.chosen) : undefined,
        answer: answer && { ...answer, heading: answer.correct ? words.right : words.another },
      };
    }),
    isAnswered: answered !== null,
    reflection: lesson.reflection,
    isDone: done,
    signs: course.counting?.rule === 'measured' && { href: `${href}/signs-of-work`, every: SIGN_EVERY_SECONDS },
    next: nextCode
      ? { href: `${courseHref}/lessons/${nextCode}`, text: words.next }
      : { href: courseHref, text: words.back },
  };
}

function bodyOf({ body, hard_material: hard }: Lesson, alternative: boolean): string {
  return hard && alternative ? replaceSections(body, hard.replaces, hard.alternative) : body;
}

function hardMaterial(
  { hard_material: hard }: Lesson,
  { href, words }: { href: string; words: ReturnType<typeof lessonWords> },
  alternative: boolean,
) {
  if (!hard) return null;
  return alternative
    ? { text: words.otherShown, href, action: words.readFirst }
    : { text: hard.announcement, href: `${href}?version=other`, action: words.readOther };
}
