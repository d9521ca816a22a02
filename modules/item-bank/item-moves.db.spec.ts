import { randomUUID } from 'node:crypto';
import { useApp } from '../../test/support/app.js';
import { ITEM_STATES, type ItemState } from './domain/item.js';
import { ITEM_MOVES, itemMoves, stateAfter, type ItemMove } from './domain/item-state.js';
import { STUDY_MOVES, studyMoves } from './domain/study-state.js';
import { arrangeBank, stateOf, written, type Bank } from './testing/bank-case.js';

describe('the moves of an item, in the database', () => {
  const test = useApp();
  let bank: Bank;
  beforeAll(async () => {
    bank = await arrangeBank(test);
  });

  it('are exactly those of the domain, and so are those of a study', async () => {
    const tables = [
      ['bank_item_move', itemMoves, ITEM_MOVES],
      ['angoff_study_move', studyMoves, STUDY_MOVES],
    ] as const;
    for (const [table, moves, names] of tables) {
      const { rows } = await test.owner.query(`select move, from_state, to_state from ${table}`);
      const inCode = names.flatMap((name) =>
        Object.entries((moves as Record<string, Record<string, string>>)[name] ?? {}).map(
          ([from, to]) => `${from} ${name} ${to}`,
        ),
      );
      const inDatabase = rows.map(({ move, from_state, to_state }) => `${from_state} ${move} ${to_state}`);
      expect(inDatabase.toSorted()).toEqual(inCode.toSorted());
    }
  });

  it('are the only way: from every state every other move is refused, and the state follows the step', async () => {
    for (const from of ITEM_STATES) {
      const stays = await versionIn(from);
      for (const move of ITEM_MOVES) {
        for (const to of ITEM_STATES) {
          if (stateAfter(from, move) === to) continue;
          await expect(step(stays, [move, from, to])).rejects.toThrow(/bank_item_move|foreign key/);
        }
        const to = stateAfter(from, move);
        if (!to) continue;
        const goes = await versionIn(from, move === 'review' || move === 'return');
        await step(goes, [move, from, to]);
        expect([from, move, await stateOf(test, goes.versionId)]).toEqual([from, move, to]);
      }
      expect(await stateOf(test, stays.versionId)).toBe(from);
    }
  });

  it('start where the version stands, whatever the step says', async () => {
    const draft = await versionIn('draft');
    await expect(step(draft, ['activate', 'pretest', 'active'])).rejects.toThrow('is draft, not pretest');
    await expect(step(draft, ['review', 'draft', 'reviewed'])).rejects.toThrow('was not handed in');
  });

  it('leave one version of an item in work, one in pretest and one in use', async () => {
    const { itemId } = await written(test, bank);
    for (const state of ['draft', 'pretest', 'active']) {
      const insert = () =>
        test.owner.query(
          `insert into bank_item_version (id, body_id, item_id, number, kind, exam_domain, competency, difficulty, sealed,
             fingerprint, author_id, state_since, created_at)
           select $2, body_id, item_id, (select max(number) + 1 from bank_item_version where item_id = $1), kind, exam_domain,
             competency, difficulty, sealed, fingerprint, author_id, now(), now()
           from bank_item_version where item_id = $1 limit 1`,
          [itemId, randomUUID()],
        );
      await test.owner.query(`update bank_item_version set state = 'retired', handed_in_at = null where item_id = $1`, [
        itemId,
      ]);
      await insert();
      await test.owner.query(`update bank_item_version set state = $2 where item_id = $1 and state = 'draft'`, [
        itemId,
        state,
      ]);
      const second = async () => {
        await insert();
        await test.owner.query(`update bank_item_version set state = $2 where item_id = $1 and state = 'draft'`, [
          itemId,
          state,
        ]);
      };
      await expect(second()).rejects.toThrow(/bank_item_version_(in_work|pretest|active)/);
    }
  });

  /** A version put into a state from outside. */
  async function versionIn(state: ItemState, handedIn = false) {
    const item = await written(test, bank);
    await test.owner.query('update bank_item_version set state = $2, handed_in_at = $3 where id = $1', [
      item.versionId,
      state,
      handedIn ? '2026-11-20T12:00:00Z' : null,
    ]);
    return item;
  }

  /** Writes a step as the web process would, past the use cases. */
  async function step(
    { itemId, versionId }: { itemId: string; versionId: string },
    [move, from, to]: readonly [ItemMove, string, string],
  ): Promise<void> {
    await test.run((tx) =>
      tx.manager.query(
        `insert into bank_item_event (id, body_id, item_id, version_id, move, from_state, to_state, actor_id, sealed_note, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, '\\x00', now())`,
        [randomUUID(), bank.bodyId, itemId, versionId, move, from, to, bank.reviewer.personId],
      ),
    );
  }
});
