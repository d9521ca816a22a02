import { join } from 'node:path';
import type { Command } from '../../../src/cli/command.js';
import { projectRoot } from '../../../src/config/project-root.js';
import { checkFiles } from '../use-cases/check-files.js';

/** `npm run cli -- scheme check [FILE…]`: every fault with file, line and reason; needs no database. */
export const schemeCheck: Command = {
  name: 'scheme check',
  description: 'check scheme files (all of content/schemes when none is named), without a database',
  usage: '[file...]',

  async run({ print }, args) {
    const { checked, faults } = checkFiles(join(projectRoot, 'content'), args);
    for (const { file, line, reason } of faults) print(`${file}:${line}: ${reason}`);
    const outcome = faults.length === 0 ? 'nothing to mend' : `${faults.length} to mend`;
    print(`${checked} ${checked === 1 ? 'file' : 'files'} checked, ${outcome}.`);
    return faults.length === 0 ? 0 : 1;
  },
};
