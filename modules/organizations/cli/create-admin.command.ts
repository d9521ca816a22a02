import type { Command } from '../../../src/cli/command.js';
import { systemActor } from '../../../src/kernel/actor.js';
import { DomainError } from '../../../src/kernel/domain-error.js';
import { Transaction, type Tx } from '../../../src/platform/database/transaction.js';
import { PeopleSetUp } from '../../people/people.public.js';
import { Organizations } from '../organizations.public.js';

type Options = Record<string, string | boolean | undefined>;

/** The first person of an organization: administrator of a certifying body or a training provider, who appoints everyone else. */
export const createAdmin: Command = {
  name: 'create-admin',
  description:
    'make somebody administrator of a certifying body or a training provider; prints a link to choose a password',
  options: [
    ['--email <address>', 'address of the person; you vouch that it is theirs'],
    ['--name <name>', 'legal name of the person'],
    ['--body <short-name>', 'the certifying body, for example eastern-board'],
    ['--provider <short-name>', 'a training provider in place of a body'],
    ['--body-name <name>', 'founds the body when it is new: its full name'],
    ['--provider-name <name>', 'the same for a provider'],
    ['--body-address <address>', 'its postal address'],
    ['--time-zone <zone>', 'its time zone, for example America/New_York'],
  ],
  async run({ app, config, print }, _args, options) {
    const kind = textOf(options, 'provider') ? 'provider' : 'body';
    const missing = ['email', 'name', kind].filter((name) => !textOf(options, name));
    if (missing.length > 0) {
      print(`Still needed: ${missing.map((name) => `--${name}`).join(', ')}`);
      return 1;
    }
    const nest = await app();
    const [transaction, organizations, people] = [
      nest.get(Transaction),
      nest.get(Organizations),
      nest.get(PeopleSetUp),
    ];
    const ctx = { actor: systemActor('cli create-admin'), requestId: 'cli' };
    const path = await transaction.run(ctx, async (tx) => {
      const organization = await organizationFor(tx, organizations, options, kind);
      const invited = await people.invite(tx, {
        legalName: textOf(options, 'name'),
        email: textOf(options, 'email'),
      });
      const role = kind === 'body' ? 'administrator' : 'provider-administrator';
      await organizations.addMember(tx, { organizationId: organization.id, personId: invited.personId, role });
      return invited.path;
    });
    print('The administrator is entered, and a letter is on its way. The same link, good for 24 hours:');
    print(`${config().PUBLIC_URL}${path}`);
    print('After choosing a password they sign in and set up their second factor.');
    return 0;
  },
};

async function organizationFor(tx: Tx, organizations: Organizations, options: Options, kind: 'body' | 'provider') {
  const slug = textOf(options, kind);
  try {
    return await organizations.bySlug(tx, slug);
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'not_found') throw error;
  }
  const name = textOf(options, `${kind}Name`);
  const what = kind === 'body' ? 'certifying body' : 'training provider';
  if (!name) throw new Error(`There is no ${what} "${slug}". With --${kind}-name it is founded.`);
  return organizations.found(tx, {
    kind: kind === 'body' ? 'certifying-body' : 'training-provider',
    slug,
    name,
    address: textOf(options, 'bodyAddress'),
    timeZone: textOf(options, 'timeZone') || 'UTC',
    contactEmail: textOf(options, 'email'),
  });
}

function textOf(options: Options, name: string): string {
  const value = options[name];
  return typeof value === 'string' ? value.trim() : '';
}
