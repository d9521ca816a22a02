import supertest from 'supertest';
import type { OrganizationKind, Role } from '../../../src/kernel/actor.js';
import type { TestApp } from '../../../test/support/app.js';
import { newTotpSecret, totpCode, type PersonSummary } from '../../people/people.public.js';
import { Browser, enterPerson, PASSWORD } from '../../people/testing/people-app.js';
import { Organizations, type OrganizationSummary } from '../organizations.public.js';

/** Invented organizations and who works there, by the names under which they sign in. */
export function staffWorld(test: TestApp) {
  const secrets = new Map<string, string>();
  const emailOf = (name: string) => `${name}@example.org`;
  const codeOf = async (name: string) => {
    const secret = secrets.get(name);
    return secret === undefined ? undefined : totpCode(secret, await test.clock.now());
  };

  const enterPersonAs = async (name: string, totpSecret: string | undefined, [organizationId, ...roles]: Place) => {
    const person = await enterPerson(test, { email: emailOf(name), legalName: `${name} Example`, totpSecret });
    for (const role of roles)
      await test.run((tx) =>
        test.get(Organizations).addMember(tx, { organizationId: organizationId ?? '', personId: person.id, role }),
      );
    return person;
  };

  return {
    found: (kind: OrganizationKind, slug: string): Promise<OrganizationSummary> =>
      test.run((tx) =>
        test.get(Organizations).found(tx, {
          kind,
          slug,
          name: `${slug} (invented)`,
          address: '1 Example Street',
          timeZone: 'America/New_York',
          contactEmail: emailOf(slug),
        }),
      ),
    /** Somebody with a second factor, in these roles. */
    enter: (name: string, ...place: Place): Promise<PersonSummary> => {
      const secret = newTotpSecret();
      secrets.set(name, secret);
      return enterPersonAs(name, secret, place);
    },
    enterWithoutFactor: (name: string, ...place: Place): Promise<PersonSummary> =>
      enterPersonAs(name, undefined, place),
    /** Signed in at pages, by whatever they have. */
    browserOf: async (name: string): Promise<Browser> => {
      const browser = new Browser(test);
      await browser.post('/sign-in', { email: emailOf(name), password: PASSWORD });
      const code = await codeOf(name);
      if (code !== undefined) await browser.post('/sign-in/code', { code }, '/sign-in/code');
      return browser;
    },
    /** Signed in for programs. */
    tokenOf: async (name: string): Promise<string> => {
      const totp = await codeOf(name);
      const form = { email: emailOf(name), password: PASSWORD, ...(totp !== undefined && { totp }) };
      return (await supertest(test.app.getHttpServer()).post('/api/v1/tokens').send(form)).body.token;
    },
    /** Roles that the person holds now. */
    rolesOf: async (personId: string): Promise<string[]> => {
      const { rows } = await test.owner.query(
        'select role from membership where person_id = $1 and until_at is null order by role',
        [personId],
      );
      return rows.map(({ role }) => role);
    },
  };
}

/** An organization and the roles there; nothing for who works nowhere. */
type Place = [] | [organizationId: string, ...roles: Role[]];
