import { useApp } from '../../test/support/app.js';
import { quizDefinitionSchema, Quizzes } from '../quizzes/quizzes.public.js';
import { fingerprintOf } from './domain/fingerprint.js';
import { ItemBank } from './item-bank.public.js';
import { arrangeBank, broughtTo, move, question, written, type Bank } from './testing/bank-case.js';

describe('the item bank', () => {
  const test = useApp();
  let bank: Bank;
  beforeAll(async () => {
    bank = await arrangeBank(test);
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
      await expect(move(test, reviewed, ['pretest'], bank.psychometrician)).rejects.toMatchObject({
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
});
