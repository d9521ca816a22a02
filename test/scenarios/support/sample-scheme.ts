import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { schemeFile, type SchemeDefinition } from '../../../modules/schemes/domain/scheme-definition.js';

const contentFolder = join(__dirname, '../../../content/schemes');

/** The scheme of content/schemes/<id>.yaml. */
export function sampleScheme(id = 'icrc-pr'): SchemeDefinition {
  return schemeFile.parse(parse(contentText(`${id}.yaml`))).schemes[0];
}

export function contentText(name: string): string {
  return readFileSync(join(contentFolder, name), 'utf8');
}
