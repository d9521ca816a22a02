import { resolve } from 'node:path';
import type { Command } from '../../../src/cli/command.js';
import { projectRoot } from '../../../src/config/project-root.js';
import { systemActor } from '../../../src/kernel/actor.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { ExportContent } from '../use-cases/export-content.js';

/** Writes what authors published back into the files that experts keep. */
export const contentExport: Command = {
  name: 'content export',
  description: 'write the courses in force back as content files; left out: content/',
  usage: '[dir]',
  async run({ app, print }, [dir = resolve(projectRoot, 'content')]) {
    const product = await app();
    const exporting = product.get(ExportContent, { strict: false });
    const context = { actor: systemActor('cli content export'), requestId: 'cli' };
    const { written, unchanged } = await product
      .get(Transaction)
      .read(context, (tx) => exporting.execute(tx, resolve(dir)));
    for (const code of written) print(`courses/${code}: written`);
    print(`${written.length} courses written, ${unchanged.length} as they were`);
    return 0;
  },
};
