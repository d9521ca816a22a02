import { join } from 'node:path';
import { readSchemeFiles, readSource } from './read-scheme-files.js';
import { checkSchemeFile, checkSchemes, readSources } from './scheme-content.js';
import { readWording } from './read-wording.js';
import type { Fault } from '../../../src/platform/content/yaml-source.js';

/**
 * Checks the named scheme files by themselves, or all of `<contentDir>/schemes` together when none is named.
 * Named files are held against the sources and words of `contentDir`.
 */
export function checkFiles(
  contentDir: string,
  paths: readonly string[],
): { checked: number; faults: readonly Fault[] } {
  if (paths.length === 0) {
    const files = readSchemeFiles(contentDir);
    return { checked: files.length, faults: checkSchemes(files).faults };
  }
  const sources = readSources(readSource(join(contentDir, 'schemes/sources.yaml')));
  const { wording, faults } = readWording(readSource(join(contentDir, 'schemes/wording.en.yaml')));
  const surrounding = [...sources.faults, ...faults];
  if (!wording || surrounding.length > 0) return { checked: 0, faults: surrounding };
  const found = paths.flatMap((path) => checkNamed(path, { sources: sources.keys, wording }));
  return { checked: paths.length, faults: found };
}

function checkNamed(path: string, surroundings: Parameters<typeof checkSchemeFile>[1]): readonly Fault[] {
  try {
    return checkSchemeFile(readSource(path), surroundings).faults;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return [{ file: path, line: 0, reason: 'there is no such file' }];
  }
}
