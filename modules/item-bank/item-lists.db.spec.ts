import { useApp } from '../../test/support/app.js';
import type { ItemContent } from './domain/item.js';
import { ItemBank } from './item-bank.public.js';
import { arrangeBank, broughtTo, head, move, question, written, type Bank } from './testing/bank-case.js';
import { NameEnemies } from './use-cases/name-enemies.js';
import { ReadItemList } from './use-cases/read-item-list.js';
import { ReadReadings } from './use-cases/read-readings.js';
import { WriteItem } from './use-cases/write-item.js';

describe('the items of a bank', () => {
  const test = useApp();
  let bank: Bank;
  beforeAll(async () => {
    bank = await arrangeBank(test);
  });

  const revise = (item: { itemId: string; versionId: string }, content: ItemContent, by = bank.author) => {
    const input = { ...head, itemId: item.itemId, basedOn: item.versionId, content };
    return test.run((tx) => test.get(WriteItem).revise(tx, input), by);
  };
  const readings = (query = {}, by = bank.administrator) =>
    test.run((tx) => test.get(ReadReadings).execute(tx, query), by);

  it('ask a question once: the second item with it is told, the next version of the same item is not', async () => {
    const content = question();
    const item = await written(test, bank, content);
    await expect(written(test, bank, content)).rejects.toMatchObject({ code: 'item_bank.asked_already' });
    await expect(revise(item, { ...content, scenario: 'On a bench.' })).resolves.toBeTruthy();
    await expect(written(test, await arrangeBank(test), content)).resolves.toBeTruthy();
  });

  it('have a number each of their own, also to twelve at once', async () => {
    const other = await arrangeBank(test);
    await Promise.all(Array.from({ length: 12 }, () => written(test, other)));
    const { rows } = await test.owner.query('select number from bank_item where body_id = $1 order by number', [
      other.bodyId,
    ]);
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
  });

  describe('the list', () => {
    it('is narrowed by what an author says of items, and goes on page by page without a word of them', async () => {
      const other = await arrangeBank(test);
      for (let at = 0; at < 27; at++) await written(test, other);
      const item = await broughtTo(test, other, 'pretest');
      const list = (query: object, by = other.psychometrician) =>
        test.run((tx) => test.get(ReadItemList).execute(tx, query), by);
      const first = await list({});
      expect(first.rows.map(({ itemNumber }) => itemNumber)).toEqual(Array.from({ length: 25 }, (_, at) => 28 - at));
      const second = await list({ after: first.next ?? undefined });
      expect([second.rows.length, second.next]).toEqual([3, null]);
      expect((await list({ state: 'pretest' })).rows.map(({ itemId }) => itemId)).toEqual([item.itemId]);
      expect((await list({ examDomain: 'ethical_responsibility' })).rows).toEqual([]);
      expect((await list({ mine: true }, other.otherAuthor)).rows).toEqual([]);
      expect(JSON.stringify(first.rows)).not.toContain('Lantern question');
      const before = await readings({}, other.administrator);
      expect(before.rows).toEqual([]);
    });

    it('hands in all drafts of an author at once, but what came back with a note', async () => {
      const other = await arrangeBank(test);
      const [returned, theirs] = [
        await written(test, other),
        await written(test, { ...other, author: other.otherAuthor }),
      ];
      await move(test, returned, ['hand_in'], other.author);
      await move(test, returned, ['return', 'Shorter, please'], other.reviewer);
      for (let at = 0; at < 3; at++) await written(test, other);
      const handIn = (by = other.author) =>
        test.run((tx) => test.get(WriteItem).handInAll(tx, { bodyId: other.bodyId }), by);
      expect(await handIn()).toEqual({ handedIn: 3 });
      expect(await handIn()).toEqual({ handedIn: 0 });
      const waiting = await test.run((tx) => test.get(ReadItemList).execute(tx, { waiting: true }), other.reviewer);
      expect(waiting.rows).toHaveLength(3);
      expect(waiting.rows.map(({ itemId }) => itemId)).not.toContain(theirs.itemId);
      await expect(handIn(other.reviewer)).rejects.toMatchObject({ kind: 'not_found' });
    });

    it('shows a reviewer what waits, but nothing of their own', async () => {
      const other = await arrangeBank(test);
      const item = await written(test, other);
      const waiting = (by = other.reviewer) =>
        test.run((tx) => test.get(ReadItemList).execute(tx, { waiting: true }), by);
      expect((await waiting()).rows).toEqual([]);
      await move(test, item, ['hand_in'], other.author);
      expect((await waiting()).rows.map(({ itemId }) => itemId)).toEqual([item.itemId]);
      const own = { ...other.author, memberships: [...other.author.memberships, ...other.reviewer.memberships] };
      expect((await waiting(own)).rows).toEqual([]);
    });

    it('is nobody’s but theirs who work in the bank', async () => {
      for (const by of [bank.stranger, bank.administrator]) {
        await expect(test.run((tx) => test.get(ReadItemList).execute(tx, {}), by)).rejects.toMatchObject({
          kind: 'not_found',
        });
      }
      const { bodyId } = await arrangeBank(test);
      await expect(
        test.run((tx) => test.get(ReadItemList).execute(tx, { bodyId }), bank.reviewer),
      ).rejects.toMatchObject({ kind: 'not_found' });
      await expect(readings({}, bank.reviewer)).rejects.toMatchObject({ kind: 'not_found' });
      await expect(readings({ bodyId })).rejects.toMatchObject({ kind: 'not_found' });
    });
  });

  describe('enemies', () => {
    it('are told to whoever draws a form, both ways, until they are ended', async () => {
      const other = await arrangeBank(test);
      const [one, two] = [await broughtTo(test, other, 'active'), await broughtTo(test, other, 'pretest')];
      const name = (number: number, by = other.reviewer) =>
        test.run((tx) => test.get(NameEnemies).name(tx, { itemId: one.itemId, number, reason: 'gives_away' }), by);
      await name(2);
      await name(2);
      const drawn = await test.run((tx) => test.get(ItemBank).candidates(tx, { bodyId: other.bodyId }));
      expect(drawn.map(({ itemId, enemies }) => [itemId, enemies])).toEqual([
        [one.itemId, [two.itemId]],
        [two.itemId, [one.itemId]],
      ]);
      await expect(name(1)).rejects.toMatchObject({ code: 'item_bank.enemy_not_possible' });
      await expect(name(99)).rejects.toMatchObject({ code: 'item_bank.enemy_not_possible' });
      await expect(name(2, other.author)).rejects.toMatchObject({ kind: 'not_found' });
      const pair = { itemId: two.itemId, enemyId: one.itemId };
      await test.run((tx) => test.get(NameEnemies).end(tx, pair), other.psychometrician);
      const after = await test.run((tx) => test.get(ItemBank).candidates(tx, { bodyId: other.bodyId }));
      expect(after.flatMap(({ enemies }) => enemies)).toEqual([]);
    });

    it('are of one body: the database refuses a pair across two', async () => {
      const other = await arrangeBank(test);
      const [mine, theirs] = [await written(test, bank), await written(test, other)];
      await expect(
        test.run((tx) =>
          tx.manager.query(
            `insert into bank_item_enemy (id, body_id, low_id, high_id, reason, named_by, named_at)
             values (gen_random_uuid(), $1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'too_alike', $4, now())`,
            [bank.bodyId, mine.itemId, theirs.itemId, bank.reviewer.personId],
          ),
        ),
      ).rejects.toThrow('foreign key');
    });
  });
});
