import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { PersonActor, Role } from '../../../src/kernel/actor.js';
import type { TestApp } from '../../../test/support/app.js';
import { insertPerson } from '../../../test/support/factories/person.js';
import { factsOf } from '../../../test/scenarios/support/scenario.js';
import { sampleScheme } from '../../../test/scenarios/support/sample-scheme.js';
import { Evidence, type Fact } from '../../evidence/evidence.public.js';
import type { SchemeDefinition } from '../../schemes/schemes.public.js';
import { BeginApplication } from '../use-cases/begin-application.js';
import { DecideApplication } from '../use-cases/decide-application.js';
import { RecordExamResult } from '../use-cases/record-exam-result.js';
import { ReviewApplication } from '../use-cases/review-application.js';
import { SubmitApplication } from '../use-cases/submit-application.js';

const EVERYTHING = join(__dirname, '../../../test/scenarios/icrc-pr/everything-in-place.yaml');

/** Everything that meets the sample scheme, the exam included. */
export const everything: readonly Fact[] = factsOf(EVERYTHING);

export interface Case {
  bodyId: string;
  zone: string;
  schemeCode: string;
  schemeVersionId: string;
  applicant: PersonActor;
  reviewer: PersonActor;
  decider: PersonActor;
  secondDecider: PersonActor;
  registrar: PersonActor;
  stranger: PersonActor;
}

/** A person of the tests, signed in; staff with a second factor. */
export async function signedIn(test: TestApp, name: string, bodyId?: string, ...roles: Role[]): Promise<PersonActor> {
  const personId = await insertPerson(test.owner, name);
  const [id, address] = [randomUUID(), `p${personId.replaceAll('-', '')}@example.test`];
  await test.owner.query(
    `insert into contact (id, person_id, kind, address, address_key, is_primary, verified_at, created_at)
     values ($1, $2, 'email', $3, $3, true, now(), now())`,
    [id, personId, address],
  );
  const now = (await test.clock.now()).toString();
  for (const role of roles) {
    await test.owner.query(
      `insert into membership (id, organization_id, organization_kind, person_id, role, from_at, created_at)
       values ($1, $2, 'certifying-body', $3, $4, '2020-01-01', now())`,
      [randomUUID(), bodyId, personId, role],
    );
  }
  for (const kind of ['page', 'api'] as const) {
    await test.owner.query(
      `insert into session (id, person_id, kind, token_hash, assurance, device, confirmed_at, last_seen_at, created_at)
       values ($1, $2, $3, $4, 'two-factor', 'test', $5, $5, $5)`,
      [randomUUID(), personId, kind, createHash('sha256').update(tokenOf({ personId }, kind)).digest(), now],
    );
  }
  const memberships = roles.map((role) => {
    return { organizationId: bodyId ?? '', organizationKind: 'certifying-body' as const, role };
  });
  return { kind: 'person', personId, sessionId: randomUUID(), assurance: 'two-factor', memberships };
}

/** The token with which a person of {@link signedIn} comes to the pages or to the API. */
export function tokenOf({ personId }: Pick<PersonActor, 'personId'>, kind: 'page' | 'api'): string {
  return `${kind}-${personId}`;
}

/** A body with its staff and the sample scheme, and an applicant who has nothing yet. */
export async function arrangeCase(test: TestApp, change: Partial<SchemeDefinition> = {}): Promise<Case> {
  const [bodyId, zone] = [randomUUID(), 'America/Chicago'];
  await test.owner.query(
    `insert into organization (id, kind, slug, name, address, time_zone, contact_email, scope_statement, created_at)
     values ($1, 'certifying-body', $2, 'Juniper Valley Board', '1 Invented Road', $3, 'desk@example.test',
             'Peer support for adults', now())`,
    [bodyId, `body-${bodyId}`, zone],
  );
  const definition = { ...sampleScheme(), ...change };
  const schemeVersionId = (randomUUID() + randomUUID()).replaceAll('-', '');
  await test.owner.query(
    `insert into scheme_version (id, body_id, code, version, title, definition, effective_from, created_at)
     values ($1, $2, $3, $4, $5, $6, '2020-01-01', now())`,
    [schemeVersionId, bodyId, definition.id, definition.version, definition.title, JSON.stringify(definition)],
  );
  return {
    bodyId,
    zone,
    schemeCode: definition.id,
    schemeVersionId,
    applicant: await signedIn(test, 'Rosalind Okonkwo'),
    reviewer: await signedIn(test, 'Rosa Reviewer', bodyId, 'reviewer'),
    decider: await signedIn(test, 'Dana Decider', bodyId, 'decider'),
    secondDecider: await signedIn(test, 'Dora Decider', bodyId, 'decider'),
    registrar: await signedIn(test, 'Regis Registrar', bodyId, 'registrar'),
    stranger: await signedIn(test, 'Somebody Else'),
  };
}

/** Records facts of the sample as the applicant's, except those left out. */
export async function giveEvidence(test: TestApp, arranged: Case, facts: readonly Fact[] = everything): Promise<void> {
  await test.run(async (tx) => {
    for (const { id, recordedAt: _recordedAt, corrects: _corrects, ...fact } of facts) {
      const source = { module: 'test', id: `${arranged.applicant.personId}:${id}` };
      const bodyId = fact.bodyId === null ? null : arranged.bodyId;
      await test.get(Evidence).record(tx, { ...fact, bodyId, personId: arranged.applicant.personId, source });
    }
  });
}

/** Begins and sends the application. @returns its id */
export async function apply(test: TestApp, { applicant, schemeCode, bodyId }: Case): Promise<string> {
  return test.run(async (tx) => {
    const { applicationId } = await test.get(BeginApplication).execute(tx, { schemeCode, bodyId });
    await test.get(SubmitApplication).execute(tx, { applicationId, declaration: true });
    return applicationId;
  }, applicant);
}

/** Everything up to the decision: evidence, application, review, exam result. @returns the application's id */
export async function admitted(test: TestApp, arranged: Case, facts: readonly Fact[] = everything): Promise<string> {
  await giveEvidence(test, arranged, facts);
  const applicationId = await apply(test, arranged);
  const review = { applicationId, outcome: 'admitted', note: null } as const;
  await test.run((tx) => test.get(ReviewApplication).execute(tx, review), arranged.reviewer);
  return applicationId;
}

export async function recordExam(
  test: TestApp,
  { registrar }: Case,
  applicationId: string,
  report: { score?: number; satOn?: string; reference?: string } = {},
): Promise<void> {
  const { score = 612, satOn = '2026-11-02', reference = `R-${applicationId}` } = report;
  const domains = { advocacy: 80 };
  const full = { score, satOn: Temporal.PlainDate.from(satOn), domains, centre: 'Invented Centre', reference };
  const input = { applicationId, report: full, corrects: null };
  await test.run((tx) => test.get(RecordExamResult).execute(tx, input), registrar);
}

export async function decide(
  test: TestApp,
  by: PersonActor,
  applicationId: string,
  outcome: 'granted' | 'denied' = 'granted',
): Promise<{ decisionId: string }> {
  const reasons = outcome === 'granted' ? ['all_requirements_met'] : ['requirement_still_needed'];
  const decision = { applicationId, outcome, reasons, note: 'As discussed by letter.' };
  return test.run((tx) => test.get(DecideApplication).execute(tx, decision), by);
}
