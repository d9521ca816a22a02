import { YamlSource } from '../../../src/platform/content/yaml-source.js';
import type { Finding } from '../domain/course-checks.js';
import { checkTranslation } from '../domain/translation-checks.js';
import { filesOnDisk } from './course-files.js';
import type { CourseFolder } from './read-course-folder.js';

/** The folders, those of translations held against the courses that they translate. One that differs is not published. */
export function checkTranslations(contentDir: string, folders: readonly CourseFolder[]): CourseFolder[] {
  return folders.map((folder) => {
    const findings = findingsOf(folder, folders);
    if (findings.length === 0) return folder;
    const text = filesOnDisk(contentDir, folder.name).text('course.yaml') ?? '';
    const source = new YamlSource({ file: `courses/${folder.name}/course.yaml`, text });
    for (const finding of findings) if ('path' in finding) source.fault(finding.path, finding.reason);
    return { ...folder, course: null, faults: [...folder.faults, ...source.faults] };
  });
}

function findingsOf({ course, quiz }: CourseFolder, folders: readonly CourseFolder[]): Finding[] {
  if (!course?.translates || !quiz) return [];
  const original = folders.find(({ name }) => name === course.translates);
  if (!original) return [{ path: ['translates'], reason: `there is no course ${course.translates}` }];
  // An original with faults of its own is told there; until it is whole there is nothing to hold against.
  if (!original.course || !original.quiz) return [];
  return checkTranslation({ course, quiz }, { course: original.course, quiz: original.quiz });
}
