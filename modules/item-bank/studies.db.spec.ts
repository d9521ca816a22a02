import { useApp } from '../../test/support/app.js';
import type { PersonActor } from '../../src/kernel/actor.js';
import { canonicalHash } from '../../src/kernel/canonical-json.js';
import { ItemBank } from './item-bank.public.js';
import { arrangeBank, broughtTo, employed, written, type Bank } from './testing/bank-case.js';
import { JudgeItems } from './use-cases/judge-items.js';
import { MoveStudy } from './use-cases/move-study.js';
import { PrepareStudy } from './use-cases/prepare-study.js';
import { ReadReadings } from './use-cases/read-readings.js';
import { ReadStudies } from './use-cases/read-studies.js';
import type { StudyMove } from './domain/study-state.js';

describe('an Angoff study', () => {
  const test = useApp();
  let bank: Bank;
  let judges: PersonActor[];
  let versionIds: string[];
  beforeAll(async () => {
    bank = await arrangeBank(test);
    judges = bank.judges;
    versionIds = [];
    for (const state of ['active', 'pretest', 'reviewed'] as const) {
      versionIds.push((await broughtTo(test, bank, state)).versionId);
    }
  });

  async function prepared(rounds: 1 | 2 = 1, named = judges): Promise<string> {
    const input = { bodyId: bank.bodyId, title: 'Form of May (invented)', rounds, versionIds };
    const { studyId } = await test.run((tx) => test.get(PrepareStudy).begin(tx, input), bank.psychometrician);
    for (const { personId: judgeId } of named) await name(studyId, judgeId);
    return studyId;
  }
  const name = (studyId: string, judgeId: string, by = bank.psychometrician) =>
    test.run((tx) => test.get(PrepareStudy).nameJudge(tx, { studyId, judgeId }), by);
  const step = (studyId: string, move: StudyMove, by = bank.psychometrician) =>
    test.run((tx) => test.get(MoveStudy).execute(tx, { studyId, move }), by);
  const judging = (studyId: string, by: PersonActor) => test.run((tx) => test.get(JudgeItems).read(tx, studyId), by);
  const give = (studyId: string, by: PersonActor, percents: number[]) => {
    const estimates = percents.map((percent, at) => ({ versionId: versionIds[at] ?? '', percent }));
    return test.run((tx) => test.get(JudgeItems).save(tx, { studyId, estimates }), by);
  };
  const look = (studyId: string, by = bank.psychometrician) =>
    test.run((tx) => test.get(ReadStudies).one(tx, studyId), by);
  const cut = (studyId: string, ids = versionIds) =>
    test.run((tx) => test.get(ItemBank).cutScore(tx, { bodyId: bank.bodyId, studyId, versionIds: ids }));
  const [jo, jan] = [0, 1].map((at) => () => judges[at] as PersonActor) as [() => PersonActor, () => PersonActor];

  it('sets a cut score from the estimates of its judges, and documents it for ever', async () => {
    const studyId = await prepared();
    await step(studyId, 'open');
    await give(studyId, jo(), [60, 80, 50]);
    await give(studyId, jan(), [70, 81, 50]);
    await step(studyId, 'close');
    expect(await cut(studyId)).toEqual({ studyId, judges: 2, numerator: 391, denominator: 200, standardError: 0.055 });
    expect(await cut(studyId, versionIds.slice(0, 1))).toMatchObject({ numerator: 13, denominator: 20 });
    const { outcome } = await look(studyId);
    expect(outcome).toMatchObject({
      closedBy: 'Piet Psychometrician',
      items: [{ sum: 130, count: 2 }, { sum: 161 }, { sum: 100, lowest: 50, highest: 50 }],
    });
    const { names: _names, hash, closedAt: _at, closedBy: _by, ...result } = outcome!;
    expect(canonicalHash(result)).toBe(hash);
    const [closed] = await test.run((tx) => test.get(ItemBank).closedStudies(tx, bank.bodyId));
    expect(closed).toMatchObject({ id: studyId, judges: 2, versionIds });
    await expect(give(studyId, jo(), [1, 1, 1])).rejects.toMatchObject({ kind: 'not_found' });
    const change = `update angoff_estimate set percent = 1 where study_id = $1`;
    await expect(test.owner.query(change, [studyId])).rejects.toThrow('never changes');
  });

  it('closes only when every judge gave every estimate; who cannot finish is excused', async () => {
    const third = await employed(test, 'Jim Judge', bank.bodyId, 'item-judge');
    const studyId = await prepared(1, [...judges, third]);
    await step(studyId, 'open');
    await give(studyId, jo(), [60, 80, 50]);
    await give(studyId, jan(), [70, 80, 50]);
    await give(studyId, third, [0]);
    await expect(step(studyId, 'close')).rejects.toMatchObject({ message: 'Estimates are still needed: 2.' });
    await expect(
      test.owner.query(
        `insert into angoff_study_event (id, body_id, study_id, move, from_state, to_state, actor_id, result, result_hash, recorded_at)
         values (gen_random_uuid(), $1, $2, 'close', 'round_1', 'closed', $3, '{}', repeat('a', 64), now())`,
        [bank.bodyId, studyId, bank.psychometrician.personId],
      ),
    ).rejects.toThrow('estimates are still needed');
    const excuse = { studyId, judgeId: third.personId };
    await test.run((tx) => test.get(PrepareStudy).excuseJudge(tx, excuse), bank.psychometrician);
    await step(studyId, 'close');
    expect(await cut(studyId)).toMatchObject({ judges: 2, numerator: 39, denominator: 20 });
  });

  it('shows in its second round what all gave in the first, without names, and counts the second', async () => {
    const studyId = await prepared(2);
    await step(studyId, 'open');
    await give(studyId, jo(), [40, 80, 50]);
    await give(studyId, jan(), [80, 80, 50]);
    await expect(step(studyId, 'close')).rejects.toMatchObject({ code: 'item_bank.study_not_possible' });
    await step(studyId, 'next_round');
    const { items, round } = await judging(studyId, jo());
    expect(round).toBe(2);
    expect(items[0]).toMatchObject({
      own: null,
      before: { own: 40, all: { sum: 120, count: 2, lowest: 40, highest: 80 } },
    });
    await give(studyId, jo(), [60, 80, 50]);
    await give(studyId, jan(), [60, 80, 50]);
    await step(studyId, 'close');
    expect(await cut(studyId)).toMatchObject({ numerator: 19, denominator: 10, standardError: 0 });
    const { rows } = await test.owner.query(
      `select count(*)::int as letters from letter where kind = 'bank-study-opened' and identity like $1`,
      [`%${studyId}%`],
    );
    expect(rows[0].letters).toBe(4);
  });

  it('shows its items to its judges while it is open, each look on record, and never after', async () => {
    const studyId = await prepared();
    await expect(judging(studyId, jo())).rejects.toMatchObject({ kind: 'not_found' });
    await step(studyId, 'open');
    const { items } = await judging(studyId, jo());
    expect(items.map(({ content }) => content.stem)).toEqual(Array(3).fill(expect.stringContaining('Lantern')));
    const unnamed = await employed(test, 'Una Unnamed', bank.bodyId, 'item-judge');
    for (const by of [unnamed, bank.psychometrician, bank.author, bank.stranger]) {
      await expect(judging(studyId, by)).rejects.toMatchObject({ kind: 'not_found' });
    }
    const log = await test.run(
      (tx) => test.get(ReadReadings).execute(tx, { purpose: 'judging', readerId: jo().personId }),
      bank.administrator,
    );
    expect(log.rows[0]).toMatchObject({
      reader: 'Jo Judge',
      count: 3,
      subjectKind: 'angoff_study',
      subjectId: studyId,
    });
    await step(studyId, 'stop');
    await expect(judging(studyId, jo())).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('takes some estimates now and others later, and a better number until the round is over', async () => {
    const studyId = await prepared();
    await step(studyId, 'open');
    expect(await give(studyId, jo(), [10])).toEqual({ given: 1, items: 3 });
    expect(await give(studyId, jo(), [20, 30])).toEqual({ given: 2, items: 3 });
    expect((await judging(studyId, jo())).items.map(({ own }) => own)).toEqual([20, 30, null]);
    await expect(give(studyId, jo(), [101])).rejects.toMatchObject({
      fields: [{ field: `percent.${versionIds[0]}`, message: expect.any(String) }],
    });
    const { versionId } = await written(test, bank);
    const foreign = { studyId, estimates: [{ versionId, percent: 50 }] };
    await expect(test.run((tx) => test.get(JudgeItems).save(tx, foreign), jo())).rejects.toMatchObject({
      code: 'item_bank.not_in_study',
    });
  });

  it('is of reviewed items and of judges by role, two or more, settled before it opens', async () => {
    const draft = await written(test, bank);
    const begin = (ids: string[], by = bank.psychometrician) =>
      test.run(
        (tx) => test.get(PrepareStudy).begin(tx, { bodyId: bank.bodyId, title: 'x', rounds: 1, versionIds: ids }),
        by,
      );
    await expect(begin([draft.versionId])).rejects.toMatchObject({ code: 'item_bank.study_not_possible' });
    await expect(begin(versionIds, bank.author)).rejects.toMatchObject({ kind: 'not_found' });
    const studyId = await prepared(1, judges.slice(0, 1));
    await expect(step(studyId, 'open')).rejects.toMatchObject({ message: expect.stringContaining('two judges') });
    await expect(name(studyId, bank.author.personId)).rejects.toMatchObject({ code: 'item_bank.study_not_possible' });
    await name(studyId, jan().personId);
    await step(studyId, 'open');
    const late = test.run((tx) =>
      tx.manager.query(
        `insert into angoff_study_version (study_id, body_id, version_id, place) values ($1, $2, $3, 9)`,
        [studyId, bank.bodyId, draft.versionId],
      ),
    );
    await expect(late).rejects.toThrow('settled before it opens');
  });

  it('is nobody else’s: another body’s psychometrician finds none', async () => {
    const other = await arrangeBank(test);
    const studyId = await prepared();
    await expect(look(studyId, other.psychometrician)).rejects.toMatchObject({ kind: 'not_found' });
    await expect(step(studyId, 'open', other.psychometrician)).rejects.toMatchObject({ kind: 'not_found' });
    await expect(cut(studyId)).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('tells no cut score for a version that it did not judge', async () => {
    const studyId = await prepared();
    await step(studyId, 'open');
    await give(studyId, jo(), [60, 80, 50]);
    await give(studyId, jan(), [70, 80, 50]);
    await step(studyId, 'close');
    const other = await written(test, bank);
    await expect(cut(studyId, [...versionIds, other.versionId])).rejects.toMatchObject({
      code: 'item_bank.not_in_study',
    });
    await expect(cut(studyId, [])).rejects.toMatchObject({ code: 'item_bank.not_in_study' });
  });
});
