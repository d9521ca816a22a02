import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config/project-root.js';

/**
 * What Node is told about memory when it runs a process of the product (docs/operating.md): the flags of its npm script, so that a
 * start on one's own machine and a benchmark run what an operator runs.
 */
export function nodeFlags(script: 'start:web' | 'start:worker'): string[] {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  return scripts[script]?.split(' ').filter((word) => word.startsWith('--')) ?? [];
}
