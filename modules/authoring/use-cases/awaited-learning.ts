import { readCourseFile, readLesson, readSession, type PictureReference } from '../../courses/authoring.public.js';
import { inOrder, kindOf, type DraftTexts } from '../domain/draft-files.js';
import type { WordedPicture } from '../domain/picture-difference.js';
import { itemsIn } from '../domain/quiz-items.js';
import { wordedPictures, type CourseSource } from './worded-pictures.js';

/** Everything in a course that teaches or asks about some competencies, word for word and picture for picture. */
export interface AwaitedLearning {
  /** Files in which it stands. */
  readonly paths: readonly string[];
  readonly texts: readonly unknown[];
  /** What those lessons and sessions show; left out where they show none. */
  readonly pictures?: readonly WordedPicture[];
}

/**
 * The lessons and sessions that name such a competency, as whole texts, and of course.yaml and quiz.yaml the objectives and
 * questions that do. What a file that cannot be read would say is not known; a draft with such a file is not published anyway.
 */
export function awaitedLearning(
  { texts, pictures }: CourseSource,
  isAwaited: (code: string) => boolean,
): AwaitedLearning {
  const found = inOrder(texts.keys()).flatMap((path) => {
    const learning = learningIn(path, texts.get(path) ?? '', isAwaited);
    return learning === null ? [] : [{ path, learning }];
  });
  const paths = found.map(({ path }) => path);
  const shown = shownIn(new Map(paths.map((path) => [path, texts.get(path) ?? ''])), pictures);
  return { paths, texts: found.map(({ learning }) => learning), ...(shown.length > 0 && { pictures: shown }) };
}

/** With the words of these texts alone: those that came with a picture are nowhere to be read. */
function shownIn(texts: DraftTexts, pictures: readonly PictureReference[]): WordedPicture[] {
  const references = pictures.map(({ name, sha256 }) => ({ name, sha256 }));
  return wordedPictures({ texts, pictures: references }).filter(({ words }) => words.length > 0);
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
