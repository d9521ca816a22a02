import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { Temporal } from 'temporal-polyfill';
import type { OrganizationKind, Role } from '../../../src/kernel/actor.js';
import type { TestApp } from '../../../test/support/app.js';
import { Evidence } from '../../evidence/evidence.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { newTotpSecret, totpCode, type PersonSummary } from '../../people/people.public.js';
import { Browser, enterPerson, PASSWORD } from '../../people/testing/people-app.js';

export interface DeskPerson extends PersonSummary {
  email: string;
  totpSecret?: string;
}

type Place = [organizationId: string, role: Role];

/** People around a body's desk, signing in for real. */
export class Desk {
  constructor(private readonly test: TestApp) {}

  async found(kind: OrganizationKind, slug: string): Promise<string> {
    const place = { name: `${slug} (invented)`, address: '1 Example Street', timeZone: 'America/New_York' };
    const organization = { kind, slug, ...place, contactEmail: `${slug}@example.org` };
    return (await this.test.run((tx) => this.test.get(Organizations).found(tx, organization))).id;
  }

  /** Somebody with a second factor, and with these roles. */
  async staff(name: string, ...places: Place[]): Promise<DeskPerson> {
    const totpSecret = newTotpSecret();
    const person = await this.person(name, { totpSecret });
    for (const [organizationId, role] of places) {
      await this.test.run((tx) =>
        this.test.get(Organizations).addMember(tx, { organizationId, personId: person.id, role }),
      );
    }
    return person;
  }

  /** Somebody without a role; tied to a body by one accepted document where one is given. */
  async person(
    name: string,
    { totpSecret, tiedTo }: { totpSecret?: string; tiedTo?: string } = {},
  ): Promise<DeskPerson> {
    const email = `${name}@example.org`;
    const person = await enterPerson(this.test, { email, legalName: `${name} Example`, totpSecret });
    if (tiedTo) await this.tie(person.id, tiedTo);
    return { ...person, email, ...(totpSecret && { totpSecret }) };
  }

  /** @param bodyId null for a fact of no body, such as hours */
  async tie(personId: string, bodyId: string | null): Promise<void> {
    await this.test.run((tx) =>
      this.test.get(Evidence).record(tx, {
        personId,
        bodyId,
        kind: 'document',
        code: 'ged_equivalent',
        occurredOn: Temporal.PlainDate.from('2026-01-05'),
        vouchedBy: { method: 'registrar' },
        source: { module: 'test', id: randomUUID() },
      }),
    );
  }

  /** A new API token; another code each time needs another half minute. */
  async token({ email, totpSecret }: DeskPerson, password = PASSWORD): Promise<string> {
    this.test.clock.forward({ minutes: 1 });
    const totp = totpSecret && totpCode(totpSecret, await this.test.clock.now());
    const answer = await this.api()
      .post('/api/v1/tokens')
      .send({ email, password, ...(totp && { totp }) });
    return answer.body.token;
  }

  async browser({ email, totpSecret }: DeskPerson): Promise<Browser> {
    this.test.clock.forward({ minutes: 1 });
    const browser = new Browser(this.test);
    await browser.post('/sign-in', { email, password: PASSWORD });
    if (totpSecret) {
      const code = totpCode(totpSecret, await this.test.clock.now());
      await browser.post('/sign-in/code', { code }, '/sign-in/code');
    }
    return browser;
  }

  /** POST as JSON, as somebody who signs in for it. */
  async post(by: DeskPerson, path: string, form: object): Promise<supertest.Response> {
    const token = await this.token(by);
    return this.api().post(path).set('authorization', `Bearer ${token}`).send(form);
  }

  async get(token: string, path: string): Promise<supertest.Response> {
    return this.api().get(path).set('authorization', `Bearer ${token}`);
  }

  api() {
    return supertest(this.test.app.getHttpServer());
  }
}
