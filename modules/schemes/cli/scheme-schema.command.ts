import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/config/project-root.js';
import { schemeJsonSchema } from '../use-cases/scheme-json-schema.js';

/** `npm run cli -- scheme schema`: writes the scheme language for editors; needs no database. */
export const schemeSchema = {
  name: 'scheme schema',
  description: 'Write content/schemes/scheme.schema.json, which editors use to complete and check scheme files',

  /** @returns the exit code */
  async run(): Promise<number> {
    const file = join(projectRoot, 'content/schemes/scheme.schema.json');
    writeFileSync(file, schemeJsonSchema());
    console.log(`Written: ${file}`);
    return 0;
  },
};
