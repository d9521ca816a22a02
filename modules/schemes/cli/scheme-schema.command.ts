import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../../../src/cli/command.js';
import { projectRoot } from '../../../src/config/project-root.js';
import { schemeJsonSchema } from '../use-cases/scheme-json-schema.js';

/** `npm run cli -- scheme schema`: writes the scheme language for editors; needs no database. */
export const schemeSchema: Command = {
  name: 'scheme schema',
  description: 'write content/schemes/scheme.schema.json, which editors use to complete and check scheme files',

  async run({ print }) {
    const file = join(projectRoot, 'content/schemes/scheme.schema.json');
    writeFileSync(file, schemeJsonSchema());
    print(`Written: ${file}`);
    return 0;
  },
};
