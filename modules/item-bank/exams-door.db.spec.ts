import { useApp } from '../../test/support/app.js';
import { queriesOf } from '../../test/support/query-count.js';
import { ItemBank } from './item-bank.public.js';
import { arrangeBank, broughtTo, move, question, written, type Bank } from './testing/bank-case.js';
import { ReadItem } from './use-cases/read-item.js';
import { ReadReadings } from './use-cases/read-readings.js';

const SITTING = { kind: 'exam_sitting', id: '0b0c0d0e-0000-4000-8000-000000000001' };

describe('the bank, to exams', () => {
  const test = useApp();
  let bank: Bank;
  beforeEach(async () => {
    bank = await arrangeBank(test);
  });

  const door = () => test.get(ItemBank);

  it('gives what a blueprint draws from: what is in pretest or in use, by domain, without a word', async () => {
    const active = await broughtTo(test, bank, 'active');
    const pretest = await broughtTo(test, bank, 'pretest');
    await broughtTo(test, bank, 'reviewed');
    await written(test, bank);
    const { bodyId } = bank;
    const all = await test.run((tx) => door().candidates(tx, { bodyId }));
    expect(all).toEqual([
      {
        versionId: active.versionId,
        itemId: active.itemId,
        itemNumber: 1,
        versionNumber: 1,
        kind: 'single',
        examDomain: 'advocacy',
        competency: 'core-1',
        difficulty: 'medium',
        state: 'active',
        enemies: [],
        timesShown: 0,
      },
      expect.objectContaining({ versionId: pretest.versionId, state: 'pretest' }),
    ]);
    const scored = await test.run((tx) => door().candidates(tx, { bodyId, states: ['active'] }));
    expect(scored.map(({ versionId }) => versionId)).toEqual([active.versionId]);
    const none = await test.run((tx) => door().candidates(tx, { bodyId, examDomains: ['ethical_responsibility'] }));
    expect(none).toEqual([]);
    await move(test, active, ['retire'], bank.psychometrician);
    expect((await test.run((tx) => door().candidates(tx, { bodyId }))).length).toBe(1);
    // A form that was drawn keeps its version, whatever became of it.
    const heads = await test.run((tx) => door().versions(tx, { bodyId, versionIds: [active.versionId] }));
    expect(heads.get(active.versionId)).toMatchObject({ state: 'retired', itemNumber: 1 });
  });

  it('gives a candidate the questions without key, reasons or references, in the order asked, on record', async () => {
    const content = question({ scenario: 'On a bench by the water.' });
    const [one, two] = [await broughtTo(test, bank, 'active', content), await broughtTo(test, bank, 'active')];
    const versionIds = [two.versionId, one.versionId];
    const reading = { bodyId: bank.bodyId, versionIds, purpose: 'sitting' as const, subject: SITTING };
    const asked = await test.run((tx) => door().questions(tx, reading), bank.stranger);
    expect(asked.map(({ versionId }) => versionId)).toEqual(versionIds);
    expect(asked[1]).toEqual({
      versionId: one.versionId,
      kind: 'single',
      scenario: 'On a bench by the water.',
      stem: content.stem,
      options: content.options.map(({ key, text }) => ({ key, text })),
    });
    const { rows } = await test.run((tx) => test.get(ReadReadings).execute(tx, {}), bank.administrator);
    expect(rows[0]).toMatchObject({
      reader: 'Stefan Stranger',
      purpose: 'sitting',
      items: ['2.1', '1.1'],
      subjectKind: 'exam_sitting',
      subjectId: SITTING.id,
    });
  });

  it('gives all of it for scoring, which the log tells as the product’s own; to no other body', async () => {
    const content = question();
    const { versionId } = await broughtTo(test, bank, 'active', content);
    const reading = { bodyId: bank.bodyId, versionIds: [versionId], purpose: 'scoring' as const, subject: SITTING };
    const contents = await test.run((tx) => door().contents(tx, reading));
    expect(contents.get(versionId)).toEqual(content);
    const { rows } = await test.run((tx) => test.get(ReadReadings).execute(tx, {}), bank.administrator);
    expect(rows[0]).toMatchObject({ reader: null, purpose: 'scoring' });
    const other = await arrangeBank(test);
    await expect(test.run((tx) => door().contents(tx, { ...reading, bodyId: other.bodyId }))).rejects.toMatchObject({
      kind: 'not_found',
    });
    // Nobody but the product reads without a name.
    await expect(test.run((tx) => door().contents(tx, { ...reading, purpose: 'form' }))).rejects.toThrow('check');
  });

  it('counts how often a version was shown, also when many forms open at once', async () => {
    const [one, two] = [await broughtTo(test, bank, 'active'), await broughtTo(test, bank, 'active')];
    const ids = [one.versionId, two.versionId];
    await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        test.run((tx) =>
          door().recordExposure(tx, { bodyId: bank.bodyId, versionIds: at % 2 ? ids : ids.toReversed() }),
        ),
      ),
    );
    const drawn = await test.run((tx) => door().candidates(tx, { bodyId: bank.bodyId }));
    expect(drawn.map(({ timesShown }) => timesShown)).toEqual([10, 10]);
    const other = await arrangeBank(test);
    await test.run((tx) => door().recordExposure(tx, { bodyId: other.bodyId, versionIds: ids }));
    const later = await test.run((tx) => door().candidates(tx, { bodyId: bank.bodyId }));
    expect(later.map(({ timesShown }) => timesShown)).toEqual([10, 10]);
  });

  it('keeps the newest statistics, shows them from 30 answers on, and forgets none', async () => {
    const item = await broughtTo(test, bank, 'active');
    const write = (responses: number, p: number) =>
      test.run((tx) =>
        door().writeStatistics(tx, {
          bodyId: bank.bodyId,
          subject: { kind: 'exam_form', id: 'form-1' },
          statistics: [{ versionId: item.versionId, responses, p, pointBiserial: 0.31 }],
        }),
      );
    const shown = async () => {
      const read = { itemId: item.itemId, purpose: 'statistics' as const };
      const opened = await test.run((tx) => test.get(ReadItem).execute(tx, read), bank.psychometrician);
      return opened.version.statistic;
    };
    await write(29, 0.5);
    expect(await shown()).toBeNull();
    await write(30, 0.62);
    expect(await shown()).toMatchObject({ responses: 30, p: 0.62, pointBiserial: 0.31 });
    const { rows } = await test.owner.query(
      'select count(*)::int as n from bank_item_statistic where version_id = $1',
      [item.versionId],
    );
    expect(rows[0].n).toBe(2);
    await expect(write(40, 1.2)).rejects.toThrow('check');
  });

  it('tells when somebody last saw items at work, sittings left out', async () => {
    const item = await broughtTo(test, bank, 'active');
    const last = (personId: string) => test.run((tx) => door().lastSeenBy(tx, { bodyId: bank.bodyId, personId }));
    const reading = {
      bodyId: bank.bodyId,
      versionIds: [item.versionId],
      purpose: 'sitting' as const,
      subject: SITTING,
    };
    await test.run((tx) => door().questions(tx, reading), bank.stranger);
    expect(await last(bank.stranger.personId)).toBeNull();
    await test.run(
      (tx) => test.get(ReadItem).execute(tx, { itemId: item.itemId, purpose: 'page' }),
      bank.psychometrician,
    );
    expect((await last(bank.psychometrician.personId))?.toString()).toBe((await test.clock.now()).toString());
  });

  it('opens 120 items for a sitting in as many statements as one', async () => {
    const versionIds: string[] = [];
    for (let at = 0; at < 120; at++) versionIds.push((await written(test, bank)).versionId);
    const opened = async (asked: readonly string[]) => {
      const reading = { bodyId: bank.bodyId, versionIds: asked, purpose: 'sitting' as const, subject: SITTING };
      const open = () => test.run((tx) => door().questions(tx, reading), bank.stranger);
      return { statements: await queriesOf(test, open), items: (await open()).length };
    };
    const one = await opened(versionIds.slice(0, 1));
    expect(await opened(versionIds)).toEqual({ statements: one.statements, items: 120 });
  });
});
