import { UPLOAD_LIMIT } from '../../../src/platform/http/uploads.js';
import { MOST_BYTES } from '../../courses/authoring.public.js';
import type { PicturesView } from '../use-cases/read-draft-pictures.js';

/**
 * The pictures of a draft, each with the line by which a lesson shows it.
 * @param isAgain the form is shown again with what was typed, which cannot hold the file
 */
export function picturesPage({ draft, pictures, mayWrite }: PicturesView, isAgain: boolean) {
  const base = `/authoring/drafts/${draft.id}`;
  return {
    base,
    mayWrite,
    isAgain,
    mostBytes: UPLOAD_LIMIT,
    limits:
      'A photo (JPEG, PNG, WebP) as it comes from a telephone, at most 10 MB: we make it small, and keep nothing of its place, time or device. ' +
      `Or a drawing (SVG), at most ${MOST_BYTES / 1000} kB.`,
    pictures: pictures.map(({ name, alt, sha256, bytes, isNew }) => ({
      name,
      alt,
      src: `${base}/pictures/${sha256}`,
      line: `![${alt || '…'}](images/${name})`,
      size: `${Math.ceil(bytes.length / 1000)} kB`,
      from: isNew ? 'New in this draft' : 'From the version in force',
    })),
  };
}
