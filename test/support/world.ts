import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import {
  admitted,
  arrangeCase,
  decide,
  recordExam,
  signedIn,
  type Case,
} from '../../modules/certification/testing/certification-case.js';
import { everything } from '../../modules/certification/testing/certification-case.js';
import { CourseContent } from '../../modules/courses/courses.public.js';
import { Evidence } from '../../modules/evidence/evidence.public.js';
import { projectRoot } from '../../src/config/project-root.js';
import type { OrganizationKind, Role } from '../../src/kernel/actor.js';
import type { TestApp } from './app.js';
import type { Caller } from './caller.js';
import { insertPerson } from './factories/person.js';
import { BANK_ROLES, giveRole } from './item-bank-things.js';
import { Things, type Granted, type ObjectKind } from './world-things.js';

/** The kinds of caller that every route is tried with. All but the first have an account. */
export const CALLERS = [
  'nobody',
  'stranger',
  'owner',
  'reviewer',
  'decider',
  'registrar',
  'administrator',
  'proctor',
  'elsewhere',
  'unproven',
  'roster',
  'rosterElsewhere',
] as const;
export type CallerKind = (typeof CALLERS)[number];

export interface World {
  test: TestApp;
  callers: Record<Exclude<CallerKind, 'nobody'>, Caller>;
  bodyId: string;
  /** The line of the register by which the owner was granted their credential. */
  grantedLineId: string;
  /** An object of the kind; those that a call can use up are made anew each time. */
  object(kind: ObjectKind): Promise<string>;
}

const body = {
  roles: [
    'reviewer',
    'decider',
    'registrar',
    'administrator',
    'proctor',
    ...BANK_ROLES.map(([, role]) => role),
  ] satisfies Role[],
};

/**
 * One body, one employer, and one person who has something of everything: a granted application, a credential that can be
 * renewed, a course begun, hours, submissions. Another body, another employer and a stranger look on.
 */
export async function seedWorld(test: TestApp): Promise<World> {
  const content = join(projectRoot, 'content');
  await test.run((tx) => test.get(CourseContent).load(tx, content));
  const arranged = await arrangeCase(test);
  const credential = await grant(test, arranged);
  const elsewhere = await arrangeCase(test, { id: 'elsewhere-pr' });
  const proven = (person: { personId: string }): Caller => ({ personId: person.personId, assurance: 'two-factor' });
  const roster = await employer(test, 'Emil Employer');
  const unproven = await signedIn(test, 'Uma Unproven', arranged.bodyId, ...body.roles);
  const callers = {
    stranger: { ...proven(arranged.stranger), assurance: 'password' as const },
    owner: { ...proven(arranged.applicant), assurance: 'password' as const },
    reviewer: proven(arranged.reviewer),
    decider: proven(arranged.decider),
    registrar: proven(arranged.registrar),
    administrator: proven(await signedIn(test, 'Ada Administrator', arranged.bodyId, 'administrator')),
    proctor: proven(await signedIn(test, 'Pia Proctor', arranged.bodyId, 'proctor')),
    elsewhere: proven(await signedIn(test, 'Elsa Elsewhere', elsewhere.bodyId, ...body.roles)),
    unproven: { personId: unproven.personId, assurance: 'password' as const },
    roster: roster.manager,
    rosterElsewhere: (await employer(test, 'Erna Elsewhere')).manager,
  };
  const { decider, reviewer, registrar } = callers;
  const bankStaff = { decider, reviewer, registrar };
  for (const [kind, role] of BANK_ROLES) await giveRole(test, bankStaff[kind].personId, arranged.bodyId, role);
  const given = {
    ...credential,
    staff: bankStaff,
    bodyId: arranged.bodyId,
    reviewerId: arranged.reviewer.personId,
    employerId: roster.employerId,
    roster: roster.manager,
  };
  const things = new Things(test, callers.owner, given);
  await things.make('renewal'); // a term is renewed once, so this comes before any route that would do it
  return {
    test,
    callers,
    bodyId: arranged.bodyId,
    grantedLineId: credential.lineId,
    object: (kind) => things.make(kind),
  };
}

/** From the evidence to a certificate that can be downloaded and a term that can be renewed. */
async function grant(test: TestApp, arranged: Case): Promise<Granted & { lineId: string }> {
  const applicationId = await admitted(
    test,
    arranged,
    everything.filter(({ kind }) => kind !== 'exam'),
  );
  await recordExam(test, arranged, applicationId);
  await decide(test, arranged.decider, applicationId);
  await test.runEffects();
  const { rows } = await test.owner.query(
    `select c.id as "credentialId", c.number, i.id as "issuanceId", i.event_id as "lineId"
     from credential c join credential_issuance i on i.credential_id = c.id where c.application_id = $1`,
    [applicationId],
  );
  test.clock.set('2028-10-15T15:00:00Z');
  await test.run((tx) =>
    test.get(Evidence).record(tx, {
      personId: arranged.applicant.personId,
      bodyId: arranged.bodyId,
      kind: 'continuing_education',
      topics: [
        { topic: 'ethics', minutes: 6 * 60 },
        { topic: 'peer_recovery', minutes: 14 * 60 },
      ],
      occurredOn: Temporal.PlainDate.from('2028-03-01'),
      vouchedBy: { method: 'reviewer', personId: arranged.reviewer.personId },
      source: { module: 'test', id: randomUUID() },
    }),
  );
  return { applicationId, ...rows[0] };
}

async function employer(test: TestApp, name: string): Promise<{ employerId: string; manager: Caller }> {
  const [personId, id] = [await insertPerson(test.owner, name, `${randomUUID()}@example.test`), randomUUID()];
  const kind: OrganizationKind = 'employer';
  await test.owner.query(
    `insert into organization (id, kind, slug, name, address, time_zone, contact_email, created_at)
     values ($1, $2, $3, $4, '1 Invented Street', 'America/Chicago', 'office@example.test', now())`,
    [id, kind, `employer-${id}`, `${name}’s House (invented)`],
  );
  await test.owner.query(
    `insert into membership (id, organization_id, organization_kind, person_id, role, from_at, created_at)
     values ($1, $2, $3, $4, 'roster-manager', '2020-01-01', now())`,
    [randomUUID(), id, kind, personId],
  );
  return { employerId: id, manager: { personId, assurance: 'password' } };
}
