import type { Actor } from '../../../src/kernel/actor.js';
import type { TestApp } from '../../../test/support/app.js';
import { ReadVersions } from '../../courses/authoring.public.js';
import { COURSE } from '../../courses/testing/learning.js';
import { BeginDraft } from '../use-cases/begin-draft.js';
import { DecideDraft } from '../use-cases/decide-draft.js';
import { ReadDraft } from '../use-cases/read-draft.js';
import { ReadFile } from '../use-cases/read-file.js';
import { SaveFile } from '../use-cases/save-file.js';
import { loadOneCourse, providerWith } from './authoring-world.js';

export const LESSON = 'lessons/01-what-recovery-means.md';

/**
 * Call at the top of a describe: one course, a provider with its people (`world`, there once the tests begin), and what they do
 * with the draft that was begun last.
 */
export function draftWork(test: TestApp) {
  const world = {} as Awaited<ReturnType<typeof providerWith>>;
  const draft = { id: '' };

  beforeAll(async () => {
    await loadOneCourse(test);
    Object.assign(world, await providerWith(test));
  });
  beforeEach(() => test.clock.set('2026-11-21T15:00:00Z'));

  const as = <T>(actor: Actor, work: Parameters<typeof test.run<T>>[0]) => test.run(work, actor);
  const begin = async (input: object = { courseCode: COURSE }, actor: Actor = world.author) => {
    draft.id = (await as(actor, (tx) => test.get(BeginDraft).execute(tx, input as { courseCode: string }))).id;
  };
  const read = (actor: Actor = world.author) => as(actor, (tx) => test.get(ReadDraft).execute(tx, draft.id));
  const file = (path: string) => as(world.author, (tx) => test.get(ReadFile).execute(tx, { draftId: draft.id, path }));
  const save = (path: string, text: string, { actor, revision = 1 }: { actor?: Actor; revision?: number } = {}) =>
    as(actor ?? world.author, (tx) => test.get(SaveFile).execute(tx, { draftId: draft.id, path, text, revision }));
  const edit = async (path: string, from: string | RegExp, to: string, actor: Actor = world.author) => {
    const { saved } = await file(path);
    expect(saved.text).toMatch(from);
    return save(path, saved.text.replace(from, to), { actor, revision: saved.revision });
  };
  const decide = (verb: 'handIn' | 'review' | 'publish' | 'discard', actor: Actor) =>
    as<unknown>(actor, (tx) => test.get(DecideDraft)[verb](tx, draft.id));
  const giveBack = (comment: string) =>
    as(world.reviewer, (tx) => test.get(DecideDraft).giveBack(tx, draft.id, comment));
  const published = async () =>
    (await test.run((tx) => test.get(ReadVersions).of(tx, COURSE))).find(({ isCurrent }) => isCurrent);

  return { world, draft, as, begin, read, file, save, edit, decide, giveBack, published };
}
