import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../src/kernel/actor.js';
import { useApp } from '../../test/support/app.js';
import { businessOf } from '../../test/support/by-person-id.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { checkContent, CourseContent } from '../courses/courses.public.js';
import { COURSE, contentCopy, learning } from '../courses/testing/learning.js';
import { AuthoringModule } from './authoring.module.js';
import { providerWith } from './testing/authoring-world.js';
import { draftWork, LESSON } from './testing/draft-work.js';
import { ExportContent } from './use-cases/export-content.js';
import { ReadDifferences } from './use-cases/read-differences.js';
import { ReadFile } from './use-cases/read-file.js';
import { ReadItem } from './use-cases/read-item.js';
import { SaveFile } from './use-cases/save-file.js';

describe('a draft of a course', () => {
  const test = useApp({ business: businessOf([CohortsModule, AuthoringModule]) });
  const { world, draft, as, begin, read, file, save, edit, decide, giveBack, published } = draftWork(test);
  const letters = async (kind: string) =>
    (await test.owner.query('select person_id from letter where kind = $1', [kind])).rows.map((row) => row.person_id);

  it('begins with every word of the version in force, without a fault, under the name of the next', async () => {
    await begin();
    const { examination, files, rights } = await read();
    expect(examination.folder.faults).toEqual([]);
    expect(files).toHaveLength(7);
    expect(rights).toEqual({ writes: true, reviews: false, wrote: true });
    const { files: changed } = await as(world.author, (tx) => test.get(ReadDifferences).ofDraft(tx, draft.id));
    expect(changed.map(({ path }) => path)).toEqual(['course.yaml']);
    await expect(begin()).rejects.toMatchObject({ code: 'authoring.draft_exists' });
  });

  it('is examined once as long as it says the same, and again once a word changes', async () => {
    const course = async () => (await read()).examination.folder.course;
    const first = await course();
    expect(await course()).toBe(first);
    await edit('course.yaml', /^title: .*$/mu, 'title: Another name');
    expect(await course()).toMatchObject({ title: 'Another name' });
    await edit('course.yaml', /^title: .*$/mu, `title: ${first?.title}`);
    expect(await course()).toBe(first);
  });

  it('is nobody else’s, and its text is changed by authors alone', async () => {
    const elsewhere = await providerWith(test);
    const stranger = await world.person('Sam Stranger');
    for (const actor of [elsewhere.author, elsewhere.reviewer, stranger])
      await expect(read(actor)).rejects.toMatchObject({ kind: 'not_found' });
    await expect(save(LESSON, 'x', { actor: elsewhere.author })).rejects.toMatchObject({ kind: 'not_found' });
    await expect(save(LESSON, 'x', { actor: world.reviewer })).rejects.toMatchObject({
      code: 'authoring.authors_only',
    });
    await expect(begin({ courseCode: COURSE }, stranger)).rejects.toMatchObject({ code: 'authoring.no_author' });
  });

  it('tells the checks of content with file and line, and never publishes what they name', async () => {
    await edit(LESSON, /minutes: \d+/, 'minutes: 999');
    const { faults, examination } = await file(LESSON);
    expect(faults).toEqual([
      expect.objectContaining({ line: expect.any(Number), reason: expect.stringMatching('claims 999 minutes') }),
    ]);
    expect(examination.folder.course).toBeNull();
    await decide('handIn', world.author);
    await decide('review', world.reviewer);
    await expect(decide('publish', world.reviewer)).rejects.toMatchObject({ code: 'authoring.faults_left' });
    await giveBack('The minutes do not add up.');
    expect((await file(LESSON)).saved.text).toContain('999');
    expect((await read()).comments).toMatchObject([{ text: 'The minutes do not add up.', by: 'Rae Reviewer' }]);
  });

  it('is not handed in while a file of it cannot be read', async () => {
    const { saved } = await file('quiz.yaml');
    await save('quiz.yaml', `${saved.text}\nitems: [`, { revision: saved.revision });
    await expect(decide('handIn', world.author)).rejects.toMatchObject({
      code: 'authoring.unreadable',
      message: expect.stringMatching(/quiz\.yaml \(line \d+\)/),
    });
    expect((await read()).draft.state).toBe('draft');
    await save('quiz.yaml', saved.text, { revision: saved.revision + 1 });
  });

  it('is neither handed in nor marked as reviewed with a word to avoid, told with file, line and reason', async () => {
    const { saved } = await file(LESSON);
    await edit(LESSON, /\n$/u, '\nA client was met.\n');
    const place = `${LESSON}, line ${saved.text.split('\n').length}`;
    const message = expect.stringContaining(`${place}: "client" is on the avoid list; better: person`);
    const refusal = { code: 'authoring.words_to_avoid', message };
    const stands = (state: string) =>
      test.owner.query('update course_draft set state = $2 where id = $1', [draft.id, state]);
    await expect(decide('handIn', world.author)).rejects.toMatchObject(refusal);
    await stands('in_review'); // as one handed in before the word came onto the list
    await expect(decide('review', world.reviewer)).rejects.toMatchObject(refusal);
    await stands('draft');
    await save(LESSON, saved.text, { revision: saved.revision + 1 });
  });

  it('tells the second of two authors, loses nothing, and shows from theirs to what was typed', async () => {
    const { saved } = await file(LESSON);
    const mine = saved.text.replace('minutes: 999', 'minutes: 8');
    await save(LESSON, mine, { actor: world.second, revision: saved.revision });
    const typed = saved.text.replace('minutes: 999', 'minutes: 7');
    await expect(save(LESSON, typed, { revision: saved.revision })).rejects.toMatchObject({
      code: 'authoring.saved_meanwhile',
    });
    const shown = await as(world.author, (tx) =>
      test
        .get(ReadFile)
        .execute(tx, { draftId: draft.id, path: LESSON, typed: { text: typed, revision: saved.revision } }),
    );
    expect(shown).toMatchObject({ text: typed, saved: { text: mine, by: 'Abe Author' } });
    expect(shown.meanwhile).toContainEqual(expect.objectContaining({ change: 'changed' }));
  });

  it('lets two authors save two questions, and tells only of the same one', async () => {
    const open = (code: string) =>
      as(world.author, (tx) => test.get(ReadItem).execute(tx, { draftId: draft.id, code }));
    const { revision, quiz } = await open((await read()).items[0]?.code ?? '');
    const [first, second] = quiz?.items ?? [];
    if (!first || !second) throw new Error('two questions');
    const saveItem = (item: typeof first, stem: string, actor: Actor) =>
      as(actor, (tx) =>
        test.get(SaveFile).item(tx, { draftId: draft.id, code: item.code, item: { ...item, stem }, revision }),
      );
    await saveItem(first, 'What does hope do here?', world.author);
    await saveItem(second, 'What comes next for Jo?', world.second);
    await expect(saveItem(first, 'Something else?', world.second)).rejects.toMatchObject({
      code: 'authoring.saved_meanwhile',
    });
    const now = await open(first.code);
    expect(now.item.stem).toBe('What does hope do here?');
    expect(now.quiz?.items.find(({ code }) => code === second.code)?.stem).toBe('What comes next for Jo?');
    expect(now.faults).toEqual([]);
  });

  it('is reviewed and published by a second person, told by letters, and kept by a load of files', async () => {
    const { enrol, standing } = learning(test);
    const learner = (await world.person('Lou Learner')).personId;
    await enrol(learner);
    const before = (await published())?.id;

    await decide('handIn', world.author);
    await expect(save(LESSON, 'x')).rejects.toMatchObject({ code: 'authoring.not_being_written' });
    await expect(decide('review', world.author)).rejects.toMatchObject({ code: 'authoring.reviewers_only' });
    await expect(decide('publish', world.reviewer)).rejects.toMatchObject({ code: 'authoring.moved' });
    await decide('review', world.reviewer);
    await decide('publish', world.reviewer);

    const version = await published();
    expect(version).toMatchObject({ origin: 'author', definition: { version: '2' } });
    expect((await standing(learner))?.courseVersionId).toBe(before);
    expect(await letters('authoring-review-asked')).toEqual(expect.arrayContaining([world.reviewer.personId]));
    expect(await letters('authoring-published')).toEqual(
      expect.arrayContaining([world.author.personId, world.second.personId]),
    );
    expect(await letters('authoring-returned')).toEqual(expect.arrayContaining([world.author.personId]));
    const content = contentCopy();
    const load = await test.run((tx) => test.get(CourseContent).load(tx, content.dir));
    content.remove();
    expect(load).toMatchObject({ diverged: [COURSE], published: [] });
    expect((await published())?.id).toBe(version?.id);
  });

  it('is looked after by the organization that published it', async () => {
    const elsewhere = await providerWith(test);
    await expect(begin({ courseCode: COURSE }, elsewhere.author)).rejects.toMatchObject({
      code: 'authoring.kept_elsewhere',
    });
  });

  it('goes back into files that check without a fault and load as what is in force', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'export-'));
    const run = () => test.run((tx) => test.get(ExportContent).execute(tx, dir));
    expect(await run()).toEqual({ written: [COURSE], unchanged: [] });
    expect(checkContent(dir).faults).toEqual([]);
    const load = await test.run((tx) => test.get(CourseContent).load(tx, dir));
    expect(load).toMatchObject({ unchanged: [COURSE], published: [], diverged: [], faults: [] });
    expect(await run()).toEqual({ written: [], unchanged: [COURSE] });
    rmSync(dir, { recursive: true });
  });

  it('is compared with any version, file by file', async () => {
    const { before, after, files, withoutQuiz } = await as(world.reviewer, (tx) =>
      test.get(ReadDifferences).ofVersions(tx, COURSE, {}),
    );
    expect([before.name, after.name]).toEqual(['1', '2']);
    expect(files.map(({ path }) => path)).toEqual(['course.yaml', LESSON]);
    expect(withoutQuiz).toBe(true);
  });
});
