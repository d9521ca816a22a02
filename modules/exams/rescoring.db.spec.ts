import { useApp } from '../../test/support/app.js';
import { DecideApplication } from '../certification/use-cases/decide-application.js';
import { arrangeExam, approvedForm, type ExamCase } from './testing/exam-case.js';
import { approved, begun, finished, itemsOf, proposed, type Sat } from './testing/rescoring-case.js';
import { ApplyRescore } from './use-cases/apply-rescore.js';
import { ReadFormStatistics } from './use-cases/form-statistics-desk.js';
import { MakeForm } from './use-cases/make-form.js';
import { ReadRescores } from './use-cases/read-rescores.js';
import { ReadSitting } from './use-cases/read-sitting.js';
import { SettleRescore } from './use-cases/settle-rescore.js';
import { SubmitSitting } from './use-cases/submit-sitting.js';

// Each test arranges a body with an exam, and people who sat it.
jest.setTimeout(60_000);

/** Six items (0 single, 1 multiple, 2 ordering, …), three to pass. The key of item 0 is "a". */
describe('scoring a form again', () => {
  const test = useApp();
  let exam: ExamCase;
  /** By name: needs item 0 to be b, needs it to be a, has all, has only b, has nothing. */
  let people: Record<'ann' | 'ben' | 'cyn' | 'dan' | 'eve', Sat>;

  const sit = async (name: string, answers: Parameters<typeof begun>[3]) =>
    finished(test, await begun(test, exam, name, answers));
  const rows = async (sql: string, values: unknown[] = []) => (await test.owner.query(sql, values)).rows;
  /** Rows of a table at this body. */
  const here = (table: string) => rows(`select * from ${table} where body_id = $1 order by 1, 2`, [exam.bodyId]);
  /** Past the guards of the database. */
  const past = async (sql: string, values: unknown[]) => {
    await test.owner.query('set session_replication_role = replica');
    await test.owner.query(sql, values);
    await test.owner.query('set session_replication_role = origin');
  };
  const resultOf = async ({ sittingId, actor }: Sat) => {
    const sitting = await test.run((tx) => test.get(ReadSitting).execute(tx, sittingId), actor);
    return 'result' in sitting ? sitting.result : null;
  };
  const standing = async () => {
    const told: Record<string, [number | undefined, boolean | undefined]> = {};
    for (const [name, sitting] of Object.entries(people)) {
      const result = await resultOf(sitting);
      told[name] = [result?.scaledScore, result?.passed];
    }
    return told;
  };
  const read = (id: string, by = exam.bank.psychometrician) => test.run((tx) => test.get(ReadRescores).one(tx, id), by);
  const outcomes = async (rescoreId: string) => {
    const found = await rows('select person_id as person, outcome from exam_rescore_sitting where rescore_id = $1', [
      rescoreId,
    ]);
    return Object.fromEntries(
      Object.entries(people).map(([name, { actor }]) => [
        name,
        found.find(({ person }) => person === actor.personId)?.outcome,
      ]),
    );
  };

  beforeEach(async () => {
    exam = await arrangeExam(test);
    people = {
      ann: await sit('Ann Needs B', { given: { 0: { chosen: ['b'] } }, right: [1, 2] }),
      ben: await sit('Ben Needs A', { right: [0, 1, 2] }),
      cyn: await sit('Cyn Has All', { right: [0, 1, 2, 3, 4, 5] }),
      dan: await sit('Dan Has B', { given: { 0: { chosen: ['b'] } } }),
      eve: await sit('Eve Has Nothing', {}),
    };
    await test.runEffects();
  });

  it('shows who would change before anything does, exactly, and keeps nothing of it', async () => {
    const before = await standing();
    expect(before).toMatchObject({ ann: [400, false], ben: [500, true], cyn: [800, true], dan: [200, false] });
    const { preview } = await read(await proposed(test, exam, { at: 0, ruling: 'key_changed', keys: ['b'] }));
    expect(preview?.counts).toEqual({ would_pass: 1, would_not_pass: 1, stays_passed: 1, stays_not_passed_yet: 2 });
    const line = ({ actor }: Sat) => preview?.lines.find(({ personId }) => personId === actor.personId);
    expect(line(people.ann)).toMatchObject({ before: { earnedParts: 5040, scaledScore: 400 }, after: { earnedParts: 7560, scaledScore: 500, passed: true } }); // prettier-ignore
    expect(line(people.ben)).toMatchObject({ group: 'would_not_pass', after: { scaledScore: 400 } });
    expect(line(people.dan)).toMatchObject({ group: 'stays_not_passed_yet', after: { scaledScore: 300 } });
    expect(preview?.forms).toMatchObject([{ sittings: 5, before: { numerator: 3, denominator: 1 }, after: { numerator: 3, scoredItems: 6 } }]); // prettier-ignore
    expect(await standing()).toEqual(before);
    expect(await here('sitting_score')).toEqual([]);
  });

  it('gives a pass to who gains one, a higher score to who has one, and takes nothing from anybody', async () => {
    const id = await approved(test, exam, await proposed(test, exam, { at: 0, ruling: 'key_changed', keys: ['b'] }));
    await test.runEffects();
    expect(await outcomes(id)).toEqual({
      ann: 'passes_now',
      ben: 'pass_kept',
      cyn: 'score_kept',
      dan: 'raised',
      eve: 'same',
    });
    expect(await standing()).toEqual({
      ann: [500, true],
      ben: [500, true],
      cyn: [800, true],
      dan: [300, false],
      eve: [200, false],
    });
    const { rescore, found, kept } = await read(id);
    expect([rescore.appliedAt, found.length, kept.length]).toEqual([expect.anything(), 5, 1]);
  });

  it('puts right what certification recorded, closes the attempt, and writes once to whom it concerns', async () => {
    await approved(test, exam, await proposed(test, exam, { at: 0, ruling: 'key_changed', keys: ['b'] }));
    await test.runEffects();
    const { ann, ben } = people;
    const results = await rows(
      `select r.score, r.passed, r.corrects is not null as corrects, f.corrects is not null as "factCorrects"
       from exam_result r join fact f on f.id = r.fact_id where r.application_id = $1 order by r.recorded_at, r.id`,
      [ann.applicationId],
    );
    expect(results).toEqual([
      { score: 400, passed: false, corrects: false, factCorrects: false },
      { score: 500, passed: true, corrects: true, factCorrects: true },
    ]);
    expect(await rows('select state from exam_authorisation where application_id = $1', [ann.applicationId])).toEqual([
      { state: 'used' },
    ]);
    expect(
      await rows('select count(*)::int as n from exam_result where application_id = $1', [ben.applicationId]),
    ).toEqual([{ n: 1 }]);
    const letters = await rows(
      `select person_id as person, count(*)::int as n from letter where kind = 'application-exam-rescored' and body_id = $1 group by 1`,
      [exam.bodyId],
    );
    expect(Object.fromEntries(letters.map(({ person, n }) => [person, n]))).toEqual({
      [ann.actor.personId]: 1,
      [people.dan.actor.personId]: 1,
    });
    // The pass is one that a certification can be granted on.
    const decision = {
      applicationId: ann.applicationId,
      outcome: 'granted' as const,
      reasons: ['all_requirements_met'],
      note: null,
    };
    await test.run((tx) => test.get(DecideApplication).execute(tx, decision as never), exam.decider);
  });

  it('takes an item out for everybody with its own share of the cut, and the record says how the cut became what it is', async () => {
    const id = await proposed(test, exam, { at: 3, ruling: 'not_counted' });
    const { preview } = await read(id);
    expect(preview?.forms).toMatchObject([{ after: { numerator: 5, denominator: 2, scoredItems: 5 } }]);
    await approved(test, exam, id);
    await test.runEffects();
    expect(await here('exam_rescore_form')).toMatchObject([
      { number: 1, scored_items: 5, cut_numerator: '5', cut_denominator: '2' },
    ]);
    // Two of five against a cut of two and a half is above two of six against three: raised, and still not passed.
    expect(await outcomes(id)).toEqual({ ann: 'raised', ben: 'raised', cyn: 'same', dan: 'same', eve: 'same' });
  });

  it('comes to the same when it breaks off, goes on in the middle, or is done again', async () => {
    const id = await approved(
      test,
      exam,
      await proposed(test, exam, { at: 0, ruling: 'keys_accepted', keys: ['a', 'b'] }),
    );
    const breaksOff = test.run(async (tx) => {
      await test.get(ApplyRescore).execute(tx, id);
      throw new Error('the power went');
    });
    await expect(breaksOff).rejects.toThrow();
    expect(await here('exam_rescore_sitting')).toEqual([]);
    await test.runEffects();
    const scores = await here('sitting_score');
    expect(scores).toHaveLength(2);
    // As if it had stopped between two steps: all but one are looked at, and it is not finished.
    await past('update exam_rescore set applied_at = null where id = $1', [id]);
    await past('delete from exam_rescore_sitting where rescore_id = $1 and sitting_id = $2', [
      id,
      people.eve.sittingId,
    ]);
    for (let times = 0; times < 2; times++) {
      await test.owner.query(
        `insert into outbox (id, kind, payload, due_at, created_at)
         values (gen_random_uuid(), 'exams.apply-rescore', jsonb_build_object('rescoreId', $1::text), $2, $2)`,
        [id, (await test.clock.now()).toString()],
      );
      await test.runEffects();
    }
    expect(await here('sitting_score')).toEqual(scores);
    expect(await outcomes(id)).toMatchObject({ ann: 'passes_now', eve: 'same' });
    expect((await read(id)).rescore.appliedAt).not.toBeNull();
    const letters = `select 1 from letter where kind = 'application-exam-rescored' and body_id = $1`;
    expect(await rows(letters, [exam.bodyId])).toHaveLength(2);
  });

  it('is approved once when two people approve at a moment, and by nobody who proposed it', async () => {
    const id = await proposed(test, exam, { at: 0, ruling: 'key_changed', keys: ['b'] });
    const settle = (by: ExamCase['registrar']) => test.run((tx) => test.get(SettleRescore).approve(tx, id), by);
    await expect(settle(exam.bank.psychometrician)).rejects.toMatchObject({ code: 'exams.rescore_second_person' });
    const both = await Promise.allSettled([settle(exam.bank.administrator), settle(exam.bank.administrator)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const applying = `select 1 from outbox where kind = 'exams.apply-rescore' and payload ->> 'rescoreId' = $1`;
    expect(await rows(applying, [id])).toHaveLength(1);
    expect(await here('exam_rescore_form')).toHaveLength(1);
    const direct = `update exam_rescore set approved_by = proposed_by, approved_at = now() where id = $1`;
    const other = await proposed(test, exam, { at: 1, ruling: 'not_counted' });
    await expect(test.owner.query(direct, [other])).rejects.toThrow('exam_rescore_second_person');
  });

  it('keeps two rulings about a form apart when both are approved at a moment: each has its number, the last its cut', async () => {
    const [first, second] = [
      await proposed(test, exam, { at: 0, ruling: 'not_counted' }),
      await proposed(test, exam, { at: 3, ruling: 'not_counted' }),
    ];
    await Promise.all([approved(test, exam, first), approved(test, exam, second)]);
    const keys = (await here('exam_rescore_form')).map(({ number, scored_items: items }) => `${number}: ${items}`);
    expect(keys.toSorted()).toEqual(['1: 5', '2: 4']);
    await test.runEffects();
    expect((await resultOf(people.cyn))?.scaledScore).toBe(800);
    // Two of four left are exactly the cut of two.
    expect((await resultOf(people.ann))?.passed).toBe(true);
  });

  it('scores a sitting that ends while it is carried out once, by the new key', async () => {
    const late = await begun(test, exam, 'Lia Late', { given: { 0: { chosen: ['b'] } }, right: [1, 2] });
    const id = await proposed(test, exam, { at: 0, ruling: 'key_changed', keys: ['b'] });
    const submit = () => test.run((tx) => test.get(SubmitSitting).execute(tx, late.sittingId), late.actor);
    await Promise.all([approved(test, exam, id), submit()]);
    await test.runEffects();
    expect(await resultOf(late)).toMatchObject({ scaledScore: 500, passed: true });
    const after = await sit('Amy After', { given: { 0: { chosen: ['b'] } }, right: [1, 2] });
    await test.runEffects();
    expect(await resultOf(after)).toMatchObject({ scaledScore: 500, passed: true });
    expect(await rows('select 1 from sitting_score where sitting_id = $1', [after.sittingId])).toEqual([]);
  });

  it('holds a sitting that is closing and an approval apart: one waits for the other', async () => {
    const late = await begun(test, exam, 'Lia Late', { given: { 0: { chosen: ['b'] } }, right: [1, 2] });
    const id = await proposed(test, exam, { at: 0, ruling: 'key_changed', keys: ['b'] });
    const order: string[] = [];
    let approval: Promise<unknown> = Promise.resolve();
    await test.run(async (tx) => {
      await test.get(SubmitSitting).execute(tx, late.sittingId);
      approval = approved(test, exam, id).then(() => order.push('approved'));
      await new Promise((done) => setTimeout(done, 300));
      order.push('closed');
    }, late.actor);
    await approval;
    expect(order).toEqual(['closed', 'approved']);
    await test.runEffects();
    expect(await resultOf(late)).toMatchObject({ passed: true });
  });

  it('gives later statistics the new key, and draws the item into no new form', async () => {
    const statistics = async () => {
      const { told } = await test.run(
        (tx) => test.get(ReadFormStatistics).one(tx, exam.formId),
        exam.bank.psychometrician,
      );
      return told?.summary;
    };
    await approved(test, exam, await proposed(test, exam, { at: 0, ruling: 'key_changed', keys: ['b'] }));
    await test.runEffects();
    const versionId = itemsOf(exam)[0]?.versionId;
    const told = await statistics();
    expect(told?.items.find((item) => item.versionId === versionId)?.p).toBe(2 / 5);
    expect(told?.passed).toBe(2);
    const draw = test.run((tx) => test.get(MakeForm).execute(tx, { examId: exam.exam.id }), exam.bank.psychometrician);
    await expect(draw).rejects.toMatchObject({ code: 'exams.bank_lacks_domain' });
  });

  it('rules for one form where that was proposed, and for all of them otherwise', async () => {
    const second = await approvedForm(test, exam.bank, exam.exam.id, 7);
    const formsOf = async (id: string) =>
      (await here('exam_rescore_form')).filter((one) => one.rescore_id === id).map((one) => one.form_id as string);
    const one = await proposed(test, exam, { at: 0, ruling: 'key_changed', keys: ['b'], formId: second });
    expect((await read(one)).preview?.lines).toEqual([]);
    expect(await formsOf(await approved(test, exam, one))).toEqual([second]);
    const all = await approved(test, exam, await proposed(test, exam, { at: 0, ruling: 'not_counted' }));
    expect((await formsOf(all)).toSorted()).toEqual([exam.formId, second].toSorted());
    await test.runEffects();
    expect((await resultOf(people.ann))?.passed).toBe(false);
  });

  it('has the database refuse a lower result, whoever writes it and whatever it is called', async () => {
    const id = await approved(test, exam, await proposed(test, exam, { at: 0, ruling: 'key_changed', keys: ['b'] }));
    await test.runEffects();
    const lower = (passed: boolean, scaled: number, number = 2) =>
      test.owner.query(
        `insert into sitting_score (sitting_id, number, body_id, person_id, earned_parts, possible_parts, scaled_score, passed, domains,
           rescore_id, exam_result_id, fact_id, recorded_at)
         select sitting_id, $4, body_id, person_id, 0, possible_parts, $3, $2, domains, $5, exam_result_id, fact_id, now()
         from sitting_result where sitting_id = $1`,
        [people.ben.sittingId, passed, scaled, number, id],
      );
    await expect(lower(false, 400)).rejects.toThrow('nobody loses by a rescore');
    await expect(lower(true, 499)).rejects.toThrow('nobody loses by a rescore');
    await expect(lower(true, 600, 3)).rejects.toThrow('follows the one before');
    await expect(test.owner.query('update sitting_score set passed = false')).rejects.toThrow();
    await expect(test.owner.query('delete from exam_rescore_sitting')).rejects.toThrow();
  });
});
