import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/config/project-root.js';
import { readAvoidList } from '../../../src/platform/language/avoid-list.js';
import { checkTexts } from '../../../src/platform/content/check-texts.js';
import { filesUnder } from '../../../src/platform/content/files-under.js';
import type { Fault } from '../../../src/platform/content/yaml-source.js';
import { readFrameworkFiles } from '../../competencies/competencies.public.js';
import { checkSignedTexts } from '../../evidence/signed-texts.public.js';
import { checkLetters } from '../../notifications/notifications.public.js';
import { SchemeContent, type SchemeDefinition } from '../../schemes/schemes.public.js';
import { carriedBy, trainingBeside, type Carried } from '../domain/training-hours.js';
import { checkTranslations } from './check-translations.js';
import { filesOnDisk } from './course-files.js';
import { readPrerequisites } from './read-prerequisites.js';
import { readCourseFolder, type CourseFolder } from './read-course-folder.js';

/** What `content check` found in a content folder. */
export interface ContentCheck {
  readonly folders: readonly CourseFolder[];
  readonly courses: number;
  readonly lessons: number;
  /** Plans of live sessions. */
  readonly sessions: number;
  readonly items: number;
  /** By file and line. */
  readonly faults: readonly Fault[];
}

/** Checks every text of `contentDir` without a database. */
export function checkContent(contentDir: string): ContentCheck {
  const frameworks = readFrameworkFiles(contentDir);
  const names = courseNames(contentDir);
  const rules = {
    prerequisites: readPrerequisites(contentDir, names),
    known: new Map(frameworks.competencies.map((one) => [one.code, one])),
    avoided: readAvoidList(projectRoot),
  };
  const read = names.map((name) => readCourseFolder(filesOnDisk(contentDir, name), name, rules));
  const folders = checkTranslations(contentDir, read);
  const sum = (of: (folder: CourseFolder) => number) => folders.reduce((total, folder) => total + of(folder), 0);
  const faults = [
    ...frameworks.faults,
    ...folders.flatMap((folder) => folder.faults),
    ...strayFiles(contentDir, folders),
    ...checkSignedTexts(contentDir),
    ...checkLetters(contentDir),
    ...SchemeContent.faults(contentDir),
    ...checkTexts(contentDir, rules.avoided, ['courses']),
  ];
  return {
    folders,
    courses: folders.length,
    lessons: sum(({ lessons }) => lessons),
    sessions: sum(({ sessions }) => sessions),
    items: sum(({ items }) => items),
    faults: faults.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line),
  };
}

/**
 * The lines of the check as a command prints them: one for each fault, the hours of training that the courses carry, held against what
 * each scheme asks, then the sums.
 */
export function checkLines(
  { folders, courses, lessons, sessions, items, faults }: ContentCheck,
  schemes: readonly SchemeDefinition[] = [],
): string[] {
  const carried = carriedBy(folders.flatMap(({ course }) => course ?? []));
  return [
    ...faults.map(({ file, line, reason }) => `${file}:${line}: ${reason}`),
    ...[...carried].map(([topic, { self, live }]) => {
      return `${hours(self + live)} h of ${topic}, ${hours(live)} of them in live sessions`;
    }),
    ...schemes.flatMap((scheme) => schemeLine(scheme, carried)),
    `${sessions} live sessions`,
    `${courses} courses, ${lessons} lessons, ${items} items, ${faults.length} faults`,
  ];
}

/** What of its training a scheme finds here, and by name what it does not. */
function schemeLine({ id, version, training }: SchemeDefinition, all: ReadonlyMap<string, Carried>): string[] {
  if (!training || training.total_hours === 0) return [];
  const { asked, carried, parts } = trainingBeside(training, all);
  const gaps = parts.filter(({ missing }) => missing > 0);
  const lacks = gaps.map(({ domain, missing }) => `${hours(missing, Math.ceil)} h of ${domain}`);
  const sum = `${id} ${version} asks ${hours(asked)} h of training, the courses carry ${hours(carried)}`;
  return [lacks.length === 0 ? sum : `${sum}; from elsewhere: ${lacks.join(', ')}`];
}

/** Texts that lie in a course and that its course.yaml does not name: nobody would ever read them. */
function strayFiles(contentDir: string, folders: readonly CourseFolder[]): Fault[] {
  return folders.flatMap(({ name, texts }) => {
    const files = filesUnder(join(contentDir, 'courses', name)).filter((file) => /^(?:lessons|sessions)\//u.test(file));
    const strays = texts && files.filter((file) => !texts.includes(file));
    return (strays ?? []).map((file) => {
      return {
        file: `courses/${name}/${file}`,
        line: 1,
        reason: 'course.yaml names no such file, so that nobody reads it',
      };
    });
  });
}

/** Rounded down, so that nothing is promised. */
const hours = (minutes: number, rounded = Math.floor) => (rounded(minutes / 6) / 10).toFixed(1);

function courseNames(contentDir: string): string[] {
  const place = join(contentDir, 'courses');
  if (!existsSync(place)) return [];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
