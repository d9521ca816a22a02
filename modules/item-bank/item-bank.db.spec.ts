import { KeyRing } from '../../src/platform/sealing/sealing.js';
import { useApp } from '../../test/support/app.js';
import { quizDefinitionSchema, Quizzes } from '../quizzes/quizzes.public.js';
import { fingerprintOf } from './domain/fingerprint.js';
import type { ItemContent } from './domain/item.js';
import { ItemBank } from './item-bank.public.js';
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
import { NameEnemies } from './use-cases/name-enemies.js';
import { ReadItem } from './use-cases/read-item.js';
import { ReadItemList } from './use-cases/read-item-list.js';
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
      await move(test, item, 'hand_in', bank.author);
      await move(test, item, 'return', bank.reviewer, `${SECRET}: say more`);
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
      expect(rows[0]).toMatchObject({ kind: 'item-reviewed', words: expect.stringContaining(item.itemId) });
    });

    it('is reviewed by a second person: not who wrote it, not who handed it in', async () => {
      const item = await written(test, bank);
      await expect(move(test, item, 'review', bank.reviewer)).rejects.toMatchObject({
        code: 'item_bank.move_not_possible', // not handed in yet
      });
      const both = {
        ...bank.reviewer,
        memberships: [...bank.reviewer.memberships, ...bank.psychometrician.memberships],
      };
      await move(test, item, 'hand_in', both);
      await expect(move(test, item, 'review', both)).rejects.toMatchObject({ code: 'item_bank.second_person' });
      const own = { ...bank.author, memberships: [...bank.author.memberships, ...bank.reviewer.memberships] };
      await expect(move(test, item, 'review', own)).rejects.toMatchObject({ code: 'item_bank.second_person' });
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
      await move(test, item, 'hand_in', bank.author);
      await expect(move(test, item, 'return', bank.reviewer)).rejects.toMatchObject({
        fields: [expect.objectContaining({ field: 'sealedNote' })],
      });
      await move(test, item, 'return', bank.reviewer, 'Shorter, please');
      const { versionId } = await revise(item, question());
      expect([await stateOf(test, item.versionId), await stateOf(test, versionId)]).toEqual(['retired', 'draft']);
      await expect(move(test, { ...item, versionId }, 'pretest', bank.psychometrician)).rejects.toMatchObject({
        code: 'item_bank.move_not_possible',
      });
    });

    it('stays in use while a newer one is written and reviewed, and gives way when that comes into use', async () => {
      const item = await broughtTo(test, bank, 'active');
      const { versionId } = await revise(item, question());
      const newer = { ...item, versionId };
      await move(test, newer, 'hand_in', bank.author);
      await move(test, newer, 'review', bank.reviewer);
      await move(test, newer, 'pretest', bank.psychometrician);
      expect([await stateOf(test, item.versionId), await stateOf(test, versionId)]).toEqual(['active', 'pretest']);
      await move(test, newer, 'activate', bank.psychometrician);
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

  describe('a question of a course', () => {
    const asked = question({ stem: 'A course asks: what comes first?' });
    const definition = quizDefinitionSchema.parse({
      code: 'lantern-quiz',
      title: 'Lantern quiz',
      minutes_allowed: 10,
      pass_percent: 80,
      questions_per_attempt: 1,
      retake: { wait: 'PT0S', max_attempts: null },
      items: [
        { ...asked, code: 'q1', competency: 'core-1', exam_domain: 'advocacy', author: 'Invented', review: 'draft' },
      ],
    });

    it('is refused as an item of a certification, however it is dressed', async () => {
      await test.run((tx) => test.get(Quizzes).publish(tx, definition));
      const dressed = {
        ...asked,
        stem: '  a COURSE asks: what\n comes first? ',
        scenario: 'A new story.',
        options: asked.options
          .toReversed()
          .map((option, at) => ({ ...option, key: `z${at}`, rationale: 'Other words.' })),
      };
      await expect(written(test, bank, dressed)).rejects.toMatchObject({ code: 'item_bank.question_of_course' });
    });

    it('takes an item that was there before out of every draw, and lets it come no further', async () => {
      const content = question({ stem: 'Asked by the bank before the course did' });
      const live = await broughtTo(test, bank, 'active', content);
      const other = question({ stem: 'Reviewed before the course asked it' });
      const reviewed = await broughtTo(test, bank, 'reviewed', other);
      const drawn = () => test.run((tx) => test.get(ItemBank).candidates(tx, { bodyId: bank.bodyId }));
      expect((await drawn()).map(({ versionId }) => versionId)).toContain(live.versionId);
      const [first] = definition.items;
      const items = [content, other].map((one, at) => ({ ...first!, ...one, code: `later-${at}` }));
      await test.run((tx) => test.get(Quizzes).publish(tx, { ...definition, code: 'later-quiz', items }));
      expect((await drawn()).map(({ versionId }) => versionId)).not.toContain(live.versionId);
      await expect(move(test, reviewed, 'pretest', bank.psychometrician)).rejects.toMatchObject({
        code: 'item_bank.question_of_course',
      });
    });

    it('cannot be slipped in past the use cases: the database refuses the row', async () => {
      const { itemId, versionId } = await written(test, bank);
      const slip = test.run((tx) =>
        tx.manager.query(
          `insert into bank_item_version (id, body_id, item_id, number, kind, exam_domain, competency, difficulty, sealed,
             fingerprint, author_id, state_since, created_at)
           select gen_random_uuid(), body_id, item_id, 99, kind, exam_domain, competency, difficulty, sealed,
             (select fingerprint from quiz_item_fingerprint limit 1), author_id, now(), now()
           from bank_item_version where id = $1 and item_id = $2`,
          [versionId, itemId],
        ),
      );
      await expect(slip).rejects.toThrow('never an item of a certification');
    });

    it('is known by the same fingerprint in the code and in the database', async () => {
      const odd = ['Früh ﬁn', 'ÄÖ  İı', 'tab\tand\nline\r\n', '  ', 'ﬃ 𝒳 日本', "'; drop table"];
      for (const stem of odd) {
        for (const texts of [odd, odd.toReversed(), [stem]]) {
          const { rows } = await test.owner.query('select item_fingerprint($1, $2) as print', [stem, texts]);
          const options = texts.map((text, at) => ({ key: `k${at}`, text, rationale: '-' }));
          expect([stem, rows[0].print]).toEqual([stem, fingerprintOf({ stem, options })]);
        }
      }
    });
  });

  it('asks a question once: the second item with it is told, the next version of the same item is not', async () => {
    const content = question();
    const item = await written(test, bank, content);
    await expect(written(test, bank, content)).rejects.toMatchObject({ code: 'item_bank.asked_already' });
    await expect(revise(item, { ...content, scenario: 'On a bench.' })).resolves.toBeTruthy();
    await expect(written(test, await arrangeBank(test), content)).resolves.toBeTruthy();
  });

  it('gives each item a number of its own, also to twelve at once', async () => {
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

    it('shows a reviewer what waits, but nothing of their own', async () => {
      const other = await arrangeBank(test);
      const item = await written(test, other);
      const waiting = (by = other.reviewer) =>
        test.run((tx) => test.get(ReadItemList).execute(tx, { waiting: true }), by);
      expect((await waiting()).rows).toEqual([]);
      await move(test, item, 'hand_in', other.author);
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
