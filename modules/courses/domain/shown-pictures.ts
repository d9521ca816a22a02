import type { Lesson } from './course-definition.js';
import { outlineOf } from './markdown.js';
import type { SessionPlan } from './session-plan.js';

/** A picture where a text shows it. */
export interface ShownPicture {
  /** Of its file in `images`. */
  readonly name: string;
  /** The words for those who do not see it. */
  readonly alt: string;
}

/** The pictures that a lesson (the other version of its hard parts among it) or the plan of a session shows, in their order. */
export function shownPictures(text: Lesson | SessionPlan): ShownPicture[] {
  const other = 'hard_material' in text ? text.hard_material?.alternative : undefined;
  return [text.body, other ?? ''].flatMap((source) =>
    outlineOf(source).links.flatMap(({ href, isImage, alt }) => {
      const name = isImage ? /^images\/(.+)$/u.exec(href)?.[1] : undefined;
      return name === undefined ? [] : [{ name, alt }];
    }),
  );
}
