import type { QuizDefinition } from '../../quizzes/quizzes.public.js';
import type { Finding } from './course-checks.js';
import type { CourseDefinition } from './course-definition.js';

/** A course with its quiz, as they are published. */
export interface WholeCourse {
  readonly course: CourseDefinition;
  readonly quiz: QuizDefinition;
}

/**
 * Whether a course in another language is the same course: as many lessons, each under the same code with the same competencies, the
 * same training, and a quiz with the same items and the same answers. Only the words may differ.
 */
export function checkTranslation(translation: WholeCourse, original: WholeCourse): Finding[] {
  const { course, quiz } = translation;
  const reasons = [
    ...(course.language === original.course.language ? [`it is in the same language, ${course.language}`] : []),
    ...(original.course.translates ? [`${original.course.code} is a translation itself`] : []),
    ...differences('lessons', course.lessons.map(lessonTraits), original.course.lessons.map(lessonTraits)),
    ...differences('objectives', course.objectives.map(traits), original.course.objectives.map(traits)),
    ...differences(
      'training topics',
      course.training.topics.map(topicTraits),
      original.course.training.topics.map(topicTraits),
    ),
    ...differences('quiz items', quiz.items.map(itemTraits), original.quiz.items.map(itemTraits)),
  ];
  return reasons.map((reason) => ({
    path: ['translates'],
    reason: `not the same course as ${course.translates}: ${reason}`,
  }));
}

const traits = ({ competencies }: { competencies: readonly string[] }) => competencies.toSorted().join(' ');
const lessonTraits = (lesson: CourseDefinition['lessons'][number]) => `${lesson.code}: ${traits(lesson)}`;
const topicTraits = ({ topic, minutes }: { topic: string; minutes: number }) => `${topic}: ${minutes}`;

function itemTraits({ code, kind, competency, exam_domain, options }: QuizDefinition['items'][number]): string {
  const answers = options.map(({ key, correct, position }) => `${key}${correct ? '!' : ''}${position ?? ''}`);
  return `${code}: ${kind} ${competency} ${exam_domain} ${answers.join(' ')}`;
}

/** Where two lists part ways: how many each has, or the first of each that differs. */
function differences(what: string, here: readonly string[], there: readonly string[]): string[] {
  if (here.length !== there.length) return [`${here.length} ${what}, and ${there.length} there`];
  const at = here.findIndex((one, index) => one !== there[index]);
  return at < 0 ? [] : [`of the ${what} number ${at + 1} is "${here[at]}" here and "${there[at]}" there`];
}
