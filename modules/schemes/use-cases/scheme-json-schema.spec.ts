import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/config/project-root.js';
import { schemeJsonSchema } from './scheme-json-schema.js';

describe('content/schemes/scheme.schema.json', () => {
  it('says what the loader accepts; after a change of the language: npm run cli -- scheme schema', () => {
    expect(readFileSync(join(projectRoot, 'content/schemes/scheme.schema.json'), 'utf8')).toBe(schemeJsonSchema());
  });
});
