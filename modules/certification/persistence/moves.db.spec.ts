import { randomUUID } from 'node:crypto';
import { useApp } from '../../../test/support/app.js';
import { APPLICATION_MOVES, APPLICATION_STATES, applicationMoves, stateAfter } from '../domain/application-state.js';
import { arrangeCase, signedIn, type Case } from '../testing/certification-case.js';

describe('the moves of an application, in the database', () => {
  const test = useApp();

  it('are exactly those of the domain', async () => {
    const { rows } = await test.owner.query('select move, from_state, to_state from application_move');
    const inCode = APPLICATION_MOVES.flatMap((move) =>
      Object.entries(applicationMoves[move]).map(([from, to]) => `${from} ${move} ${to}`),
    );
    const inDatabase = rows.map(({ move, from_state, to_state }) => `${from_state} ${move} ${to_state}`);
    expect(inDatabase.toSorted()).toEqual(inCode.toSorted());
  });

  it('are the only way: from every state every other move is refused, and the state follows the step', async () => {
    const arranged = await arrangeCase(test);
    for (const from of APPLICATION_STATES) {
      const stays = await applicationIn(arranged, from);
      const { applicant } = arranged;
      for (const move of APPLICATION_MOVES) {
        for (const to of APPLICATION_STATES) {
          if (stateAfter(from, move) === to) continue;
          await expect(step({ ...arranged, applicant }, stays, [move, from, to])).rejects.toThrow(
            /application_move|foreign key/,
          );
        }
        const id = await applicationIn(arranged, from);
        const to = stateAfter(from, move);
        if (!to) continue;
        await step(arranged, id, [move, from, to]);
        const { rows } = await test.owner.query('select state from application where id = $1', [id]);
        expect(rows[0].state).toBe(to);
      }
    }
  }, 120_000);

  it('start where the application stands, whatever the step says', async () => {
    const arranged = await arrangeCase(test);
    const id = await applicationIn(arranged, 'draft');
    await expect(step(arranged, id, ['grant', 'admitted', 'granted'])).rejects.toThrow('is draft, not admitted');
  });

  it('do not let the product’s logins write the state themselves', async () => {
    const arranged = await arrangeCase(test);
    const id = await applicationIn(arranged, 'admitted');
    const write = () =>
      test.run((tx) => tx.manager.query(`update application set state = 'granted' where id = $1`, [id]));
    await expect(write()).rejects.toThrow('permission denied');
  });

  it('do not grant on a tree that is not met, nor by the applicant, nor by the reviewer', async () => {
    const arranged = await arrangeCase(test);
    const unmet = await applicationIn(arranged, 'admitted');
    await expect(step(arranged, unmet, ['grant', 'admitted', 'granted'], { tree: { met: false } })).rejects.toThrow(
      'check',
    );
    const own = await applicationIn(arranged, 'admitted');
    await expect(
      step(arranged, own, ['grant', 'admitted', 'granted'], { by: arranged.applicant.personId }),
    ).rejects.toThrow('check');
    const reviewed = await applicationIn(arranged, 'under_review');
    await step(arranged, reviewed, ['admit', 'under_review', 'admitted'], { by: arranged.decider.personId });
    await expect(step(arranged, reviewed, ['grant', 'admitted', 'granted'])).rejects.toThrow(
      'reviewed by the same person',
    );
  });

  /** An application of a person of its own, put into a state from outside. */
  async function applicationIn(arranged: Case, state: string): Promise<string> {
    const id = randomUUID();
    arranged.applicant = await signedIn(test, 'Invented Applicant');
    await test.owner.query(
      `insert into application (id, body_id, person_id, scheme_code, scheme_version_id, state, state_since, begun_on, created_at)
       values ($1, $2, $3, $4, $5, $6, now(), '2026-11-01', now())`,
      [id, arranged.bodyId, arranged.applicant.personId, arranged.schemeCode, arranged.schemeVersionId, state],
    );
    return id;
  }

  /** Writes a step as the web process would, past the use cases. */
  async function step(
    arranged: Case,
    id: string,
    [move, from, to]: readonly [string, string, string],
    { by = arranged.decider.personId, tree = { met: true } }: { by?: string; tree?: object } = {},
  ): Promise<void> {
    await test.run((tx) =>
      tx.manager.query(
        `insert into application_event (id, application_id, body_id, person_id, move, from_state, to_state, actor_person_id,
           reason_codes, note, eligibility, eligibility_hash, happened_on, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, '{all_requirements_met}', 'a note', $9, repeat('a', 64), '2026-11-21', now())`,
        [randomUUID(), id, arranged.bodyId, arranged.applicant.personId, move, from, to, by, JSON.stringify(tree)],
      ),
    );
  }
});
