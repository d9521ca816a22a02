import { formatMinutes } from '../../../src/kernel/minutes.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { fits, LENGTHS, type Wish } from '../domain/catalogue.js';
import { trainingMinutes } from '../domain/course-definition.js';
import { TRAINING_TOPICS } from '../domain/course-vocabulary.js';
import { languageName, type OtherLanguage } from '../domain/translations.js';
import type { CourseView } from '../use-cases/read-courses.js';
import { TOPIC_TITLES } from './topic-titles.js';

const ACTIONS = { in_progress: 'Go on', quiz_left: 'Go on to the quiz', finished: 'Look at it again' } as const;

/** The catalogue as somebody wishes to see it, with the reader's own progress where they are in a course. */
export function cataloguePage(courses: readonly CourseView[], wish: Wish) {
  const found = courses.filter(({ course }) => fits(course, wish));
  const isNarrowed = wish.words !== '' || wish.topic !== null || wish.upTo !== null;
  return {
    courses: found.map(({ course, enrolment, prerequisites, otherLanguages }) => ({
      language: course.language,
      title: course.title,
      summary: course.summary,
      href: `/courses/${course.code}`,
      meta: say`${course.lessons.length} lessons and a quiz, ${formatMinutes(trainingMinutes(course))} of training`,
      languages: languagesLine(course.language, otherLanguages),
      progress: enrolment?.progress,
      isFinished: enrolment?.progress.state === 'finished',
      isPaused: enrolment !== null && enrolment.progress.pausedAt !== null,
      first: prerequisites
        .filter(({ isFinished }) => !isFinished)
        .map(({ title }) => title)
        .join('; '),
      action: sayWord(enrolment ? ACTIONS[enrolment.progress.state] : 'Look at this course'),
    })),
    isNarrowed,
    line: say`${found.length} of ${courses.length} courses`,
    nothing: isNarrowed
      ? { heading: say`No course fits all of that`, text: say`Try fewer words, or any topic and length.` }
      : { heading: say`No course is published yet`, text: say`Courses appear here as soon as they are.` },
    wish: { ...wish, upTo: wish.upTo === null ? '' : String(wish.upTo), topic: wish.topic ?? '' },
    topics: [
      { value: '', label: say`Any topic` },
      ...TRAINING_TOPICS.map((topic) => ({ value: topic, label: sayWord(TOPIC_TITLES[topic]) })),
    ],
    lengths: [
      { value: '', label: say`Any length` },
      ...LENGTHS.map((minutes) => ({ value: String(minutes), label: say`Up to ${formatMinutes(minutes)}` })),
    ],
  };
}

/** In which language a course is, where that is not what everybody expects, and in which others it is there too. */
function languagesLine(language: string, others: readonly OtherLanguage[]): string {
  if (language === pageLanguage() && others.length === 0) return '';
  const also = others.map((one) => called(one.language)).join(', ');
  const own = called(language);
  return also ? say`In ${own}, also in ${also}` : say`In ${own}`;
}

/** On an English page as its own speakers call it, so that they find it; elsewhere in the language of the page. */
function called(language: string): string {
  const reader = pageLanguage();
  if (reader === 'en') return languageName(language);
  return new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language;
}
