import type { Command } from '../../../src/cli/command.js';
import { systemActor } from '../../../src/kernel/actor.js';
import { DomainError } from '../../../src/kernel/domain-error.js';
import { Transaction, type Tx } from '../../../src/platform/database/transaction.js';
import { PeopleSetUp } from '../../people/people.public.js';
import { Organizations } from '../organizations.public.js';

type Options = Record<string, string | boolean | undefined>;

/** What can be founded, by the option that names it; whoever is first there begins with this role. */
const FOUNDED = {
  body: { kind: 'certifying-body', role: 'administrator', what: 'certifying body' },
  provider: { kind: 'training-provider', role: 'provider-administrator', what: 'training provider' },
  employer: { kind: 'employer', role: 'roster-manager', what: 'employer' },
} as const;
type Founded = keyof typeof FOUNDED;

/**
 * The first person of an organization: administrator of a certifying body or a training provider, who appoints everyone else, or whoever
 * keeps the roster of an employer.
 */
export const createAdmin: Command = {
  name: 'create-admin',
  description:
    'make somebody the first of a certifying body, a training provider or an employer; prints a link to choose a password',
  options: [
    ['--email <address>', 'address of the person; you vouch that it is theirs'],
    ['--name <name>', 'legal name of the person'],
    ['--body <short-name>', 'the certifying body, for example eastern-board'],
    ['--provider <short-name>', 'a training provider in place of a body'],
    ['--employer <short-name>', 'an employer in place of a body: the person keeps its roster'],
    ['--body-name <name>', 'founds the body when it is new: its full name'],
    ['--provider-name <name>', 'the same for a provider'],
    ['--employer-name <name>', 'the same for an employer'],
    ['--body-address <address>', 'its postal address'],
    ['--time-zone <zone>', 'its time zone, for example America/New_York'],
  ],
  async run({ app, config, print }, _args, options) {
    const kind = (['employer', 'provider'] as const).find((one) => textOf(options, one)) ?? 'body';
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
      const { role } = FOUNDED[kind];
      await organizations.addMember(tx, { organizationId: organization.id, personId: invited.personId, role });
      return invited.path;
    });
    print('The person is entered, and a letter is on its way. The same link, good for 24 hours:');
    print(`${config().PUBLIC_URL}${path}`);
    const next = kind === 'employer' ? 'sign in and find their roster' : 'sign in and set up their second factor';
    print(`After choosing a password they ${next}.`);
    return 0;
  },
};

async function organizationFor(tx: Tx, organizations: Organizations, options: Options, founding: Founded) {
  const slug = textOf(options, founding);
  const { kind, what } = FOUNDED[founding];
  try {
    return await organizations.bySlug(tx, slug);
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'not_found') throw error;
  }
  const name = textOf(options, `${founding}Name`);
  if (!name) throw new Error(`There is no ${what} "${slug}". With --${founding}-name it is founded.`);
  return organizations.found(tx, {
    kind,
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
