import type { Command } from '../../../src/cli/command.js';
import { systemActor } from '../../../src/kernel/actor.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { CertificateDesk } from '../use-cases/certificate-desk.js';

/** Certificates of completion that wait, of courses that no organization looks after: they are listed, and made anew. */
export const courseCertificates: Command = {
  name: 'course certificates',
  description: 'list certificates of completion that wait for how a name is printed, or make one anew',
  usage: '[number]',
  options: [['--name <words>', 'the name as agreed with the person, in letters that the fonts have']],
  async run({ app, print }, [number], { name }) {
    const product = await app();
    const desk = product.get(CertificateDesk, { strict: false });
    const context = { actor: systemActor('cli course certificates'), requestId: 'cli' };
    const transaction = product.get(Transaction);
    if (number !== undefined) {
      const printedName = typeof name === 'string' ? name : '';
      await transaction.run(context, (tx) => desk.print(tx, { number, printedName }));
      print('The certificate is being made anew.');
      return 0;
    }
    const held = await transaction.read(context, (tx) => desk.held(tx));
    for (const { number: waiting, course, heldReason, heldCharacters } of held)
      print(`${waiting}  ${course}: ${heldReason === 'template' ? 'the template' : heldCharacters.join(' ')}`);
    if (held.length === 0) print('No certificate waits for you.');
    return 0;
  },
};
