import type { Actor } from '../../src/kernel/actor.js';
import { useApp } from '../../test/support/app.js';
import { businessOf } from '../../test/support/by-person-id.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { COURSE } from '../courses/testing/learning.js';
import { AuthoringModule } from './authoring.module.js';
import { draftMoves } from './domain/draft-states.js';
import { draftWork, LESSON } from './testing/draft-work.js';
import { SaveFile } from './use-cases/save-file.js';
import { SayOfDraft } from './use-cases/say-of-draft.js';

describe('what a draft of a course is held to', () => {
  const test = useApp({ business: businessOf([CohortsModule, AuthoringModule]) });
  const { world, draft, as, begin, read, edit, decide, giveBack, published } = draftWork(test);

  it('is refused by the database to whoever wrote some of it, and on any other way than the one it has', async () => {
    await begin({ courseCode: COURSE }, world.both);
    await decide('handIn', world.author);
    await expect(decide('review', world.both)).rejects.toMatchObject({ code: 'authoring.second_person' });
    const move = (state: string, by: string) =>
      test.owner.query(`update course_draft set state = $2, reviewed_by = $3, reviewed_at = now() where id = $1`, [
        draft.id,
        state,
        by,
      ]);
    await expect(move('reviewed', world.both.personId)).rejects.toThrow(/second person/);
    await expect(
      test.owner.query(
        `insert into course_draft_file (draft_id, path, revision, text, saved_by, saved_at) values ($1, 'course.yaml', 9, 'x', $2, now())`,
        [draft.id, world.author.personId],
      ),
    ).rejects.toThrow(/is in_review/);
    await expect(
      test.owner.query(`update course_draft set state = 'discarded' where id = $1`, [draft.id]),
    ).rejects.toThrow(/check/);
    const { rows } = await test.owner.query('select move, from_state, to_state from course_draft_move');
    const listed = Object.entries(draftMoves).flatMap(([name, pairs]) =>
      Object.entries(pairs).map(([from, to]) => `${name} ${from} ${to}`),
    );
    expect(rows.map((row) => `${row.move} ${row.from_state} ${row.to_state}`).toSorted()).toEqual(listed.toSorted());
    await decide('discard', world.author);
  });

  it('about a community is published only with the word of its named reviewer, to that very text', async () => {
    await begin();
    await edit(LESSON, 'competencies:\n', 'competencies:\n  - rop-5.1\n');
    await decide('handIn', world.author);
    await decide('review', world.reviewer);
    await expect(decide('publish', world.reviewer)).rejects.toMatchObject({ code: 'authoring.community_first' });
    const approval = {
      draftId: draft.id,
      categoryCode: 'rop-5',
      reviewerName: 'Invented Elder',
      speaksFor: 'An invented community',
      approvedOn: (await read()).today,
    };
    const approve = (actor: Actor) => as(actor, (tx) => test.get(SayOfDraft).approve(tx, approval));
    await expect(approve(world.author)).rejects.toMatchObject({ code: 'authoring.reviewers_only' });
    await approve(world.reviewer);
    expect((await read()).examination).toMatchObject({
      awaited: [{ categoryCode: 'rop-5', approval: { reviewerName: 'Invented Elder' } }],
      folder: { faults: [] },
    });
    await giveBack('One more word.');
    await edit(LESSON, /\n$/, '\nOne more word.\n');
    expect((await read()).examination.awaited).toMatchObject([{ approval: null }]);
    await edit(LESSON, /\nOne more word\.\n$/, '\n');
    await decide('handIn', world.author);
    await decide('review', world.reviewer);
    await decide('publish', world.reviewer);
    expect((await published())?.definition.version).toBe('2');
  });

  it('begins a course that is new, with a lesson more', async () => {
    await begin({ courseCode: 'night-shifts', title: 'Peer support at night' });
    await expect(begin({ courseCode: COURSE, title: 'x' })).rejects.toMatchObject({ code: 'authoring.code_taken' });
    const add = () =>
      as(world.author, (tx) =>
        test.get(SaveFile).add(tx, { draftId: draft.id, folder: 'lessons', name: '02-after-dark' }),
      );
    expect(await add()).toBe('lessons/02-after-dark.md');
    await expect(add()).rejects.toMatchObject({ code: 'authoring.file_exists' });
    const { examination, files, title } = await read();
    expect(title).toBe('Peer support at night');
    expect(files.map(({ path }) => path)).toContain('lessons/02-after-dark.md');
    expect(examination.folder).toMatchObject({ lessons: 2, course: expect.anything(), faults: [] });
    await decide('discard', world.author);
  });
});
