import { contentIdOf } from '../../../src/platform/content/content-id.js';
import { readAvoidList } from '../../../src/platform/language/avoid-list.js';
import { checkContent } from './check-content.js';
import { courseTexts } from './course-texts.js';
import { readCourseFolder } from './read-course-folder.js';

describe('a published course as files', () => {
  const { folders } = checkContent('content');
  const avoided = readAvoidList('.');
  const known = new Map(
    folders.flatMap(({ course }) =>
      [...(course?.lessons ?? []), ...(course?.sessions ?? [])].flatMap(({ competencies }) =>
        competencies.map((code) => [code, { code, categoryCode: null, awaiting: null }] as const),
      ),
    ),
  );

  it.each(folders.map((folder) => [folder.name, folder] as const))(
    '%s is the same version when read again',
    (name, folder) => {
      const { course, quiz } = folder;
      if (!course || !quiz) throw new Error(`${name} has faults`);
      // The database hands out keys in an order of its own.
      const texts = courseTexts(reversed(course), reversed(quiz), avoided);
      const files = { text: (path: string) => texts.get(path) ?? null, pictures: () => [] };
      const rules = {
        known,
        avoided,
        prerequisites: new Map(folders.map((one) => [one.name, one.course?.prerequisites ?? []])),
      };
      const again = readCourseFolder(files, name, rules);
      expect(again.faults).toEqual([]);
      expect(again.course && contentIdOf(again.course)).toBe(contentIdOf(course));
      expect(again.quiz && contentIdOf(again.quiz)).toBe(contentIdOf(quiz));
      expect(texts.get('course.yaml')).toMatch(/^code: /);
    },
  );
});

/** The same value with the keys of its objects in the opposite order. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, one]) => [key, reversed(one)]),
  ) as T;
}
