import type { Command } from '../../../src/cli/command.js';
import { systemActor } from '../../../src/kernel/actor.js';
import { Transaction, type Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { newTotpSecret, PeopleSetUp } from '../../people/people.public.js';
import { organizations, PASSWORD, staff } from '../demonstration/cast.js';
import { writeSignIns } from '../demonstration/sign-ins.js';

const CONTEXT = { actor: systemActor('seed'), requestId: 'seed:organizations' };

/** Founds the invented organizations with their staff; a repeat finds them founded. Demonstration databases only. */
export const seedOrganizations: Command = {
  name: 'seed:organizations',
  description: 'found the invented organizations of a demonstration, with their staff',
  async run({ app, config, print }) {
    const product = await app();
    const setUp = product.get(PeopleSetUp, { strict: false });
    const founded = product.get(Organizations, { strict: false });
    const passwordHash = await setUp.hashPassword(PASSWORD);
    const signIns = staff.map((member) => ({ ...member, totpSecret: newTotpSecret() }));
    const done = await product.get(Transaction).run(CONTEXT, async (tx: Tx) => {
      if ((await founded.bodies(tx)).length > 0) return false;
      for (const organization of organizations) await founded.found(tx, organization);
      for (const { legalName, email, totpSecret, organization, role } of signIns) {
        const person = await setUp.enterDemonstrationPerson(tx, { legalName, email, passwordHash, totpSecret });
        const { id: organizationId } = await founded.bySlug(tx, organization);
        await founded.addMember(tx, { organizationId, personId: person.id, role });
      }
      return true;
    });
    if (done) {
      writeSignIns(
        config().DATA_DIR,
        signIns.map(({ role, as = role, legalName, email, totpSecret }) => ({
          role: as,
          name: legalName,
          email,
          password: PASSWORD,
          totpSecret,
        })),
      );
    }
    print(
      done ? `${organizations.length} organizations, ${staff.length} staff` : 'The organizations are there already.',
    );
    return 0;
  },
};
