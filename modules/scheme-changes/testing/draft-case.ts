import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { projectRoot } from '../../../src/config/project-root.js';
import type { PersonActor } from '../../../src/kernel/actor.js';
import type { TestApp } from '../../../test/support/app.js';
import { arrangeCase, signedIn, type Case } from '../../certification/testing/certification-case.js';
import { AskPreview } from '../use-cases/ask-preview.js';
import { BringDraft } from '../use-cases/bring-draft.js';
import { PublishDraft } from '../use-cases/publish-draft.js';
import { ReadDraft, type DraftView } from '../use-cases/read-draft.js';

export interface DraftCase extends Case {
  administrator: PersonActor;
  colleague: PersonActor;
}

const SAMPLE = readFileSync(join(projectRoot, 'content/schemes/icrc-pr.yaml'), 'utf8');

/** The sample with two more hours of ethics, and whatever else is replaced. */
export function stricter(...replacements: readonly (readonly [string, string])[]): string {
  return [
    ['version: "4-domain"', 'version: "5-domain"'] as const,
    ['total_hours: 46', 'total_hours: 48'] as const,
    ['domain: ethical_responsibility, min_hours: 16', 'domain: ethical_responsibility, min_hours: 18'] as const,
    ...replacements,
  ].reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the sample does not say ${from}`);
    return text.replace(from, to);
  }, SAMPLE);
}

/** A body with two administrators, and what they do with drafts. */
export function draftCase(test: TestApp) {
  async function arrange(): Promise<DraftCase> {
    test.clock.set('2026-11-21T15:00:00Z');
    const arranged = await arrangeCase(test);
    const { bodyId } = arranged;
    const administrator = await signedIn(test, 'Ada Administrator', bodyId, 'administrator');
    return { ...arranged, administrator, colleague: await signedIn(test, 'Carl Colleague', bodyId, 'administrator') };
  }
  const bring = async (
    { bodyId, administrator }: DraftCase,
    text = stricter(),
    { by = administrator, from = '2027-01-01', replaces = undefined as string | undefined } = {},
  ): Promise<string> => {
    const effectiveFrom = Temporal.PlainDate.from(from);
    const input = { bodyId, text, effectiveFrom, replaces };
    return (await test.run((tx) => test.get(BringDraft).execute(tx, input), by)).id;
  };
  const ask = (id: string, by: PersonActor) => test.run((tx) => test.get(AskPreview).execute(tx, id), by);
  const publish = (id: string, by: PersonActor) => test.run((tx) => test.get(PublishDraft).execute(tx, id), by);
  const read = (id: string, by: PersonActor): Promise<DraftView> =>
    test.run((tx) => test.get(ReadDraft).execute(tx, id), by);
  return { arrange, bring, ask, publish, read };
}
