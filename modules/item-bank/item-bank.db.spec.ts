import { KeyRing } from '../../src/platform/sealing/sealing.js';
import { useApp } from '../../test/support/app.js';
import type { ItemContent } from './domain/item.js';
import { ItemRepository } from './persistence/item.repository.js';
import {
  arrangeBank,
  broughtTo,
  head,
  insertOrganization,
  move,
  question,
  stateOf,
  written,
  type Bank,
} from './testing/bank-case.js';
import { CompareVersions } from './use-cases/compare-versions.js';
import { ReadItem } from './use-cases/read-item.js';
import { ReadReadings } from './use-cases/read-readings.js';
import { RewrapItemKeys } from './use-cases/rewrap-item-keys.js';
import { WriteItem } from './use-cases/write-item.js';

const SECRET = 'Seven lanterns over Quince Harbor';

describe('the item bank of a body', () => {
  const test = useApp();
  let bank: Bank;
  beforeAll(async () => {
    bank = await arrangeBank(test);
  });

  const read = (itemId: string, by = bank.reviewer) =>
    test.run((tx) => test.get(ReadItem).execute(tx, { itemId, purpose: 'page' }), by);
  const revise = (item: { itemId: string; versionId: string }, content: ItemContent, by = bank.author) => {
    const input = { ...head, itemId: item.itemId, basedOn: item.versionId, content };
    return test.run((tx) => test.get(WriteItem).revise(tx, input), by);
  };
  const readings = (query = {}, by = bank.administrator) =>
    test.run((tx) => test.get(ReadReadings).execute(tx, query), by);

  describe('what an item asks', () => {
    it('is nowhere in the database but sealed: no row of any table holds its words', async () => {
      const item = await written(test, bank, question({ stem: SECRET, references: [SECRET] }));
      await move(test, item, ['hand_in'], bank.author);
      await move(test, item, ['return', `${SECRET}: say more`], bank.reviewer);
      await read(item.itemId);
      await test.runEffects();
      const { rows: tables } = await test.owner.query(
        `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
      );
      for (const { name } of tables) {
        const { rows } = await test.owner.query(
          `select count(*)::int as found from "${name}" t where t::text ilike '%quince harbor%'
             or encode(convert_to(t::text, 'UTF8'), 'escape') ilike $1`,
          [`%${Buffer.from('Quince Harbor').toString('hex')}%`],
        );
        expect([name, rows[0].found]).toEqual([name, 0]);
      }
      const opened = await read(item.itemId);
      expect(opened.content.stem).toBe(SECRET);
      expect(opened.steps.find(({ note }) => note)?.note).toBe(`${SECRET}: say more`);
    });

    it('opens for who may only with a row in the log, and not at all in a transaction that only reads', async () => {
      const item = await written(test, bank);
      const { number } = await read(item.itemId, bank.author);
      const { rows } = await readings({ itemNumber: number });
      expect(rows).toEqual([
        expect.objectContaining({ reader: 'Aila Author', purpose: 'page', items: [`${number}.1`], count: 1 }),
      ]);
      await expect(
        test.run(async (tx) => {
          await tx.manager.query('set transaction read only');
          return test.get(ReadItem).execute(tx, { itemId: item.itemId, purpose: 'page' });
        }, bank.author),
      ).rejects.toThrow('read-only');
    });

    it('is for its author, for reviewers and psychometricians; for everybody else there is no such item', async () => {
      const item = await written(test, bank);
      const elsewhere = await arrangeBank(test);
      for (const by of [bank.author, bank.reviewer, bank.psychometrician]) await read(item.itemId, by);
      const [judge] = bank.judges;
      for (const by of [bank.otherAuthor, bank.administrator, judge!, bank.stranger, elsewhere.reviewer]) {
        await expect(read(item.itemId, by)).rejects.toMatchObject({ kind: 'not_found' });
      }
      const oneFactor = { ...bank.reviewer, assurance: 'password' as const };
      await expect(read(item.itemId, oneFactor)).rejects.toMatchObject({ kind: 'not_found' });
    });

    it('opens after the secret of the installation was changed, and its key is wrapped anew', async () => {
      const item = await written(test, bank);
      const later = 'another-secret'.padEnd(32, '-');
      const ring = new KeyRing([later, test.config.SECRET_KEY], 'goodstanding item bank');
      const rewrap = (by: KeyRing) => test.run((tx) => new RewrapItemKeys(test.get(ItemRepository), by).execute(tx));
      const before = await keyOf(item.itemId);
      await rewrap(ring);
      const after = await keyOf(item.itemId);
      expect(after.key_id).not.toBe(before.key_id);
      const back = new KeyRing([test.config.SECRET_KEY, later], 'goodstanding item bank');
      const wrapped = { keyId: after.key_id, wrapped: after.wrapped_key };
      expect(back.unwrap(wrapped, item.itemId)).toEqual(
        ring.unwrap({ keyId: before.key_id, wrapped: before.wrapped_key }, item.itemId),
      );
      await rewrap(back);
      await read(item.itemId);
    });

    async function keyOf(itemId: string) {
      return (await test.owner.query('select key_id, wrapped_key from bank_item where id = $1', [itemId])).rows[0];
    }
  });

  describe('a version', () => {
    it('goes from draft over review and pretest into use, each step by who it is for, and its author gets a letter', async () => {
      const item = await broughtTo(test, bank, 'active');
      expect(await stateOf(test, item.versionId)).toBe('active');
      const { rows } = await test.owner.query(
        `select kind, words::text as words from letter where person_id = $1 order by id desc limit 1`,
        [bank.author.personId],
      );
      expect(rows[0]).toMatchObject({ kind: 'bank-item-reviewed', words: expect.stringContaining(item.itemId) });
    });

    it('is reviewed by a second person: not who wrote it, not who handed it in', async () => {
      const item = await written(test, bank);
      await expect(move(test, item, ['review'], bank.reviewer)).rejects.toMatchObject({
        code: 'item_bank.move_not_possible', // not handed in yet
      });
      const both = {
        ...bank.reviewer,
        memberships: [...bank.reviewer.memberships, ...bank.psychometrician.memberships],
      };
      await move(test, item, ['hand_in'], both);
      await expect(move(test, item, ['review'], both)).rejects.toMatchObject({ code: 'item_bank.second_person' });
      const own = { ...bank.author, memberships: [...bank.author.memberships, ...bank.reviewer.memberships] };
      await expect(move(test, item, ['review'], own)).rejects.toMatchObject({ code: 'item_bank.second_person' });
      await expect(
        test.run((tx) =>
          tx.manager.query(
            `insert into bank_item_event (id, body_id, item_id, version_id, move, from_state, to_state, actor_id, recorded_at)
               values (gen_random_uuid(), $1, $2, $3, 'review', 'draft', 'reviewed', $4, now())`,
            [bank.bodyId, item.itemId, item.versionId, bank.author.personId],
          ),
        ),
      ).rejects.toThrow('a second person');
    });

    it('comes back with a note, and is a draft that its author edits: a new version that is reviewed again', async () => {
      const item = await written(test, bank);
      await move(test, item, ['hand_in'], bank.author);
      await expect(move(test, item, ['return'], bank.reviewer)).rejects.toMatchObject({
        fields: [expect.objectContaining({ field: 'sealedNote' })],
      });
      await move(test, item, ['return', 'Shorter, please'], bank.reviewer);
      const { versionId } = await revise(item, question());
      expect([await stateOf(test, item.versionId), await stateOf(test, versionId)]).toEqual(['retired', 'draft']);
      await expect(move(test, { ...item, versionId }, ['pretest'], bank.psychometrician)).rejects.toMatchObject({
        code: 'item_bank.move_not_possible',
      });
    });

    it('stays in use while a newer one is written and reviewed, and gives way when that comes into use', async () => {
      const item = await broughtTo(test, bank, 'active');
      const { versionId } = await revise(item, question());
      const newer = { ...item, versionId };
      await move(test, newer, ['hand_in'], bank.author);
      await move(test, newer, ['review'], bank.reviewer);
      await move(test, newer, ['pretest'], bank.psychometrician);
      expect([await stateOf(test, item.versionId), await stateOf(test, versionId)]).toEqual(['active', 'pretest']);
      await move(test, newer, ['activate'], bank.psychometrician);
      expect([await stateOf(test, item.versionId), await stateOf(test, versionId)]).toEqual(['retired', 'active']);
      const { differences } = await test.run(
        (tx) => test.get(CompareVersions).execute(tx, { itemId: item.itemId }),
        bank.reviewer,
      );
      expect(differences.map(({ part }) => part)).toContain('Question');
    });

    it('never changes: not by the product’s logins, and not by the owner of the tables', async () => {
      const { versionId } = await written(test, bank);
      const change = `update bank_item_version set difficulty = 'hard' where id = $1`;
      await expect(test.run((tx) => tx.manager.query(change, [versionId]))).rejects.toThrow('permission denied');
      await expect(test.owner.query(change, [versionId])).rejects.toThrow('never changes');
      await expect(test.owner.query('delete from bank_item_version where id = $1', [versionId])).rejects.toThrow(
        'never changes',
      );
      await expect(
        test.run((tx) => tx.manager.query(`update bank_item_version set state = 'active' where id = $1`, [versionId])),
      ).rejects.toThrow('permission denied');
    });

    it('is saved over nobody’s newer one: the second of two is told', async () => {
      const item = await written(test, bank);
      await revise(item, question());
      await expect(revise(item, question())).rejects.toMatchObject({ code: 'item_bank.newer_version' });
    });

    it('is told field by field what it still needs', async () => {
      const [right, ...rest] = question().options;
      const content = { ...question(), stem: '  ', options: [{ ...right!, rationale: '' }, ...rest] };
      await expect(
        test.run(
          (tx) => test.get(WriteItem).create(tx, { ...head, examDomain: 'no-domain', bodyId: bank.bodyId, content }),
          bank.author,
        ),
      ).rejects.toMatchObject({
        fields: [
          expect.objectContaining({ field: 'examDomain' }),
          expect.objectContaining({ field: 'content.stem' }),
          expect.objectContaining({ field: 'content.options.0.rationale' }),
        ],
      });
    });
  });

  it('is a certifying body’s: a training provider has none of its roles', async () => {
    const provider = await insertOrganization(test, 'training-provider');
    await expect(
      test.owner.query(
        `insert into membership (id, organization_id, organization_kind, person_id, role, from_at, created_at)
         values (gen_random_uuid(), $1, 'training-provider', $2, 'item-author', now(), now())`,
        [provider, bank.stranger.personId],
      ),
    ).rejects.toThrow('membership_role_of_kind');
  });
});
