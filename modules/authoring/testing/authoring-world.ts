import { randomUUID } from 'node:crypto';
import type { PersonActor, Role } from '../../../src/kernel/actor.js';
import type { TestApp } from '../../../test/support/app.js';
import { personActor } from '../../../test/support/by-person-id.js';
import { insertPerson } from '../../../test/support/factories/person.js';
import { contentCopy } from '../../courses/testing/learning.js';
import { CourseContent } from '../../courses/courses.public.js';
import { Organizations } from '../../organizations/organizations.public.js';

/** A training provider with people in roles of authoring, for specs. */
export async function providerWith(test: TestApp) {
  const slug = `p-${randomUUID().slice(0, 8)}`;
  const { id: organizationId } = await test.run((tx) =>
    test.get(Organizations).found(tx, {
      kind: 'training-provider',
      slug,
      name: `Provider ${slug}`,
      address: '1 Example Street',
      timeZone: 'America/New_York',
      contactEmail: 'desk@example.org',
    }),
  );
  const person = async (name: string, ...roles: Role[]): Promise<PersonActor> => {
    const personId = await insertPerson(test.owner, name, `${randomUUID()}@example.org`);
    for (const role of roles)
      await test.run((tx) => test.get(Organizations).addMember(tx, { organizationId, personId, role }));
    const memberships = roles.map((role) => ({ organizationId, organizationKind: 'training-provider' as const, role }));
    return { ...personActor(personId), memberships };
  };
  return {
    organizationId,
    person,
    author: await person('Ada Author', 'content-author'),
    second: await person('Abe Author', 'content-author'),
    reviewer: await person('Rae Reviewer', 'content-reviewer'),
    both: await person('Bo Both', 'content-author', 'content-reviewer'),
  };
}

/** The shipped frameworks and one course, in force. */
export async function loadOneCourse(test: TestApp): Promise<void> {
  const content = contentCopy();
  await test.run((tx) => test.get(CourseContent).load(tx, content.dir));
  content.remove();
}
