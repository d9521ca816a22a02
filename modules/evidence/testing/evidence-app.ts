import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Global, Injectable, Module, type Type } from '@nestjs/common';
import { useApp, type TestApp } from '../../../test/support/app.js';
import { projectRoot } from '../../../src/config/project-root.js';
import type { Role } from '../../../src/kernel/actor.js';
import { PageSurroundings } from '../../../src/platform/http/surroundings.js';
import { Competencies } from '../../competencies/competencies.public.js';
import { Organizations } from '../../organizations/organizations.public.js';

@Injectable()
class PlainSurroundings extends PageSurroundings {
  async describe() {
    return { areas: [], supportNow: this.supportNow() };
  }

  supportNow() {
    return { label: 'Call or text 988', href: 'tel:988', phone: '988' };
  }
}

@Global()
@Module({ providers: [{ provide: PageSurroundings, useClass: PlainSurroundings }], exports: [PageSurroundings] })
class PlainSurroundingsModule {}

/** An app of `module` and what it needs, with real sessions and roles, frameworks loaded and nobody in it. */
export function useEvidenceApp(module: Type): TestApp {
  @Module({ imports: [PlainSurroundingsModule, module] })
  class BusinessUnderTest {}
  const test = useApp({ business: BusinessUnderTest });
  beforeAll(() => test.run((tx) => test.get(Competencies).load(tx, join(projectRoot, 'content'))));
  return test;
}

export function foundBody(test: TestApp, name: string, slug: string): Promise<string> {
  const details = { timeZone: 'America/New_York', address: '1 Quay Street', contactEmail: `desk@${slug}.example` };
  const body = { kind: 'certifying-body' as const, name, slug, scopeStatement: 'Peer recovery', ...details };
  return test.run(async (tx) => (await test.get(Organizations).found(tx, body)).id);
}

export function giveRole(test: TestApp, organizationId: string, personId: string, role: Role): Promise<void> {
  return test.run((tx) => test.get(Organizations).addMember(tx, { organizationId, personId, role }));
}

/** A session as signing in with a second factor opens it. @returns its token */
export async function sessionOf(test: TestApp, personId: string, kind: 'page' | 'api'): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = (await test.clock.now()).toString();
  await test.owner.query(
    `insert into session (id, person_id, kind, token_hash, assurance, device, confirmed_at, last_seen_at, created_at)
     values ($1, $2, $3, $4, 'two-factor', 'test', $5, $5, $5)`,
    [randomUUID(), personId, kind, createHash('sha256').update(token).digest(), now],
  );
  return token;
}

/** The smallest bytes that are recognised as a PDF. */
export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
