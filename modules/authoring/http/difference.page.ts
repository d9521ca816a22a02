import { formatDate } from '../../../src/platform/views/helpers/format.js';
import type { PictureDifference, WordedPicture } from '../domain/picture-difference.js';
import type { DifferenceLine } from '../domain/text-difference.js';
import type { FileDifference, VersionLine } from '../use-cases/read-differences.js';

const CHANGES = { changed: 'Changed', added: 'New', removed: 'Not there any more' } as const;

/** Differences as lines for the partial `authoring/_difference`. */
export function linesOf(lines: readonly DifferenceLine[]) {
  return lines.map((line) =>
    line.kind === 'gap'
      ? { gap: line.lines === 1 ? '1 line is the same' : `${line.lines} lines are the same` }
      : {
          isChange: line.change !== 'same',
          parts: line.parts.map(({ kind, text }) => ({ removed: kind === 'removed', added: kind === 'added', text })),
        },
  );
}

export function filesOf(files: readonly FileDifference[]) {
  return files.map(({ path, change, lines }) => ({ path, change: CHANGES[change], lines: linesOf(lines) }));
}

/**
 * Pictures side by side, as they were and as they are.
 * @param at the address of the pictures of each side, by their hash
 */
export function picturesOf(
  pictures: readonly PictureDifference[],
  at: { readonly before: string; readonly after: string },
) {
  return pictures.map(({ change, before, after }) => ({
    name: (after ?? before).name,
    change: CHANGES[change],
    sides: [
      { heading: 'Before', none: 'It was not there.', ...shownAt(before, at.before) },
      { heading: 'Now', none: 'It is not there any more.', ...shownAt(after, at.after) },
    ],
  }));
}

function shownAt(picture: WordedPicture | null, at: string) {
  return picture && { src: `${at}/${picture.sha256}`, words: picture.words };
}

/** A version as a choice of a list. */
export function versionChoice({ id, name, origin, isCurrent, publishedOn }: VersionLine) {
  const by = origin === 'author' ? 'by an author' : 'from files';
  return { value: id, label: `Version ${name}, ${formatDate(publishedOn)}, ${by}${isCurrent ? ', in force' : ''}` };
}
