import type { Command } from '../../../src/cli/command.js';
import { systemActor } from '../../../src/kernel/actor.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { WithdrawVersion } from '../use-cases/withdraw-version.js';

/** Takes a version of a course out of force; courses are shared by all bodies, so the operator does it. */
export const courseWithdraw: Command = {
  name: 'course withdraw',
  description: 'take a version of a course out of force; who is in it may finish it',
  usage: '<course>',
  options: [
    ['--reason <words>', 'why, in words that the people in it read'],
    ['--version <id>', 'the version, by its id or the beginning of it; left out: the one in force'],
  ],
  async run({ app, print }, [courseCode = ''], { reason, version }) {
    const product = await app();
    const withdrawing = product.get(WithdrawVersion, { strict: false });
    const context = { actor: systemActor('cli course withdraw'), requestId: 'cli' };
    const input = {
      courseCode,
      reason: typeof reason === 'string' ? reason : '',
      versionId: typeof version === 'string' ? version : undefined,
    };
    const { newest } = await product.get(Transaction).run(context, (tx) => withdrawing.execute(tx, input));
    print(
      newest ? `Newcomers begin with version ${newest.slice(0, 16)}.` : 'No version is left: nobody begins it now.',
    );
    return 0;
  },
};
