import {
  readLesson,
  readSession,
  shownPictures,
  type PictureReference,
  type ShownPicture,
} from '../../courses/authoring.public.js';
import { inOrder, kindOf, type DraftTexts } from '../domain/draft-files.js';
import type { WordedPicture } from '../domain/picture-difference.js';

/** A version of a course, published or in the making. */
export interface CourseSource {
  readonly texts: DraftTexts;
  /** `alt`: the words with which one was put into a draft; a published version has none of those. */
  readonly pictures: readonly (PictureReference & { readonly alt?: string })[];
}

/** Pictures with the words that the texts of their course give them; one that no text shows, with those it came with. */
export function wordedPictures({ texts, pictures }: CourseSource): WordedPicture[] {
  if (pictures.length === 0) return [];
  const shown = inOrder(texts.keys()).flatMap((path) => shownIn(path, texts.get(path) ?? ''));
  return pictures.map(({ name, sha256, alt }) => {
    const words = new Set(shown.filter((one) => one.name === name).map((one) => one.alt));
    return { name, sha256, words: words.size > 0 ? [...words] : alt ? [alt] : [] };
  });
}

/** The pictures in the text of one file; none while it cannot be read. */
function shownIn(path: string, text: string): ShownPicture[] {
  const kind = kindOf(path);
  const read = kind === 'lesson' ? readLesson(text) : kind === 'session' ? readSession(text) : null;
  return read ? shownPictures(read) : [];
}
