import { stricter } from '../../modules/scheme-changes/testing/draft-case.js';
import { signedIn } from '../../modules/certification/testing/certification-case.js';
import { AskPreview } from '../../modules/scheme-changes/use-cases/ask-preview.js';
import { BringDraft } from '../../modules/scheme-changes/use-cases/bring-draft.js';
import { dateIn } from '../../src/kernel/dates.js';
import type { TestApp } from './app.js';

/** A draft of stricter rules with a preview that runs, by an administrator of the body whom nobody else knows. @returns its id */
export async function schemeDraft(test: TestApp, bodyId: string): Promise<string> {
  const author = await signedIn(test, 'Anton Author', bodyId, 'administrator');
  return test.run(async (tx) => {
    const effectiveFrom = dateIn('UTC', tx.now).add({ days: 40 });
    const { id } = await test.get(BringDraft).execute(tx, { bodyId, text: stricter(), effectiveFrom });
    await test.get(AskPreview).execute(tx, id);
    return id;
  }, author);
}
