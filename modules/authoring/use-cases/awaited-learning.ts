import { readCourseFile, readLesson, readSession } from '../../courses/authoring.public.js';
import { inOrder, kindOf, type DraftTexts } from '../domain/draft-files.js';
import { itemsIn } from '../domain/quiz-items.js';

/** Everything in a course that teaches or asks about some competencies, word for word. */
export interface AwaitedLearning {
  /** Files in which it stands. */
  readonly paths: readonly string[];
  readonly texts: readonly unknown[];
}

/**
 * The lessons and sessions that name such a competency, as whole texts, and of course.yaml and quiz.yaml the objectives and
 * questions that do. What a file that cannot be read would say is not known; a draft with such a file is not published anyway.
 */
export function awaitedLearning(texts: DraftTexts, isAwaited: (code: string) => boolean): AwaitedLearning {
  const found = inOrder(texts.keys()).flatMap((path) => {
    const learning = learningIn(path, texts.get(path) ?? '', isAwaited);
    return learning === null ? [] : [{ path, learning }];
  });
  return { paths: found.map(({ path }) => path), texts: found.map(({ learning }) => learning) };
}

function learningIn(path: string, text: string, isAwaited: (code: string) => boolean): unknown {
  switch (kindOf(path)) {
    case 'lesson':
      return readLesson(text)?.competencies.some(isAwaited) ? text : null;
    case 'session':
      return readSession(text)?.competencies.some(isAwaited) ? text : null;
    case 'course':
      return some(readCourseFile(text)?.objectives.filter(({ competencies }) => competencies.some(isAwaited)));
    case 'quiz':
      return some(itemsIn(text).filter(({ competency }) => typeof competency === 'string' && isAwaited(competency)));
  }
}

function some<T>(found: readonly T[] | undefined): readonly T[] | null {
  return found && found.length > 0 ? found : null;
}
