import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { schemeFile, type SchemeDefinition } from '../modules/schemes/domain/scheme-definition.js';
import { projectRoot } from '../src/config/project-root.js';

const NOT_SCHEMES = new Set(['publications.yaml', 'sources.yaml', 'wording.en.yaml']);

/** Every edition of every scheme in content/schemes. */
export function shippedSchemes(): SchemeDefinition[] {
  const folder = join(projectRoot, 'content/schemes');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml') && !NOT_SCHEMES.has(file))
    .flatMap((file) => schemeFile.parse(parse(readFileSync(join(folder, file), 'utf8'))).schemes);
}
