import { formatMinutes } from '../../../src/kernel/minutes.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { sessionMinutes } from '../domain/session-plan.js';
import { trainingMinutes, type CourseDefinition } from '../domain/course-definition.js';
import { TOPIC_TITLES } from './topic-titles.js';
import { languageName } from '../domain/translations.js';
import type { CourseView, OwnEnrolment } from '../use-cases/read-courses.js';

const COMPONENT_TITLES = {
  reading: 'Reading',
  exercise: 'Exercises and reflection',
  quiz: 'Quiz',
} as const;

interface Reader {
  /** Nobody is signed in. */
  isVisitor: boolean;
  /** As it stands on the record of completion. */
  name: string | null;
}

/** One course: what it teaches, what it is worth, and how far the reader has come. */
export function coursePage(view: CourseView, reader: Reader) {
  const { course, enrolment, prerequisites, isClosed } = view;
  const href = `/courses/${course.code}`;
  return {
    title: course.title,
    course,
    href,
    minutes: trainingMinutes(course),
    countingNote: sayWord(COUNTING_NOTES[countingOf(course)]),
    language: course.language,
    otherLanguages: view.otherLanguages.map(({ code, title, language }) => ({
      title,
      language,
      href: `/courses/${code}`,
      note: OTHER_LANGUAGE[language] ?? say`In ${languageName(language)}:`,
    })),
    isDraft: course.review === 'draft',
    isVisitor: reader.isVisitor,
    isEnrolled: enrolment !== null,
    isClosed,
    isPaused: enrolment?.progress.pausedAt !== null && enrolment !== null,
    canPause: enrolment !== null && enrolment.completedOn === null && enrolment.progress.pausedAt === null,
    withdrawal: enrolment?.withdrawal && {
      heading: say`This version is not begun any more`,
      reason: enrolment.withdrawal.reason,
      isOpen: enrolment.completedOn === null,
    },
    prerequisites: prerequisites.map(({ code, title, isFinished }) => ({
      title,
      href: `/courses/${code}`,
      status: isFinished ? 'completed' : 'not-started',
    })),
    isReady: prerequisites.every(({ isFinished }) => isFinished),
    components: minutesTable(
      say`How the time is counted`,
      say`Part`,
      course.minutes.map(({ kind, what, minutes }) => ({
        text: sayWord(COMPONENT_TITLES[kind]),
        note: what,
        noteLang: course.language,
        minutes,
      })),
    ),
    topics: minutesTable(say`What it counts for`, say`Training domain`, topicRows(course)),
    lessons: course.lessons.map(({ code, title, minutes }) => ({
      title,
      hint: say`About ${minutes} minutes`,
      href: enrolment ? `${href}/lessons/${code}` : undefined,
      status: lessonStatus(enrolment, code),
    })),
    sessions: (course.sessions ?? []).map((plan) => ({
      title: plan.title,
      href: `${href}/sessions/${plan.code}`,
      line: say`${formatMinutes(sessionMinutes(plan))} together, for ${plan.group.from} to ${plan.group.to} people; counts as ${formatMinutes(trainingMinutes(plan))} of training`,
    })),
    quiz: quizTask(course, enrolment),
    progress: enrolment?.progress,
    next: nextStep(course, enrolment),
    completion: completionOf(course, enrolment, reader.name),
  };
}

/** Said in the language that is offered, to those who read it. */
const OTHER_LANGUAGE: Readonly<Record<string, string>> = {
  en: 'This course is also available in English:',
  es: 'Este curso también está en español:',
};

const COUNTING_NOTES = {
  completion: 'Reading is counted at 200 words a minute. Take the time you need: no one measures it.',
  measured_or_completion:
    'This course counts the time you are at work in each lesson, up to what it claims. Time away from the page is not counted. Where your browser runs no scripts, a finished lesson counts as claimed.',
  measured:
    'This course counts the time you are at work in each lesson, up to what it claims. Time away from the page is not counted, and it needs a browser with scripts.',
} as const;

function countingOf({ counting }: CourseDefinition): keyof typeof COUNTING_NOTES {
  if (counting?.rule !== 'measured') return 'completion';
  return counting.without_script === 'completion' ? 'measured_or_completion' : 'measured';
}

function lessonStatus(enrolment: OwnEnrolment | null, code: string) {
  const lesson = enrolment?.progress.lessons.find((one) => one.code === code);
  return lesson?.done ? 'completed' : 'not-started';
}

function quizTask({ quiz }: CourseDefinition, enrolment: OwnEnrolment | null) {
  const status = enrolment?.progress.quiz;
  const begun = (status?.attempts.length ?? 0) > 0;
  return {
    title: quiz.title,
    hint: status
      ? say`${status.questions} questions in ${status.minutesAllowed} minutes, ${status.passPercent}% is a pass`
      : '',
    href: enrolment ? `/quizzes/${quiz.code}` : undefined,
    status: enrolment?.progress.quizPassed ? 'completed' : begun ? 'in-progress' : 'not-started',
  };
}

function nextStep(course: CourseDefinition, enrolment: OwnEnrolment | null) {
  const next = enrolment?.progress.next;
  if (!next) return null;
  if (next === 'quiz') return { href: `/quizzes/${course.quiz.code}`, text: say`Go to the quiz` };
  const begun = enrolment.progress.lessonsDone > 0;
  return {
    href: `/courses/${course.code}/lessons/${next.lesson}`,
    text: begun ? say`Go on with the next lesson` : say`Begin with the first lesson`,
  };
}

/** The record of completion: who finished which version of what, when, and what it counts for. */
function completionOf(course: CourseDefinition, enrolment: OwnEnrolment | null, name: string | null) {
  if (!enrolment?.completedOn) return null;
  return {
    rows: [
      { key: say`Name`, value: name },
      { key: say`Course`, value: say`${course.title}, version ${course.version}` },
      { key: say`Completed on`, value: formatDate(enrolment.completedOn, pageLanguage()) },
      { key: say`Training`, value: formatMinutes(trainingMinutes(course)) },
      { key: say`Of this`, value: topicRows(course).map(({ text, minutes }) => `${text}: ${formatMinutes(minutes)}`) },
      { key: say`Fingerprint of the content (SHA-256)`, value: `${enrolment.courseVersionId.slice(0, 16)}…` },
    ],
  };
}

function topicRows({ training }: CourseDefinition) {
  return training.topics.map(({ topic, minutes }) => ({ text: sayWord(TOPIC_TITLES[topic]), minutes }));
}

interface MinutesLine {
  text: string;
  /** In the words of the course, and so in its language. */
  note?: string;
  noteLang?: string;
  minutes: number;
}

function minutesTable(caption: string, label: string, parts: MinutesLine[]) {
  const sum = parts.reduce((total, { minutes }) => total + minutes, 0);
  return {
    caption,
    columns: [{ label }, { label: say`Time`, numeric: true }],
    rows: parts.map(({ minutes, ...cell }) => ({ cells: [cell, { text: unbroken(minutes) }] })),
    foot: [{ text: say`Together` }, { text: unbroken(sum) }],
  };
}

/** Minutes whose number stays beside its unit in a narrow column. */
function unbroken(minutes: number): string {
  return formatMinutes(minutes).replaceAll(' ', '\u00a0');
}
