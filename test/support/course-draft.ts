import { randomUUID } from 'node:crypto';
import { signedIn } from '../../modules/certification/testing/certification-case.js';
import { BeginDraft } from '../../modules/authoring/use-cases/begin-draft.js';
import { Organizations } from '../../modules/organizations/organizations.public.js';
import type { TestApp } from './app.js';

/**
 * A draft of a new course, by an author of the body whom nobody else knows. Its administrators write and review too, but for
 * those who work with exam items.
 * @returns its id
 */
export async function courseDraft(test: TestApp, bodyId: string): Promise<string> {
  const author = await signedIn(test, 'Anton Author', bodyId, 'content-author');
  await test.run(async (tx) => {
    const organizations = test.get(Organizations);
    const kept = new Set(await organizations.staffOf(tx, bodyId, 'item-author'));
    const writers = (await organizations.staffOf(tx, bodyId, 'administrator')).filter((id) => !kept.has(id));
    for (const personId of writers)
      for (const role of ['content-author', 'content-reviewer'] as const)
        await organizations.addMember(tx, { organizationId: bodyId, personId, role });
  });
  const courseCode = `course-${randomUUID().slice(0, 8)}`;
  const input = { organizationId: bodyId, courseCode, title: 'A course in the making' };
  return (await test.run((tx) => test.get(BeginDraft).execute(tx, input), author)).id;
}
