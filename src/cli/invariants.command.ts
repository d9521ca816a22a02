import { systemActor } from '../kernel/actor.js';
import { CheckPromises } from '../invariants/check-promises.js';
import { Transaction } from '../platform/database/transaction.js';
import type { Command } from './command.js';

const SHOWN = 20;

/** Checks what must always hold, by SQL of its own. */
export const invariants: Command = {
  name: 'invariants',
  description: 'check what must always hold; a breach ends with exit code 1',
  async run({ app, print }) {
    const context = await app();
    const check = context.get(CheckPromises, { strict: false });
    const checked = await context
      .get(Transaction)
      .run({ actor: systemActor('invariants'), requestId: 'cli:invariants' }, (tx) => check.execute(tx));
    for (const { name, says, breaches } of checked) {
      print(`${breaches.length === 0 ? 'kept  ' : 'BROKEN'} ${name}: ${says}`);
      for (const { subject, problem } of breaches.slice(0, SHOWN)) print(`         ${subject}: ${problem}`);
      if (breaches.length > SHOWN) print(`         and ${breaches.length - SHOWN} more`);
    }
    return checked.every(({ breaches }) => breaches.length === 0) ? 0 : 1;
  },
};
