import { join, resolve } from 'node:path';
import type { Command } from '../../../src/cli/command.js';
import { projectRoot } from '../../../src/config/project-root.js';
import { systemActor } from '../../../src/kernel/actor.js';
import { Transaction, type Tx } from '../../../src/platform/database/transaction.js';
import { checkContent, checkLines, CourseContent } from '../../courses/courses.public.js';
import { SchemeContent } from '../../schemes/schemes.public.js';

const CONTENT = join(projectRoot, 'content');
const CONTEXT = { actor: systemActor('content'), requestId: 'content:load' };

/** Brings content/ into the database. What has a fault stays as it was loaded before. */
export const contentLoad: Command = {
  name: 'content load',
  description: 'bring content/ into the database; what has a fault stays as it was',
  async run({ app, print }) {
    const product = await app();
    const transaction = product.get(Transaction);
    const schemes = await transaction.run(CONTEXT, (tx: Tx) =>
      product.get(SchemeContent, { strict: false }).load(tx, CONTENT),
    );
    const courses = await transaction.run(CONTEXT, (tx: Tx) =>
      product.get(CourseContent, { strict: false }).load(tx, CONTENT),
    );
    for (const { file, line, reason } of schemes.leftOut) print(`${file}:${line}: left out, ${reason}`);
    const faults = [...schemes.faults, ...courses.faults];
    for (const { file, line, reason } of faults) print(`${file}:${line}: ${reason}`);
    print(`${schemes.published.length} scheme versions and ${courses.published.length} course versions are new`);
    return faults.length === 0 ? 0 : 1;
  },
};

/** Looks at content/ alone, without a database. */
export const contentCheck: Command = {
  name: 'content check',
  description: 'tell every fault of a content folder with file, line and reason; left out: content/',
  usage: '[dir]',
  async run({ print }, [dir = CONTENT]) {
    const check = checkContent(resolve(dir));
    for (const line of checkLines(check, SchemeContent.definitions(resolve(dir)))) print(line);
    return check.faults.length === 0 ? 0 : 1;
  },
};
