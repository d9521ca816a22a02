import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPicture, type Picture } from '../domain/picture.js';

/** The files of one course, wherever they lie: in a content folder, or in a draft that nobody published yet. */
export interface CourseFiles {
  /** @param path within the course, such as `lessons/01-hope.md` @returns null where there is no such file */
  text(path: string): string | null;
  /** Each file of `images`, or why it is no picture that a course can show. */
  pictures(): readonly { readonly name: string; readonly picture: Picture | string }[];
}

/** `<contentDir>/courses/<name>`. */
export function filesOnDisk(contentDir: string, name: string): CourseFiles {
  const folder = join(contentDir, 'courses', name);
  return {
    text: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : null),
    pictures: () => {
      const images = join(folder, 'images');
      const files = existsSync(images) ? readdirSync(images).sort() : [];
      return files.map((file) => ({ name: file, picture: readPicture(file, readFileSync(join(images, file))) }));
    },
  };
}
