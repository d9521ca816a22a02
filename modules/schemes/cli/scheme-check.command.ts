import { join } from 'node:path';
import { projectRoot } from '../../../src/config/project-root.js';
import { checkFiles } from '../use-cases/check-files.js';

/** `npm run cli -- scheme check [FILE…]`: every fault with file, line and reason; needs no database. */
export const schemeCheck = {
  name: 'scheme check',
  description: 'Check scheme files (all of content/schemes when none is named), without a database',

  /**
   * @param args paths of scheme files
   * @returns the exit code: 1 when there is a fault
   */
  async run(args: readonly string[]): Promise<number> {
    const { checked, faults } = checkFiles(join(projectRoot, 'content'), args);
    for (const { file, line, reason } of faults) console.error(`${file}:${line}: ${reason}`);
    const outcome = faults.length === 0 ? 'nothing to mend' : `${faults.length} to mend`;
    console.log(`${checked} ${checked === 1 ? 'file' : 'files'} checked, ${outcome}.`);
    return faults.length === 0 ? 0 : 1;
  },
};
