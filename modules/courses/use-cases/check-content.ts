import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/config/project-root.js';
import { readAvoidList } from '../../../src/platform/language/avoid-list.js';
import type { Fault } from '../../../src/platform/content/yaml-source.js';
import { readFrameworkFiles } from '../../competencies/competencies.public.js';
import { checkSignedTexts } from '../../evidence/signed-texts.public.js';
import { checkTranslations } from './check-translations.js';
import { filesOnDisk } from './course-files.js';
import { readPrerequisites } from './read-prerequisites.js';
import { readCourseFolder, type CourseFolder } from './read-course-folder.js';

/** What `content check` found in the frameworks, the courses and the texts to sign of a content folder. */
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

/** Checks `frameworks`, `courses`, `statements` and `ethics` of `contentDir` without a database. */
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
    ...checkSignedTexts(contentDir),
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

/** The lines of the check as a command prints them: one for each fault, then the sums. */
export function checkLines({ folders, courses, lessons, sessions, items, faults }: ContentCheck): string[] {
  return [
    ...faults.map(({ file, line, reason }) => `${file}:${line}: ${reason}`),
    ...trainingLines(folders),
    `${sessions} live sessions`,
    `${courses} courses, ${lessons} lessons, ${items} items, ${faults.length} faults`,
  ];
}

/**
 * The hours of training that the courses carry, topic by topic, to be held against what a certification asks of them. Rounded down, so
 * that nothing is promised; a course in another language counts with the one that it translates.
 */
function trainingLines(folders: readonly CourseFolder[]): string[] {
  const minutes = new Map<string, { self: number; live: number }>();
  const add = (part: 'self' | 'live', { topics }: { topics: readonly { topic: string; minutes: number }[] }) => {
    for (const { topic, minutes: some } of topics) {
      const sum = minutes.get(topic) ?? { self: 0, live: 0 };
      minutes.set(topic, { ...sum, [part]: sum[part] + some });
    }
  };
  for (const { course } of folders) {
    if (!course || course.translates) continue;
    add('self', course.training);
    for (const { training } of course.sessions ?? []) add('live', training);
  }
  const hours = (some: number) => (Math.floor(some / 6) / 10).toFixed(1);
  return [...minutes]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([topic, { self, live }]) => `${hours(self + live)} h of ${topic}, ${hours(live)} of them in live sessions`);
}

function courseNames(contentDir: string): string[] {
  const place = join(contentDir, 'courses');
  if (!existsSync(place)) return [];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
