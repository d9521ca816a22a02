import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '../../src/config/project-root.js';

export interface Source {
  /** From the project's root. */
  path: string;
  text: string;
}

/** The product's own code, without its specs and what they use. */
export function readSources(): Source[] {
  return ['src', 'modules'].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?<!\.spec|\.d)\.ts$/.test(entry.name))
      .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)))
      .filter((path) => !path.includes('/testing/'))
      .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') })),
  );
}
