import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '../../../src/config/project-root.js';
import type { SourceFile } from '../../../src/platform/content/yaml-source.js';

/** The YAML files of `<contentDir>/schemes`, by name, then those of its `translations/`. */
export function readSchemeFiles(contentDir: string): SourceFile[] {
  const folder = join(contentDir, 'schemes');
  return [folder, join(folder, 'translations')].flatMap(yamlFiles);
}

function yamlFiles(folder: string): SourceFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readSource(join(folder, name)));
}

/** One file, named as people see it: from the project's folder when it lies inside. */
export function readSource(path: string): SourceFile {
  const inside = relative(projectRoot, path);
  return { file: inside.startsWith('..') ? path : inside, text: readFileSync(path, 'utf8') };
}
