import { MOST_BYTES, MOST_PIXELS } from '../../courses/authoring.public.js';
import type { PicturesView } from '../use-cases/read-draft-pictures.js';

/** The pictures of a draft, each with the line by which a lesson shows it. */
export function picturesPage({ draft, pictures, mayWrite }: PicturesView) {
  const base = `/authoring/drafts/${draft.id}`;
  return {
    base,
    mayWrite,
    limits: `PNG, JPEG or SVG, at most ${MOST_BYTES / 1000} kB and ${MOST_PIXELS} pixels each way. What a camera noted beside a photo, its place for example, is not kept.`,
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
