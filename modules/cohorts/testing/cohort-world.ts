import { randomUUID } from 'node:crypto';
import type { TestApp } from '../../../test/support/app.js';
import { personActor } from '../../../test/support/by-person-id.js';
import { insertPerson } from '../../../test/support/factories/person.js';
import type { OrganizationKind, PersonActor, Role } from '../../../src/kernel/actor.js';
import { EXAMPLE_SESSION } from '../../courses/testing/example-session.js';
import { contentCopy } from '../../courses/testing/learning.js';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CourseContent } from '../../courses/courses.public.js';
import { Organizations } from '../../organizations/organizations.public.js';

/** Loads the shipped course with the example plan of a live session. */
export async function loadCourseWithSession(test: TestApp): Promise<void> {
  const content = contentCopy();
  mkdirSync(join(content.dir, 'courses/recovery-oriented-practice/sessions'), { recursive: true });
  writeFileSync(join(content.dir, 'courses/recovery-oriented-practice/sessions/90-example.md'), EXAMPLE_SESSION);
  content.edit(
    'course.yaml',
    (text) => `${text.replace(/^sessions:\n(?: +- .*\n)+/mu, '')}\nsessions: [90-example.md]\n`,
  );
  await test.run((tx) => test.get(CourseContent).load(tx, content.dir));
  content.remove();
}

/** An organization with one person in a role, and the actor they are. */
export async function organizationWith(test: TestApp, kind: OrganizationKind, role: Role) {
  const slug = `o-${randomUUID().slice(0, 8)}`;
  const organization = await test.run((tx) =>
    test.get(Organizations).found(tx, {
      kind,
      slug,
      name: `Organization ${slug}`,
      address: '1 Example Street',
      timeZone: 'America/New_York',
      contactEmail: 'desk@example.org',
    }),
  );
  const personId = await insertPerson(test.owner, 'Ines Instructor', `${slug}@example.org`);
  await test.run((tx) => test.get(Organizations).addMember(tx, { organizationId: organization.id, personId, role }));
  const actor: PersonActor = {
    ...personActor(personId),
    assurance: 'two-factor',
    memberships: [{ organizationId: organization.id, organizationKind: kind, role }],
  };
  return { organizationId: organization.id, personId, actor };
}
